-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Standing at the gates: who sees to which gate, what is needed, what happened, who was turned away. A picket that is
-- count only has nobody who sees to a gate.

create table action.picket (
  local_id uuid not null,
  action_id uuid not null,
  -- the line not to cross and the permit, as somebody wrote them down on a day
  line bytea,
  permit bytea,
  noted_by uuid,
  noted_on date,
  -- the number of the legal observers
  observers bytea,
  -- what holds for minors
  minors bytea,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, action_id),
  foreign key (local_id, action_id) references action.action (local_id, id),
  check ((noted_by is null) = (noted_on is null)),
  check (noted_on is not null or (line is null and permit is null))
);
comment on table action.picket is 'zone=tenant';
comment on column action.picket.line is 'sealed=action row=action_id';
comment on column action.picket.permit is 'sealed=action row=action_id';
comment on column action.picket.observers is 'sealed=action row=action_id';
comment on column action.picket.minors is 'sealed=action row=action_id';

create table action.picket_need (
  local_id uuid not null,
  action_id uuid not null,
  need text not null check (need in ('toilets', 'water', 'heat', 'shade', 'food', 'medic', 'signs')),
  brought boolean not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, action_id, need),
  foreign key (local_id, action_id) references action.action (local_id, id)
);
comment on table action.picket_need is 'zone=tenant';

create table action.gate (
  local_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  name bytea not null,
  position integer not null check (position >= 0),
  -- deliveries turned away and people turned back
  deliveries integer not null default 0 check (deliveries >= 0),
  people integer not null default 0 check (people >= 0),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, action_id) references action.action (local_id, id)
);
comment on table action.gate is 'zone=tenant';
comment on column action.gate.name is 'sealed=action';
create index gate_of_action on action.gate (local_id, action_id, position, id);

-- A gate in one shift, and what its captain hands over to the next.
create table action.gate_shift (
  local_id uuid not null,
  id uuid not null,
  gate_id uuid not null,
  shift_id uuid not null,
  handed_over bytea,
  handed_over_by uuid,
  handed_over_at timestamptz,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, gate_id) references action.gate (local_id, id) on delete cascade,
  foreign key (local_id, shift_id) references action.shift (local_id, id),
  check ((handed_over is null) = (handed_over_at is null))
);
comment on table action.gate_shift is 'zone=tenant';
comment on column action.gate_shift.handed_over is 'sealed=action';
create unique index gate_shift_once on action.gate_shift (local_id, gate_id, shift_id);
create index gate_shift_of_shift on action.gate_shift (local_id, shift_id);

-- Who sees to a gate in a shift.
create table action.gate_keeper (
  local_id uuid not null,
  gate_shift_id uuid not null,
  part text not null check (part in ('captain', 'relief')),
  person_id uuid not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, gate_shift_id, part),
  foreign key (local_id, gate_shift_id) references action.gate_shift (local_id, id) on delete cascade,
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade
);
comment on table action.gate_keeper is 'zone=tenant';
create index gate_keeper_of_person on action.gate_keeper (local_id, person_id);

-- What happened at a gate. Added, and never changed.
create table action.incident (
  local_id uuid not null,
  id uuid not null,
  gate_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('police', 'car', 'threat', 'injury', 'other')),
  told bytea not null,
  plate bytea,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, gate_id) references action.gate (local_id, id)
);
comment on table action.incident is 'zone=tenant';
comment on column action.incident.told is 'sealed=action';
comment on column action.incident.plate is 'sealed=action';
create index incident_at_gate on action.incident (local_id, gate_id, at, id);

do $$
declare t text;
begin
  foreach t in array array['picket', 'picket_need', 'gate', 'gate_shift', 'gate_keeper', 'incident'] loop
    execute format('alter table action.%I enable row level security', t);
    execute format('create policy tenant on action.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    if t = 'incident' then
      execute format('grant select, insert on action.%I to gw_app', t);
    else
      execute format('grant select, insert, update, delete on action.%I to gw_app', t);
    end if;
  end loop;
end $$;
