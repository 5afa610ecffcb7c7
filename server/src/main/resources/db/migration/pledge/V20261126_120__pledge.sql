-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What people answered when they were asked for a rung, and what became of the call.

create schema pledge;
grant usage on schema pledge to gw_app;

-- The call of a rung. It goes from one state to the next and never back, whatever the clock says.
create table pledge.step_call (
  local_id uuid not null,
  step_id uuid not null,
  kind text not null check (kind in ('open', 'sealed')),
  state text not null check (state in ('open', 'met', 'confirmed', 'lapsed', 'over', 'expired')),
  -- the rule; without a number or a share the rung's own number stands
  least integer check (least > 0),
  share smallint check (share between 1 and 100),
  each_part smallint check (each_part between 1 and 100),
  -- the last day on which it is asked; then all answers are destroyed
  until date not null,
  met_at timestamptz,
  confirm_until timestamptz,
  ended_at timestamptz,
  followed_up_at timestamptz,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, step_id),
  foreign key (local_id, step_id) references campaign.step (local_id, id) on delete cascade,
  check (least is null or share is null),
  check ((met_at is null) = (confirm_until is null)),
  check ((ended_at is null) = (state in ('open', 'met'))),
  check (followed_up_at is null or ended_at is not null)
);
comment on table pledge.step_call is 'zone=tenant';
create index step_call_going_on on pledge.step_call (local_id, state) where followed_up_at is null;

-- What somebody last answered. Of two answers the one said later stands, whenever it arrives.
create table pledge.card (
  local_id uuid not null,
  step_id uuid not null,
  person_id uuid not null,
  reply text not null check (reply in ('yes', 'yes-if', 'not-yet', 'no')),
  -- how many there must be, the person among them
  at_least integer check (at_least > 0),
  said_at timestamptz not null,
  -- who asked; the person themself behind their private link
  taken_by uuid not null,
  -- of the code on the person's paper
  code_hash bytea,
  arrived_at timestamptz not null,
  primary key (local_id, step_id, person_id),
  foreign key (local_id, step_id) references pledge.step_call (local_id, step_id) on delete cascade,
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade,
  check ((reply = 'yes-if') = (at_least is not null))
);
comment on table pledge.card is 'zone=tenant';
create index card_by_person on pledge.card (local_id, person_id);
create unique index card_by_code on pledge.card (local_id, code_hash) where code_hash is not null;

-- Who is to be told what became of a call they had answered.
create table pledge.follow_up (
  local_id uuid not null,
  step_id uuid not null,
  person_id uuid not null,
  asked_at timestamptz not null,
  said text check (said in ('told', 'did', 'did-not', 'talk-again')),
  done_at timestamptz,
  done_by uuid,
  primary key (local_id, step_id, person_id),
  foreign key (local_id, step_id) references pledge.step_call (local_id, step_id) on delete cascade,
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade,
  check ((said is null) = (done_at is null) and (done_at is null) = (done_by is null))
);
comment on table pledge.follow_up is 'zone=tenant';
create index follow_up_by_person on pledge.follow_up (local_id, person_id);

do $$
declare t text;
begin
  foreach t in array array['step_call', 'card', 'follow_up'] loop
    execute format('alter table pledge.%I enable row level security', t);
    execute format('create policy tenant on pledge.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    execute format('grant select, insert, update, delete on pledge.%I to gw_app', t);
  end loop;
end $$;
