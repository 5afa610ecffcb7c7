-- SPDX-License-Identifier: AGPL-3.0-or-later

-- Lines are looked up by their entry or by their account. Just after many were written PostgreSQL still takes their local for
-- a small one, and of two indexes that begin with the local it chose the smaller one for both: it then read all lines of the
-- local for each entry. An account has the same id in no other local, so the index over accounts needs no local.
drop index ledger.line_by_account;
create index line_by_account on ledger.line (account_id, month);
