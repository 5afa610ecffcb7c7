-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Which local is the demonstration, and the account of each role in it.

create schema demonstration;
grant usage on schema demonstration to gw_app;

create table demonstration.local (
  id uuid primary key references platform.local (id),
  made_at timestamptz not null
);
comment on table demonstration.local is 'zone=shared';

create table demonstration.sign_in (
  role text primary key,
  account_id uuid not null,
  name text not null,
  position smallint not null
);
comment on table demonstration.sign_in is 'zone=coordinator';
grant select, insert on demonstration.local, demonstration.sign_in to gw_app;
