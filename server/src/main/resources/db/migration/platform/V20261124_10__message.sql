-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What waits to be sent: put in within the transaction of what caused it, sealed under the installation's key, and
-- forgotten once it has left.

create table platform.outgoing (
  id uuid primary key,
  content bytea,
  state text not null check (state in ('waiting', 'refused', 'expired')),
  tries integer not null check (tries >= 0),
  -- when to try next; a claimed letter's is moved ahead, so that it comes back if its sender dies
  next_at timestamptz not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  check ((content is null) = (state <> 'waiting'))
);
comment on table platform.outgoing is 'zone=coordinator';
create index outgoing_due on platform.outgoing (next_at) where state = 'waiting';
grant select, insert, update, delete on platform.outgoing to gw_app;
