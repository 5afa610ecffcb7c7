-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Who wrote something down does not decide on it while it is held: two others do.

alter table gifts.gift add column recorded_by uuid;
-- nothing changes a row that is held, so who changed it last wrote it down
update gifts.gift set recorded_by = changed_by where state = 'held';
create index gift_recorded_by on gifts.gift (local_id, recorded_by) where recorded_by is not null;
