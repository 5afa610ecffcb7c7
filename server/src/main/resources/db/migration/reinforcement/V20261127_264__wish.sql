-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A steward asks the organisers of a place to call for people. It asks nobody and tells nobody until an organiser makes a
-- call of it. Where and why are deleted once it is answered or over.

create table reinforcement.wish (
  local_id uuid not null,
  id uuid not null,
  -- where the one who asks is a steward; its organisers read it
  site_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  urgency text not null check (urgency in ('planned', 'today', 'now', 'rapid')),
  place bytea,
  why bytea,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  zone text not null check (length(zone) between 1 and 60),
  state text not null check (state in ('open', 'called', 'declined')),
  call_id uuid,
  -- why there is no call
  answer bytea,
  answered_by uuid,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, site_id) references roll.site (local_id, id),
  foreign key (local_id, asked_by) references roll.person (local_id, id) on delete cascade,
  foreign key (local_id, call_id) references reinforcement.call (local_id, id),
  check (starts_at < ends_at),
  check ((state = 'called') = (call_id is not null)),
  check ((state = 'declined') = (answer is not null)),
  check (state = 'open' or (place is null and why is null))
);
comment on table reinforcement.wish is 'zone=tenant';
comment on column reinforcement.wish.place is 'sealed=reinforcement';
comment on column reinforcement.wish.why is 'sealed=reinforcement';
comment on column reinforcement.wish.answer is 'sealed=reinforcement';
create index wish_open on reinforcement.wish (local_id, ends_at, id) where state = 'open';
create index wish_by_end on reinforcement.wish (local_id, ends_at);
create index wish_at_site on reinforcement.wish (local_id, site_id);
create index wish_of_person on reinforcement.wish (local_id, asked_by, asked_at);
create index wish_of_call on reinforcement.wish (local_id, call_id) where call_id is not null;
alter table reinforcement.wish enable row level security;
create policy tenant on reinforcement.wish using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update, delete on reinforcement.wish to gw_app;
