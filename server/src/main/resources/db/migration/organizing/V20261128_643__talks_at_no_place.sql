-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Somebody who holds no place is talked with at none. What belongs to a place is not written down of it.
alter table organizing.conversation alter column site_id drop not null;
alter table organizing.conversation add constraint conversation_at_no_place check (site_id is not null
  or (unit_id is null and person_id is not null and issue is null and ask_id is null));
