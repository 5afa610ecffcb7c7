-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Rules of the hardship fund are proposed first. They come into force with a second person, or with the decision of the members
-- that passed them.

create table aid.rule_change (
  local_id uuid not null,
  id uuid not null,
  per_request bigint not null check (per_request between 1 and 1000000000000),
  per_half_year bigint not null check (per_half_year between 1 and 1000000000000),
  emergency bigint not null check (emergency >= 0),
  low_below bigint not null check (low_below between 0 and 1000000000000),
  interval_days smallint not null check (interval_days between 0 and 366),
  tenure_days smallint not null check (tenure_days between 0 and 366),
  decide_hours smallint not null check (decide_hours between 24 and 720),
  arrears_count boolean not null,
  others_too boolean not null,
  -- the decision that passed them, if there is one; every member reads it
  decided_on date,
  body text check (body in ('general-meeting', 'committee', 'vote')),
  decision text check (length(decision) between 1 and 2000),
  votes_for integer check (votes_for between 0 and 10000000),
  votes_against integer check (votes_against between 0 and 10000000),
  abstained integer check (abstained between 0 and 10000000),
  -- 'in-force' stays when later rules came into force
  state text not null check (state in ('proposed', 'in-force', 'dropped')),
  proposed_by uuid,
  proposed_at timestamptz not null,
  -- the second person, or who took it back
  settled_by uuid,
  settled_at timestamptz,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id) references ledger.book (local_id),
  check (per_half_year >= per_request),
  check (emergency <= per_request),
  check ((state = 'proposed') = (settled_at is null)),
  check ((decided_on is null) = (body is null) and (decided_on is null) = (decision is null)
    and (decided_on is null) = (votes_for is null) and (decided_on is null) = (votes_against is null)
    and (decided_on is null) = (abstained is null)),
  check (votes_for > votes_against),
  check (state <> 'in-force' or decided_on is not null or settled_by is distinct from proposed_by
    or (settled_by is null and proposed_by is null))
);
comment on table aid.rule_change is 'zone=tenant';
create unique index rule_change_proposed_once on aid.rule_change (local_id) where state = 'proposed';
create index rule_change_in_force on aid.rule_change (local_id, settled_at desc) where state = 'in-force';
alter table aid.rule_change enable row level security;
create policy tenant on aid.rule_change using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update on aid.rule_change to gw_app;
