-- SPDX-License-Identifier: AGPL-3.0-or-later
-- How many are out, as members read it: counted once a day, of a part nothing or five and more. Who the last figures were
-- over lies sealed in strike.counted, so that no difference between two days speaks of fewer than five.

create table strike.out_told (
  local_id uuid not null,
  step_id uuid not null,
  -- what the part is called, or several together; nothing for the whole site
  part text not null,
  on_day date not null,
  people_out integer not null check (people_out = 0 or people_out >= 5),
  people_there integer not null check (people_there >= people_out),
  primary key (local_id, step_id, part),
  foreign key (local_id, step_id) references strike.strike (local_id, step_id)
);
comment on table strike.out_told is 'zone=tenant';
alter table strike.out_told enable row level security;
create policy tenant on strike.out_told using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update, delete on strike.out_told to gw_app;
