-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The committee is written to when something is asked, and once more when a third of the time to decide is left.
alter table aid.request add column reminded_at timestamptz;
create index request_to_remind on aid.request (local_id, due_at) where state = 'open' and reminded_at is null;
