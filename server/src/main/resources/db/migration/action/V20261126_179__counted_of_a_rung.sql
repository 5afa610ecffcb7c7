-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Which actions belong to a rung, and whether they keep numbers only: then nobody can be asked afterwards by name.

create view action.api_of_step with (security_invoker = true) as
  select local_id, id, campaign_id, step_id, count_only, state, ends_at from action.action where step_id is not null;
grant select on action.api_of_step to gw_app;
