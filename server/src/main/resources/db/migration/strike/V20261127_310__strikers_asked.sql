-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What somebody on a strike's list said when they were asked whether they are all right, on day 2 or 14. It hangs on the
-- sealed row, so that nobody is named by it; no author and no moment, because everybody answers for themselves.

create table strike.striker_asked (
  local_id uuid not null,
  striker_id uuid not null,
  round smallint not null check (round in (2, 14)),
  answer text not null check (answer in ('all-right', 'hit-back')),
  primary key (local_id, striker_id, round),
  foreign key (local_id, striker_id) references strike.striker (local_id, id) on delete cascade
);
comment on table strike.striker_asked is 'zone=tenant';
alter table strike.striker_asked enable row level security;
create policy tenant on strike.striker_asked using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update, delete on strike.striker_asked to gw_app;
