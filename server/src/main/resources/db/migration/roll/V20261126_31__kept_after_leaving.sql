-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The record of somebody who left is kept for a year and then deleted by itself; until now it had no end.

update roll.person p set forget_on = m.since + interval '1 year'
from roll.membership m
where m.local_id = p.local_id and m.person_id = p.id and m.state = 'left' and m.until is null and p.state = 'left'
  and p.forget_on is null;
