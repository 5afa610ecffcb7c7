-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A picket at which only numbers are kept names nobody: not who ticked what it needs either.

update action.picket_need n set changed_by = null
where changed_by is not null and exists (select 1 from action.action a
  where a.local_id = n.local_id and a.id = n.action_id and a.count_only);
