-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What a quarter of the books came to, as a hash, when its last month was closed: shown on its page without reading the quarter
-- again, and held against what it comes to when somebody signs. Never changed.

create table treasury.quarter_print (
  local_id uuid not null,
  quarter date not null check (extract(day from quarter) = 1),
  entries integer not null check (entries >= 0),
  -- SHA-256 of the file of the quarter
  digest bytea not null check (length(digest) = 32),
  made_at timestamptz not null,
  primary key (local_id, quarter),
  foreign key (local_id) references ledger.book (local_id)
);
comment on table treasury.quarter_print is 'zone=tenant';
comment on column treasury.quarter_print.digest is 'plain=a hash over entries that are read by whoever may';
alter table treasury.quarter_print enable row level security;
create policy tenant on treasury.quarter_print using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert on treasury.quarter_print to gw_app;
