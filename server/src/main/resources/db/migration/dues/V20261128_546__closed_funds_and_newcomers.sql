-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A fund that is closed while a run is under way gets nothing of it.

grant delete on dues.run_share to gw_app;

-- Whoever joined after a scale was there owes nothing for periods that were over by then; who was entered before it is no newcomer.
alter table dues.plan add column begun_on date;
update dues.plan set begun_on = changed_at::date;
alter table dues.plan alter column begun_on set not null;
