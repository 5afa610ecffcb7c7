-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What was won is a promise until it is kept: what was settled, what it is for each person, and when somebody looks again.

create table campaign.promise (
  local_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  -- the words of the settlement, sealed
  settlement bytea,
  each_minor bigint check (each_minor >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  look_on date not null,
  state text not null check (state in ('open', 'kept', 'broken')),
  -- what was seen when somebody looked, sealed
  seen bytea,
  looked_on date,
  looked_by uuid,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, id) references campaign.demand (local_id, id),
  foreign key (local_id, campaign_id) references campaign.campaign (local_id, id),
  check ((each_minor is null) = (currency is null)),
  check ((state = 'open') = (looked_on is null))
);
comment on table campaign.promise is 'zone=tenant';
comment on column campaign.promise.settlement is 'sealed=campaigns';
comment on column campaign.promise.seen is 'sealed=campaigns';
create index promise_by_campaign on campaign.promise (local_id, campaign_id, id);
create index promise_to_look on campaign.promise (local_id, look_on, id) where state = 'open';
create index demand_ended on campaign.demand (local_id, outcome, id) where outcome is not null;
alter table campaign.promise enable row level security;
create policy tenant on campaign.promise using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update on campaign.promise to gw_app;

-- what a fight taught, for those who fight the same kind of target next
alter table campaign.campaign add column debrief bytea;
comment on column campaign.campaign.debrief is 'sealed=campaigns';
