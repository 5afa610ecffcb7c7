-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Which record stands for a person now is written down when two are made one, so that everything that belongs to
-- somebody is found through an index and not by reading the whole roll. Absent: the record stands for itself.

alter table roll.person
  add column now_id uuid,
  add constraint person_now_fkey foreign key (local_id, now_id) references roll.person (local_id, id);
with recursive up (local_id, id, at, depth) as (
  select p.local_id, p.id, p.merged_into, 1 from roll.person p where p.merged_into is not null
  union all
  select up.local_id, up.id, q.merged_into, up.depth + 1 from up
  join roll.person q on q.local_id = up.local_id and q.id = up.at
  where q.merged_into is not null and up.depth < 100)
update roll.person p set now_id = top.at
from (select distinct on (local_id, id) local_id, id, at from up order by local_id, id, depth desc) top
where p.local_id = top.local_id and p.id = top.id;
-- a column and no expression, which row security would keep from being looked up by index
alter table roll.person add column person_id uuid generated always as (coalesce(now_id, id)) stored;
create index person_now on roll.person (local_id, person_id);
create or replace view roll.api_person_now with (security_invoker = true) as
  select local_id, id, person_id from roll.person;
