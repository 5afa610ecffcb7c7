-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A line of a home's book that was wrong is crossed out and stays to be read; another may stand in its place. A hearing
-- also says what came of it.

alter table strike.happening
  add column crossed_on date,
  add column crossed_by uuid,
  add column instead_id uuid,
  add foreign key (local_id, instead_id) references strike.happening (local_id, id),
  add check ((crossed_on is null) = (crossed_by is null)),
  add check (instead_id is null or crossed_on is not null);
alter table strike.notice
  add column crossed_on date,
  add column crossed_by uuid,
  add column instead_id uuid,
  add foreign key (local_id, instead_id) references strike.notice (local_id, id),
  add check ((crossed_on is null) = (crossed_by is null)),
  add check (instead_id is null or crossed_on is not null);
alter table strike.hearing
  add column crossed_on date,
  add column crossed_by uuid,
  add column instead_id uuid,
  add column result bytea,
  add foreign key (local_id, instead_id) references strike.hearing (local_id, id),
  add check ((crossed_on is null) = (crossed_by is null)),
  add check (instead_id is null or crossed_on is not null);
comment on column strike.hearing.result is 'sealed=strike';
create index happening_instead on strike.happening (local_id, instead_id) where instead_id is not null;
create index notice_instead on strike.notice (local_id, instead_id) where instead_id is not null;
create index hearing_instead on strike.hearing (local_id, instead_id) where instead_id is not null;
drop index strike.notice_open;
create index notice_open on strike.notice (local_id, answer_by, id) where answered_on is null and crossed_on is null;
