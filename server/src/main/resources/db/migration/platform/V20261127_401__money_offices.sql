-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Two more offices: who checks the books, and who decides on requests to the hardship fund.

alter table platform.mandate drop constraint mandate_role_check;
alter table platform.mandate add constraint mandate_role_check check (role in ('member', 'steward', 'organiser', 'treasurer',
  'auditor', 'aid-committee', 'returning-officer', 'administrator'));
