-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Exports of the roll: asked for by one officer, released by another, fetched once. The file is never stored.

create table roll.export_request (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  asked_by uuid not null,
  -- the account and the browser that asked: another account in another browser releases
  asked_account uuid not null,
  asked_browser bytea not null check (length(asked_browser) = 32),
  asked_at timestamptz not null,
  -- why, in the officer's words, sealed
  purpose bytea not null,
  -- whose people: one site, or the whole local
  site_id uuid,
  who text not null check (who in ('agreed', 'members')),
  columns text not null check (length(columns) <= 200),
  byte_order_mark boolean not null,
  -- how many people it was when it was asked for
  people integer not null check (people >= 0),
  -- SHA-256 over the request and its criteria, which the second officer releases and the file is made from
  criteria_hash bytea not null check (length(criteria_hash) = 32),
  state text not null check (state in ('asked', 'released', 'fetched', 'stopped')),
  -- from when on it can be fetched where there was nobody to release it
  opens_at timestamptz,
  released_by uuid,
  released_at timestamptz,
  fetched_people integer,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, site_id) references roll.site (local_id, id),
  check (released_by <> asked_by),
  check (state <> 'released' or released_by is not null),
  check (state <> 'fetched' or fetched_people is not null)
);
comment on table roll.export_request is 'zone=tenant';
create index export_request_by_time on roll.export_request (local_id, asked_at);

alter table roll.export_request enable row level security;
create policy tenant on roll.export_request using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update, delete on roll.export_request to gw_app;
