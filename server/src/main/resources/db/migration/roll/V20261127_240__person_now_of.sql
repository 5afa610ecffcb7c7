-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Deleting somebody asks whether they stand for a record; without this each of them read the whole roll.

create index person_now_of on roll.person (local_id, now_id) where now_id is not null;
