-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Where a person stands with the local, lists and the search over sealed names, and how somebody may safely be reached.

-- The state repeats the kind and state of the current membership, so that lists by state page by an index. Only
-- org.groundwork.roll.Memberships changes it, together with the membership.
alter table roll.person
  add column state text not null default 'contact'
    check (state in ('contact', 'applied', 'member', 'supporter', 'lapsed', 'left', 'expelled')),
  -- the day somebody agreed to be written to; without it a contact never is
  add column agreed_on date,
  -- who knows this contact
  add column known_by uuid;

update roll.person p set state = case when m.state = 'active' then m.kind else m.state end, forget_on = null, agreed_on = m.since
from roll.membership m where m.local_id = p.local_id and m.person_id = p.id and m.until is null;
update roll.person p set known_by = changed_by where local_id = p.local_id and state = 'contact';

create index person_by_state on roll.person (local_id, state, id) where merged_into is null;

-- Names are searched by keyed tokens of them. Each local has a key of its own, so one local's tokens find no other
-- local's rows and local_id adds nothing to the index but its weight. The pending list is short because every search
-- reads it.
create index person_by_name on roll.person using gin (name_tokens) with (fastupdate = on, gin_pending_list_limit = 256);

create index position_by_site_person on roll.position (local_id, site_id, person_id) where until is null;
create index position_of_boss on roll.position (local_id, person_id) where until is null and boss_side;

create table roll.safe_contact (
  local_id uuid not null,
  person_id uuid not null,
  call boolean not null,
  text boolean not null,
  mail boolean not null,
  -- minutes after midnight in the local's time zone; both or none; from later than until means over midnight
  from_minute smallint check (from_minute between 0 and 1439),
  until_minute smallint check (until_minute between 0 and 1439),
  neutral boolean not null,
  voicemail boolean not null,
  note bytea,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, person_id),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade,
  check ((from_minute is null) = (until_minute is null))
);
comment on table roll.safe_contact is 'zone=tenant';

alter table roll.safe_contact enable row level security;
create policy tenant on roll.safe_contact using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update, delete on roll.safe_contact to gw_app;
