-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Campaigns end with an outcome, and go public by a recorded decision that can be taken back.

alter table campaign.campaign
  add column closed_at timestamptz,
  -- what is said of it at its end
  add column closing bytea;
create index campaign_going_on on campaign.campaign (local_id, id) where state <> 'closed';
create index campaign_ended on campaign.campaign (local_id, id) where state = 'closed';

alter table campaign.demand
  -- what was won, as far as it is money
  add column value_minor bigint check (value_minor >= 0),
  add column currency text check (currency ~ '^[A-Z]{3}$'),
  add constraint demand_value_has_a_currency check ((value_minor is null) = (currency is null)),
  add constraint demand_value_has_an_outcome check (value_minor is null or outcome is not null);

-- Going public. What the page says of the target and the place is kept as it was decided: correcting a target's record
-- later publishes nothing. One row a decision; one in force for each campaign.
create table campaign.decision (
  local_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  decided_on date not null,
  -- who decided, and how
  decided bytea not null,
  -- why before the majority of the chart; absent where the majority was known
  before_majority bytea,
  known integer,
  talked integer,
  total integer,
  person bytea,
  firm bytea,
  -- the place, where the decision names it
  place bytea,
  searchable boolean not null,
  titled boolean not null,
  -- the page's address within the local: random, sealed to be shown again, hashed to be found
  page bytea not null,
  page_hash bytea not null,
  public_at timestamptz not null,
  recorded_by uuid not null,
  taken_back_at timestamptz,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, page_hash),
  foreign key (local_id, campaign_id) references campaign.campaign (local_id, id)
);
comment on table campaign.decision is 'zone=tenant';
create unique index decision_in_force on campaign.decision (local_id, campaign_id) where taken_back_at is null;
create index decision_by_campaign on campaign.decision (local_id, campaign_id, id);

alter table campaign.decision enable row level security;
create policy tenant on campaign.decision using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update on campaign.decision to gw_app;
