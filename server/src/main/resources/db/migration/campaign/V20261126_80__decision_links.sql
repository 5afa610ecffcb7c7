-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Who is behind the companies, as a decision to go public shows it: each sentence as it was then, with its source. The two
-- places say which verdict it rests on: once that is split, the sentence is not shown any more.

create table campaign.decision_link (
  local_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  position smallint not null check (position >= 0),
  site_a text not null check (length(site_a) <= 230),
  site_b text not null check (length(site_b) <= 230),
  -- the key of the sentence and what stands in it
  message text not null check (length(message) <= 100),
  one bytea not null,
  other bytea not null,
  arguments bytea not null,
  register bytea not null,
  loaded_on date not null,
  primary key (local_id, id),
  unique (local_id, decision_id, position),
  foreign key (local_id, decision_id) references campaign.decision (local_id, id)
);
comment on table campaign.decision_link is 'zone=tenant';
comment on column campaign.decision_link.one is 'sealed=campaigns';
comment on column campaign.decision_link.other is 'sealed=campaigns';
comment on column campaign.decision_link.arguments is 'sealed=campaigns';
comment on column campaign.decision_link.register is 'sealed=campaigns';
alter table campaign.decision_link enable row level security;
create policy tenant on campaign.decision_link using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update on campaign.decision_link to gw_app;
