-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Whoever works on a case is written to seven days and two days before its deadline and on the day; each once.

alter table defence.retaliation
  -- the last of these that was written for this day, in days before it; absent while nothing was
  add column deadline_told smallint check (deadline_told in (7, 2, 0)),
  add check (deadline_on is not null or deadline_told is null);
create index retaliation_due on defence.retaliation (local_id, deadline_on)
  where state = 'open' and deadline_met_on is null and deadline_on is not null;
