-- SPDX-License-Identifier: AGPL-3.0-or-later
-- An entry over so few people that it could tell what one of them owes: members read it only within a sum.

alter table ledger.entry add column people smallint check (people between 1 and 4);
create index entry_of_few on ledger.entry (local_id, id) where people is not null;
