-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What came of asking somebody once more while a met call is confirmed; it goes with the answer it is about.

alter table pledge.card add column again text check (again in ('stands-by', 'not-reached'));
alter table pledge.card add column again_at timestamptz;
alter table pledge.card add column again_by uuid;
alter table pledge.card add check ((again is null) = (again_at is null) and (again is null) = (again_by is null));
