-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Which record stands for a person now, for modules that count people: a record merged into another, and that one into
-- a third, is one person. Three steps; a longer chain counts a person twice, never two people once.

create view roll.api_person_now with (security_invoker = true) as
  select p.local_id, p.id, coalesce(r.merged_into, q.merged_into, p.merged_into, p.id) as person_id
  from roll.person p
  left join roll.person q on q.local_id = p.local_id and q.id = p.merged_into
  left join roll.person r on r.local_id = q.local_id and r.id = q.merged_into;
grant select on roll.api_person_now to gw_app;
