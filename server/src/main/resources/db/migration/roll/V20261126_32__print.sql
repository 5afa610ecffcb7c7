-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Lists on paper: each copy has a number and is ticked off when it is back, and has codes of its own in place of what
-- must not be left in a car.

create table roll.print_copy (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  site_id uuid not null,
  copy_no integer not null check (copy_no > 0),
  -- whether names are on it beside the codes
  names boolean not null,
  printed_by uuid,
  printed_at timestamptz not null,
  returned_at timestamptz,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, site_id, copy_no),
  foreign key (local_id, site_id) references roll.site (local_id, id)
);
comment on table roll.print_copy is 'zone=tenant';

create table roll.print_code (
  local_id uuid not null,
  copy_id uuid not null,
  code integer not null check (code > 0),
  person_id uuid not null,
  primary key (local_id, copy_id, code),
  foreign key (local_id, copy_id) references roll.print_copy (local_id, id) on delete cascade,
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade
);
comment on table roll.print_code is 'zone=tenant';
create index print_code_by_person on roll.print_code (local_id, person_id);

alter table roll.print_copy enable row level security;
create policy tenant on roll.print_copy using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
alter table roll.print_code enable row level security;
create policy tenant on roll.print_code using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update, delete on roll.print_copy to gw_app;
grant select, insert, delete on roll.print_code to gw_app;
