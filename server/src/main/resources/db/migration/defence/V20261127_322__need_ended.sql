-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Something that is not needed any more is called off, by whom and when; one that nobody took on is not lost with its day.

alter table defence.need
  add column off_on date,
  add column off_by uuid,
  add check ((off_on is null) = (off_by is null)),
  add check (off_on is null or done_on is null);
create index need_nobody_has on defence.need (local_id, needed_on, id)
  where helper_id is null and done_on is null and off_on is null;
