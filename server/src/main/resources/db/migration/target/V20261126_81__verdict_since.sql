-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Since when a verdict has said what it says: saying it again is newer, and no other verdict.

alter table target.verdict add column held_since timestamptz;
update target.verdict set held_since = changed_at;
