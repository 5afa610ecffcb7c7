-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The numbers of each common cause, kept up in the transaction that changes a grievance, so that the live view of a
-- local with hundreds of thousands of reports reads a few rows.

create table grievance.cause (
  local_id uuid not null references platform.local (id),
  network_id text not null,
  kind text not null,
  confirmed integer not null,
  unconfirmed integer not null,
  sites integer not null,
  members integer not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, network_id, kind)
);
comment on table grievance.cause is 'zone=tenant';
create index cause_largest on grievance.cause (local_id, confirmed desc, unconfirmed desc, network_id, kind) where confirmed + unconfirmed >= 2;

create table grievance.cause_money (
  local_id uuid not null,
  network_id text not null,
  kind text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  minor bigint not null,
  primary key (local_id, network_id, kind, currency),
  foreign key (local_id, network_id, kind) references grievance.cause (local_id, network_id, kind) on delete cascade
);
comment on table grievance.cause_money is 'zone=tenant';

drop index grievance.grievance_by_cause;
create index grievance_by_cause on grievance.grievance (local_id, network_id, kind, reported_on desc, id) where closed_as is null;

do $$
declare t text;
begin
  foreach t in array array['cause', 'cause_money'] loop
    execute format('alter table grievance.%I enable row level security', t);
    execute format('create policy tenant on grievance.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    execute format('grant select, insert, update, delete on grievance.%I to gw_app', t);
  end loop;
end $$;
