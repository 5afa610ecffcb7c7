-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A handover can be given up unfinished, and another begun.

alter table treasury.handover add column stopped_at timestamptz;
alter table treasury.handover add check (done_at is null or stopped_at is null);
drop index treasury.handover_going_on;
create unique index handover_going_on on treasury.handover (local_id) where done_at is null and stopped_at is null;
