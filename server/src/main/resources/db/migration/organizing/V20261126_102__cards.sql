-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Cards that people sign: the wordings a local uses, which are never changed once somebody signed, and who signed which.

create table organizing.card_text (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  kind text not null check (kind in ('membership', 'authorisation')),
  language text not null check (length(language) <= 40),
  wording text not null check (length(wording) between 1 and 4000),
  -- how many days a card is good for; absent for always
  valid_days integer check (valid_days between 1 and 3660),
  retired_at timestamptz,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id)
);
comment on table organizing.card_text is 'zone=tenant';

create table organizing.card (
  local_id uuid not null,
  id uuid not null,
  text_id uuid not null,
  person_id uuid not null,
  signed_on date not null,
  valid_until date,
  -- as they wrote their name on the phone, sealed; absent for one on paper
  signature bytea,
  -- who saw it
  witness_id uuid not null,
  withdrawn_on date,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, text_id) references organizing.card_text (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade
);
comment on table organizing.card is 'zone=tenant';
comment on column organizing.card.signature is 'sealed=organizing';
create unique index card_once on organizing.card (local_id, text_id, person_id, signed_on) where withdrawn_on is null;
create index card_by_person on organizing.card (local_id, person_id, signed_on desc, id);
create index card_by_text on organizing.card (local_id, text_id);

do $$
declare t text;
begin
  foreach t in array array['card_text', 'card'] loop
    execute format('alter table organizing.%I enable row level security', t);
    execute format('create policy tenant on organizing.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    execute format('grant select, insert, update, delete on organizing.%I to gw_app', t);
  end loop;
end $$;
