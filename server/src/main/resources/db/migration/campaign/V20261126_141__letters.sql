-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The words of a letter or petition, who is counted without a name, and the one list of names that went out.

create table campaign.letter (
  local_id uuid not null,
  -- the rung's
  id uuid not null,
  body bytea not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, id) references campaign.step (local_id, id)
);
comment on table campaign.letter is 'zone=tenant';
comment on column campaign.letter.body is 'sealed=campaigns';

-- who did it, and does not want their name on anything that leaves the house
alter table campaign.step_act add column unnamed boolean not null default false;

create table campaign.delivery (
  local_id uuid not null,
  -- the rung's: it is handed over once
  id uuid not null,
  delivered_on date not null,
  -- who brought it, and who got it
  brought bytea not null,
  got bytea not null,
  -- why, although fewer did it than it takes
  reason bytea,
  have integer not null check (have >= 0),
  total integer not null check (total >= 0),
  need integer check (need > 0),
  names integer not null check (names >= 0),
  unnamed integer not null check (unnamed >= 0),
  -- stands for exactly these words and names
  print bytea not null,
  frozen_at timestamptz not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, id) references campaign.step (local_id, id)
);
comment on table campaign.delivery is 'zone=tenant';
comment on column campaign.delivery.brought is 'sealed=campaigns';
comment on column campaign.delivery.got is 'sealed=campaigns';
comment on column campaign.delivery.reason is 'sealed=campaigns';
comment on column campaign.delivery.print is 'sealed=campaigns';

create table campaign.delivered_name (
  local_id uuid not null,
  id uuid not null,
  step_id uuid not null,
  person_id uuid not null,
  position integer not null,
  -- as it was printed
  name bytea not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, step_id, person_id),
  foreign key (local_id, step_id) references campaign.delivery (local_id, id) on delete cascade,
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade
);
comment on table campaign.delivered_name is 'zone=tenant';
comment on column campaign.delivered_name.name is 'sealed=campaigns';
create index delivered_name_by_person on campaign.delivered_name (local_id, person_id);

do $$
declare t text;
begin
  foreach t in array array['letter', 'delivery', 'delivered_name'] loop
    execute format('alter table campaign.%I enable row level security', t);
    execute format('create policy tenant on campaign.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update on campaign.letter to gw_app;
grant select, insert, delete on campaign.delivery, campaign.delivered_name to gw_app;
