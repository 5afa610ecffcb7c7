-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A picket at which only numbers are kept names nobody. What happened stays as it was written down, all but who wrote it:
-- that alone can be taken out.
grant update (changed_by) on action.incident to gw_app;

update action.incident i set changed_by = null
where changed_by is not null and exists (select 1 from action.gate g
  join action.action a on a.local_id = g.local_id and a.id = g.action_id
  where g.local_id = i.local_id and g.id = i.gate_id and a.count_only);

update action.gate_shift w set changed_by = null
where changed_by is not null and exists (select 1 from action.gate g
  join action.action a on a.local_id = g.local_id and a.id = g.action_id
  where g.local_id = w.local_id and g.id = w.gate_id and a.count_only);
