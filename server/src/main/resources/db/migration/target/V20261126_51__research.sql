-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Questions to find out and findings of a target's research sheet; the mail domains of a target's firm.

-- absent with an absent finding: the first task, to find out who can say yes
alter table target.research add column question bytea;
-- of a date that hurts: its day
alter table target.research add column happens_on date;
alter table target.research add column added_by uuid, add column added_at timestamptz;
create index research_open on target.research (local_id, added_at, id) where open;
create index target_newest on target.target (local_id, id desc);

create table target.mail_domain (
  local_id uuid not null,
  target_id uuid not null,
  id uuid not null,
  -- what organisers read, and a keyed hash to find it by
  domain bytea not null,
  domain_index bytea not null,
  -- the form to join refuses addresses under it, and so tells whoever tries one
  refused boolean not null,
  primary key (local_id, id),
  unique (local_id, target_id, domain_index),
  foreign key (local_id, target_id) references target.target (local_id, id)
);
comment on table target.mail_domain is 'zone=tenant';
create index mail_domain_by_index on target.mail_domain (local_id, domain_index);
alter table target.mail_domain enable row level security;
create policy tenant on target.mail_domain using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update, delete on target.mail_domain to gw_app;
