-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Whoever leaves holds no place any more. Those who left before keep theirs as what was, until the day they left.
update roll.position p set until = greatest(p.since, left_on.day), version = p.version + 1
from (select q.local_id, q.id, coalesce(max(m.since), q.changed_at::date) as day
  from roll.person q left join roll.membership m on m.local_id = q.local_id and m.person_id = q.id and m.state = 'left'
  where q.state = 'left' group by q.local_id, q.id, q.changed_at) left_on
where p.local_id = left_on.local_id and p.person_id = left_on.id and p.until is null;
