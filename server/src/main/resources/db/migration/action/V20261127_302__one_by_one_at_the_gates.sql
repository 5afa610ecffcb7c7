-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Behind a number at a gate stand its rows: when, in which shift, and a word such as the carrier. What a picket needs is
-- said in words, for one gate or for all. Where only numbers are kept neither says who wrote it.

create table action.gate_tally (
  local_id uuid not null,
  id uuid not null,
  gate_id uuid not null,
  shift_id uuid not null,
  what text not null check (what in ('deliveries', 'people')),
  at timestamptz not null,
  -- a word such as the carrier
  said bytea,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, gate_id) references action.gate (local_id, id),
  foreign key (local_id, shift_id) references action.shift (local_id, id)
);
comment on table action.gate_tally is 'zone=tenant';
comment on column action.gate_tally.said is 'sealed=action';
create index gate_tally_at_gate on action.gate_tally (local_id, gate_id, what, at, id);
create index gate_tally_in_shift on action.gate_tally (local_id, shift_id);

create table action.picket_wish (
  local_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  -- absent for what is needed at all of them
  gate_id uuid,
  what bytea not null,
  brought boolean not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, action_id) references action.action (local_id, id),
  foreign key (local_id, gate_id) references action.gate (local_id, id) on delete cascade
);
comment on table action.picket_wish is 'zone=tenant';
comment on column action.picket_wish.what is 'sealed=action';
create index picket_wish_of_action on action.picket_wish (local_id, action_id, id);
create index picket_wish_at_gate on action.picket_wish (local_id, gate_id);

do $$
declare t text;
begin
  foreach t in array array['gate_tally', 'picket_wish'] loop
    execute format('alter table action.%I enable row level security', t);
    execute format('create policy tenant on action.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    execute format('grant select, insert, update, delete on action.%I to gw_app', t);
  end loop;
end $$;
