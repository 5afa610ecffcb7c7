-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Whoever takes over reads what there truly is once somebody who keeps or checks the money says that it is them.

alter table treasury.handover add column taker_confirmed_by uuid;
alter table treasury.handover add column taker_confirmed_at timestamptz;
alter table treasury.handover add check (taker_confirmed_at is null or taker_id is not null);
alter table treasury.handover add check (taker_confirmed_by <> taker_id);
