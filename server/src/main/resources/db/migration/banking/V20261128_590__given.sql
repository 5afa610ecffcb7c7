-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Lines that were given: the cap and the names of the other side count for them as for every gift.

alter table banking.settlement drop constraint settlement_kind_check;
alter table banking.settlement add constraint settlement_kind_check
  check (kind in ('entered', 'held', 'twice', 'dues', 'returned', 'known', 'gift'));
