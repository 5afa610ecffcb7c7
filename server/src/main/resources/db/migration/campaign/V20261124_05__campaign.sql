-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A target, demands, an escalation plan and an end. What a campaign is about is sealed until it goes public.

create schema campaign;
grant usage on schema campaign to gw_app;

create table campaign.campaign (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  title bytea not null,
  target_id uuid not null,
  site_id uuid,
  -- the common cause it grew from, if it did
  cause_kind text,
  cause_network text,
  -- draft: being put together; quiet: open, and nothing outside shows it; public: by recorded decision
  state text not null check (state in ('draft', 'quiet', 'public', 'closed')),
  opened_at timestamptz,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id)
);
comment on table campaign.campaign is 'zone=tenant';

create table campaign.demand (
  local_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  position smallint not null,
  what bytea not null,
  measure bytea not null,
  due_on date not null,
  outcome text check (outcome in ('won', 'partly-won', 'lost', 'dropped')),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, campaign_id) references campaign.campaign (local_id, id)
);
comment on table campaign.demand is 'zone=tenant';
create index demand_by_campaign on campaign.demand (local_id, campaign_id, position);

create table campaign.step (
  local_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  position smallint not null,
  what bytea not null,
  -- how many of the chart it takes before the next rung; absent where no number is asked
  threshold integer check (threshold > 0),
  state text not null check (state in ('locked', 'now', 'done')),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, campaign_id) references campaign.campaign (local_id, id)
);
comment on table campaign.step is 'zone=tenant';
create index step_by_campaign on campaign.step (local_id, campaign_id, position);

do $$
declare t text;
begin
  foreach t in array array['campaign', 'demand', 'step'] loop
    execute format('alter table campaign.%I enable row level security', t);
    execute format('create policy tenant on campaign.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    execute format('grant select, insert, update, delete on campaign.%I to gw_app', t);
  end loop;
end $$;
