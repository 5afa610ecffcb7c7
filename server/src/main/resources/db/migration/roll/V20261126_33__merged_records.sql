-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The records merged into one, whose rules and images go with it.
create index person_merged on roll.person (local_id, merged_into) where merged_into is not null;
