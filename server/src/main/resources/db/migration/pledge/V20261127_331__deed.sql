-- SPDX-License-Identifier: AGPL-3.0-or-later
-- When those who gave their word were asked whether they did it: once, after a confirmed rung is done.

alter table pledge.step_call add column deed_asked_at timestamptz;
alter table pledge.step_call add check (deed_asked_at is null or state = 'confirmed');
