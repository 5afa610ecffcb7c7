-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What a day on strike is paid with is proposed first, as the rules of the hardship fund are. And strike pay above the local's
-- limit waits until a further person releases it.

create table aid.strike_rule_change (
  local_id uuid not null,
  id uuid not null,
  step_id uuid not null,
  per_day bigint not null check (per_day between 1 and 100000000),
  days_a_week smallint not null check (days_a_week between 1 and 7),
  any_day boolean not null,
  -- the decision that passed it, if there is one; every member reads it
  decided_on date,
  body text check (body in ('general-meeting', 'committee', 'vote')),
  decision text check (length(decision) between 1 and 2000),
  votes_for integer check (votes_for between 0 and 10000000),
  votes_against integer check (votes_against between 0 and 10000000),
  abstained integer check (abstained between 0 and 10000000),
  -- 'in-force' stays when something else came into force later
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
  foreign key (local_id, step_id) references strike.strike (local_id, step_id),
  check ((state = 'proposed') = (settled_at is null)),
  check ((decided_on is null) = (body is null) and (decided_on is null) = (decision is null)
    and (decided_on is null) = (votes_for is null) and (decided_on is null) = (votes_against is null)
    and (decided_on is null) = (abstained is null)),
  check (votes_for > votes_against),
  check (state <> 'in-force' or decided_on is not null or settled_by is distinct from proposed_by
    or (settled_by is null and proposed_by is null))
);
comment on table aid.strike_rule_change is 'zone=tenant';
create unique index strike_rule_change_proposed_once on aid.strike_rule_change (local_id, step_id)
  where state = 'proposed';
create index strike_rule_change_in_force on aid.strike_rule_change (local_id, step_id, settled_at desc)
  where state = 'in-force';

-- Strike pay that is to be paid at once and is above the limit. It names nobody who gets it.
create table aid.strike_release (
  local_id uuid not null,
  id uuid not null,
  step_id uuid not null,
  until date not null,
  people integer not null check (people > 0),
  total bigint not null check (total > 0),
  state text not null check (state in ('asked', 'released', 'paid', 'dropped')),
  asked_by uuid,
  asked_on date not null,
  released_by uuid,
  released_on date,
  -- the decision under which it leaves the fund, where it needs one
  appropriation_id uuid,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, step_id) references aid.strike_rule (local_id, step_id),
  foreign key (local_id, appropriation_id) references spending.appropriation (local_id, id),
  check (state not in ('released', 'paid') or released_on is not null),
  check (released_on is null or released_by is distinct from asked_by or (released_by is null and asked_by is null))
);
comment on table aid.strike_release is 'zone=tenant';
create unique index strike_release_once on aid.strike_release (local_id, step_id) where state in ('asked', 'released');
create index strike_batch_paid on aid.strike_batch (local_id, paid_on);

do $$
declare t text;
begin
  foreach t in array array['strike_rule_change', 'strike_release'] loop
    execute format('alter table aid.%I enable row level security', t);
    execute format('create policy tenant on aid.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update on aid.strike_rule_change, aid.strike_release to gw_app;
