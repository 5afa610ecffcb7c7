-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A payment of aid or of strike pay that went wrong is taken back: by one, with a reason, and a second one.

alter table aid.request drop constraint request_state_check;
alter table aid.request add constraint request_state_check
  check (state in ('begun', 'open', 'granted', 'declined', 'withdrawn', 'paid', 'undone'));
-- so often a payment of it was taken back; each payment has a name of its own in the books
alter table aid.request add column undone smallint not null default 0;

-- what of a batch came back; what was paid stays as it was
alter table aid.strike_batch add column back_people integer not null default 0;
alter table aid.strike_batch add column back_total bigint not null default 0;
alter table aid.strike_batch add constraint strike_batch_back
  check (back_people between 0 and people and back_total between 0 and total);

create table aid.undoing (
  local_id uuid not null,
  id uuid not null,
  request_id uuid,
  batch_id uuid,
  how text not null check (how in ('never-left', 'back-cash', 'back-bank')),
  -- whether it is to be paid anew
  again boolean not null,
  why bytea,
  people integer not null check (people > 0),
  amount bigint not null check (amount > 0),
  state text not null check (state in ('asked', 'done', 'dropped')),
  asked_by uuid,
  asked_on date not null,
  settled_by uuid,
  settled_on date,
  entry_id uuid,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, request_id) references aid.request (local_id, id),
  foreign key (local_id, batch_id) references aid.strike_batch (local_id, id),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id),
  check ((request_id is null) <> (batch_id is null)),
  check ((state = 'asked') = (settled_on is null)),
  check ((state = 'done') = (entry_id is not null)),
  check (state <> 'done' or settled_by is distinct from asked_by or (settled_by is null and asked_by is null))
);
comment on table aid.undoing is 'zone=tenant';
comment on column aid.undoing.why is 'sealed=aid';
create unique index undoing_of_request on aid.undoing (local_id, request_id) where state = 'asked' and request_id is not null;
create unique index undoing_of_batch on aid.undoing (local_id, batch_id) where state = 'asked' and batch_id is not null;
create index undoing_asked on aid.undoing (local_id, id) where state = 'asked';

-- Which parts of a batch; gone with them.
create table aid.undoing_share (
  local_id uuid not null,
  undoing_id uuid not null,
  share_id uuid not null,
  primary key (local_id, undoing_id, share_id),
  foreign key (local_id, undoing_id) references aid.undoing (local_id, id),
  foreign key (local_id, share_id) references aid.strike_share (local_id, id) on delete cascade
);
comment on table aid.undoing_share is 'zone=tenant';
create index undoing_share_of on aid.undoing_share (local_id, share_id);

do $$
declare t text;
begin
  foreach t in array array['undoing', 'undoing_share'] loop
    execute format('alter table aid.%I enable row level security', t);
    execute format('create policy tenant on aid.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update on aid.undoing to gw_app;
grant select, insert, delete on aid.undoing_share to gw_app;
