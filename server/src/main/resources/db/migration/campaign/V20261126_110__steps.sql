-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A rung is a test of strength: an act done by so many of a chart. What must hold before it, who sees to it, what the
-- target is told, and what the law says here.

alter table campaign.step
  add column planned_on date,
  -- what the target is told; sealed
  add column told bytea,
  -- what the law says here, who wrote it and when; without it the page says that there is nothing
  add column legal bytea,
  add column legal_by uuid,
  add column legal_on date,
  -- before this rung: every part of the site did the one before by at least so many percent
  add column each_part smallint check (each_part between 1 and 100),
  -- before this rung: so many percent of those on the chart talked through what the other side will do
  add column prepared smallint check (prepared between 1 and 100),
  -- before this rung: the members decide
  add column decision_needed boolean not null default false,
  -- who decided and how, from the minutes; sealed
  add column decided bytea,
  add column decided_on date,
  -- why it was begun although something was missing; sealed
  add column override bytea,
  add column begun_at timestamptz,
  add column begun_by uuid,
  add constraint step_legal_has_an_author check ((legal is null) = (legal_by is null) and (legal is null) = (legal_on is null)),
  add constraint step_decision_has_a_day check ((decided is null) = (decided_on is null));
comment on column campaign.step.told is 'sealed=campaigns';
comment on column campaign.step.legal is 'sealed=campaigns';
comment on column campaign.step.decided is 'sealed=campaigns';
comment on column campaign.step.override is 'sealed=campaigns';

create table campaign.step_owner (
  local_id uuid not null,
  step_id uuid not null,
  person_id uuid not null,
  primary key (local_id, step_id, person_id),
  foreign key (local_id, step_id) references campaign.step (local_id, id) on delete cascade,
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade
);
comment on table campaign.step_owner is 'zone=tenant';
create index step_owner_by_person on campaign.step_owner (local_id, person_id);

-- Who did it. A rung somebody did is not taken out of the plan.
create table campaign.step_act (
  local_id uuid not null,
  step_id uuid not null,
  person_id uuid not null,
  did_on date not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (local_id, step_id, person_id),
  foreign key (local_id, step_id) references campaign.step (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade
);
comment on table campaign.step_act is 'zone=tenant';
create index step_act_by_person on campaign.step_act (local_id, person_id);

alter table campaign.step_owner enable row level security;
create policy tenant on campaign.step_owner using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
alter table campaign.step_act enable row level security;
create policy tenant on campaign.step_act using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update, delete on campaign.step_owner, campaign.step_act to gw_app;

-- The rung of a site that is to be done now, for modules above that ask people for it.
create view campaign.api_step with (security_invoker = true) as
  select s.local_id, s.id, s.campaign_id, s.state, s.threshold, n.site_id, c.state campaign_state
  from campaign.step s
  join campaign.campaign c on c.local_id = s.local_id and c.id = s.campaign_id
  join roll.api_site_now n on n.local_id = c.local_id and n.id = c.site_id;
create view campaign.api_step_act with (security_invoker = true) as
  select local_id, step_id, person_id, did_on from campaign.step_act;
grant select on campaign.api_step, campaign.api_step_act to gw_app;
create index campaign_by_site on campaign.campaign (local_id, site_id) where site_id is not null;
