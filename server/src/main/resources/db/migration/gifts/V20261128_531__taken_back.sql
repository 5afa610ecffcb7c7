-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A gift that was taken goes back too where a service of payment took it back; it was not held before.

alter table gifts.gift drop constraint gift_check1;
alter table gifts.gift add constraint gift_held_for check (state in ('taken', 'returned') or held_for is not null);
create index gift_by_entry on gifts.gift (local_id, entry_id);
