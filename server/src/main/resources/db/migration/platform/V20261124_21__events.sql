-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The outbox. Rows carry identifiers and words of the product only, and live until the last listener has heard them.
-- On the coordinator: one order of all events needs one counter, and whoever delivers asks for all locals at once.

create table platform.event (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  local_id uuid not null references platform.local (id),
  type text not null check (type ~ '^[a-z]+\.[a-z][a-z-]*/[1-9][0-9]*$'),
  body text not null check (length(body) <= 4000),
  at timestamptz not null
);
comment on table platform.event is 'zone=coordinator';
create index event_by_local on platform.event (local_id, seq);

-- One row per listener that has yet to hear an event; gone in the transaction in which it did.
create table platform.event_delivery (
  local_id uuid not null references platform.local (id),
  listener text not null check (listener ~ '^[a-z]+\.[a-z][a-z-]*$'),
  event_seq bigint not null references platform.event (seq),
  tries integer not null,
  not_before timestamptz not null,
  primary key (local_id, listener, event_seq)
);
comment on table platform.event_delivery is 'zone=coordinator';
create index event_delivery_due on platform.event_delivery (not_before);
create index event_delivery_by_event on platform.event_delivery (event_seq);

-- A local sees its own. The installation sees which lanes wait, and no event.
alter table platform.event enable row level security;
create policy owner on platform.event using (local_id = nullif(current_setting('app.local'), '')::uuid)
  with check (local_id = nullif(current_setting('app.local'), '')::uuid);
alter table platform.event_delivery enable row level security;
create policy owner on platform.event_delivery using (local_id = nullif(current_setting('app.local'), '')::uuid)
  with check (local_id = nullif(current_setting('app.local'), '')::uuid);
create policy lanes on platform.event_delivery for select using (nullif(current_setting('app.local'), '') is null);
grant select, insert, delete on platform.event to gw_app;
grant select, insert, update (tries, not_before), delete on platform.event_delivery to gw_app;
