-- SPDX-License-Identifier: AGPL-3.0-or-later
-- An action can be what a rung of a fight comes to: the march, the picket.

alter table action.action
  add column step_id uuid,
  add constraint action_step_fkey foreign key (local_id, step_id) references campaign.step (local_id, id),
  add constraint action_step_has_its_fight check (step_id is null or campaign_id is not null);
create index action_of_step on action.action (local_id, step_id) where step_id is not null;

-- Who was there, for modules above that ask afterwards how people are. Nobody is in it for an action that is count only.
create view action.api_attended with (security_invoker = true) as
  select s.local_id, a.id action_id, a.campaign_id, a.step_id, a.site_id, s.person_id, a.ends_at
  from action.sign_up s
  join action.shift h on h.local_id = s.local_id and h.id = s.shift_id
  join action.action a on a.local_id = h.local_id and a.id = h.action_id
  where s.state = 'attended' and s.person_id is not null;
grant select on action.api_attended to gw_app;
