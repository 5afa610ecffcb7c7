-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Entries that no line of a bank's statement made: few beside those, and asked for whenever a bank is held against the books.

create index entry_not_of_bank on ledger.entry (local_id, on_date, id) where source_kind is distinct from 'bank-line';
