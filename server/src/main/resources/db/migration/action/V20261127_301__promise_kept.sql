-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A promise has a day, and on that day somebody looks whether it was kept.

alter table action.march
  -- absent while nobody has looked
  add column promise_kept boolean,
  add constraint march_kept_a_promise check (promise_kept is null or promise is not null);
create index march_promised on action.march (local_id, promised_for)
  where promise is not null and promise_kept is null and promised_for is not null;
