-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What was written by hand within the last days is added up, whatever day it is entered for.
create index entry_written_by_hand on ledger.entry (local_id, entered_at) where source_kind = 'by-hand';
