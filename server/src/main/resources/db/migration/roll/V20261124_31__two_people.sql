-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Pairs of records that look like one person and are two.

create table roll.two_people (
  local_id uuid not null,
  one_id uuid not null,
  two_id uuid not null,
  said_by uuid,
  said_at timestamptz not null,
  primary key (local_id, one_id, two_id),
  foreign key (local_id, one_id) references roll.person (local_id, id) on delete cascade,
  foreign key (local_id, two_id) references roll.person (local_id, id) on delete cascade,
  check (one_id < two_id)
);
comment on table roll.two_people is 'zone=tenant';
create index two_people_by_second on roll.two_people (local_id, two_id);
alter table roll.two_people enable row level security;
create policy tenant on roll.two_people using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, delete on roll.two_people to gw_app;

-- People with one number, or one address, side by side.
drop index roll.person_by_phone;
drop index roll.person_by_mail;
create index person_by_phone on roll.person (local_id, phone_index, id) where phone_index is not null and merged_into is null;
create index person_by_mail on roll.person (local_id, mail_index, id) where mail_index is not null and merged_into is null;
