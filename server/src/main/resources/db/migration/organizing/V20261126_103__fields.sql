-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Fields of a local's own: what every union keeps a column for. Each says what for, how long, and who sees it.

create table organizing.field (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  kind text not null check (kind in ('yes-no', 'choice', 'date')),
  name text not null check (length(name) between 1 and 60),
  purpose text not null check (length(purpose) between 1 and 300),
  -- how many days a value is kept after it was entered
  kept_days integer not null check (kept_days between 1 and 3660),
  -- who sees it: organisers of the site alone, or its stewards too
  seen_by text not null check (seen_by in ('organisers', 'stewards')),
  retired_at timestamptz,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id)
);
comment on table organizing.field is 'zone=tenant';

create table organizing.field_choice (
  local_id uuid not null,
  field_id uuid not null,
  place smallint not null check (place between 1 and 12),
  name text not null check (length(name) between 1 and 60),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, field_id, place),
  foreign key (local_id, field_id) references organizing.field (local_id, id)
);
comment on table organizing.field_choice is 'zone=tenant';

create table organizing.field_value (
  local_id uuid not null,
  field_id uuid not null,
  person_id uuid not null,
  id uuid not null,
  -- yes, no, the place of a choice or a day, sealed: a column of who is on strike pay is a list like any other
  value bytea not null,
  forget_on date not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, field_id, person_id),
  foreign key (local_id, field_id) references organizing.field (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade
);
comment on table organizing.field_value is 'zone=tenant';
comment on column organizing.field_value.value is 'sealed=organizing';
create index field_value_by_person on organizing.field_value (local_id, person_id);
create index field_value_to_forget on organizing.field_value (local_id, forget_on);

do $$
declare t text;
begin
  foreach t in array array['field', 'field_choice', 'field_value'] loop
    execute format('alter table organizing.%I enable row level security', t);
    execute format('create policy tenant on organizing.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    execute format('grant select, insert, update, delete on organizing.%I to gw_app', t);
  end loop;
end $$;
