-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What somebody needs so that they can come: said with the answer, and gone with it. An action that is count only
-- counts needs in its shifts.

alter table action.action
  add column asks_childcare boolean not null default false,
  add column asks_ride boolean not null default false,
  add column asks_access boolean not null default false,
  add column asks_language boolean not null default false;

alter table action.shift
  add column need_childcare integer not null default 0 check (need_childcare >= 0),
  add column need_ride integer not null default 0 check (need_ride >= 0),
  add column need_access integer not null default 0 check (need_access >= 0),
  add column need_language integer not null default 0 check (need_language >= 0);

alter table action.sign_up
  add column needs_childcare boolean not null default false,
  add column needs_ride boolean not null default false,
  add column needs_access boolean not null default false,
  -- which language, as typed
  add column needs_language bytea;
comment on column action.sign_up.needs_language is 'sealed=action';
