-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The same movement in two files, and what a bank takes back, are looked for among the lines of the same other side or
-- with the same reference of the payer: by all columns that have to be equal, so that neither a side nor a reference that
-- thousands of lines have makes a step slow, and no other index looks as good while the database knows nothing of the rows.

create index line_by_other on banking.line (local_id, account_id, other_index, booked_on, amount);
drop index banking.line_of_end_to_end;
create index line_of_end_to_end on banking.line (local_id, end_to_end_index, account_id, booked_on, amount)
  where end_to_end_index is not null;
