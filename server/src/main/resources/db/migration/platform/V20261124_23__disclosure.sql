-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What people who may not see the rows are shown instead of a number: a band, the same for a week and for everybody.
-- Only bands from five people up have a row, so the table tells no more than the pages do.

create table platform.disclosed (
  local_id uuid not null references platform.local (id),
  kind text not null check (kind ~ '^[a-z]+\.[a-z][a-z-]*$'),
  key text not null check (length(key) between 1 and 200),
  -- the Monday of the week
  week date not null check (extract(isodow from week) = 1),
  band text not null check (band in ('few', 'ten', 'fifty')),
  primary key (local_id, kind, week, key)
);
comment on table platform.disclosed is 'zone=disclosure';

-- Which weeks have been counted: a week is written once and whole.
create table platform.disclosed_week (
  local_id uuid not null references platform.local (id),
  kind text not null,
  week date not null,
  primary key (local_id, kind, week)
);
comment on table platform.disclosed_week is 'zone=disclosure';
grant select, insert, delete on platform.disclosed, platform.disclosed_week to gw_app;
