-- SPDX-License-Identifier: AGPL-3.0-or-later
-- By what a line of aid or strike pay can be told from what somebody else got, and by nothing else: a keyed hash that whoever
-- pays makes. With it members are shown sums over at least five people, and not over five payments to one.

alter table ledger.line add column mark uuid;
