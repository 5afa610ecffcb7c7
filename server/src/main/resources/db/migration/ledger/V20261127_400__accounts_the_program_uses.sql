-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The program enters dues, gifts, what it owes and what it holds by itself: the chart names an account for each.

alter table ledger.account drop constraint account_used_for_check;
alter table ledger.account add constraint account_used_for_check check (used_for ~ '^[a-z][a-z-]{1,29}$');

update ledger.account a set used_for = known.used_for
from (values ('1000', 'cash'), ('1100', 'bank'), ('1200', 'services'), ('1300', 'on-its-way'), ('1400', 'dues-owed'),
  ('2000', 'bills'), ('2100', 'owed-to-members'), ('2200', 'held'), ('4000', 'dues'), ('4100', 'members-gifts'),
  ('4200', 'other-unions'), ('4300', 'crowd-funding'), ('4400', 'grants'), ('4500', 'sales'), ('4600', 'gifts-in-kind'),
  ('5700', 'fees'), ('5800', 'strike-pay'), ('5900', 'hardship-aid'), ('6000', 'federation')) as known (code, used_for)
where a.code = known.code and a.used_for is null;
