-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What was a mistake in petty cash, or with a move between funds, is undone by another movement.

alter table spending.petty_move add column undoes_id uuid;
alter table spending.petty_move add foreign key (local_id, undoes_id) references spending.petty_move (local_id, id);
alter table spending.petty_move drop constraint petty_move_kind_check;
alter table spending.petty_move add check (kind in ('handed-out', 'spent', 'given-back', 'counted', 'undone'));
alter table spending.petty_move add check ((kind = 'undone') = (undoes_id is not null));
create unique index petty_move_undone_once on spending.petty_move (local_id, undoes_id) where undoes_id is not null;
create index petty_move_handed_out on spending.petty_move (local_id, on_date) where kind = 'handed-out';

-- A move that is to be undone waits for a second person, as it did when it was made.
alter table spending.fund_move drop constraint fund_move_state_check;
alter table spending.fund_move add check (state in ('asked', 'moved', 'withdrawn', 'undoing', 'undone'));
alter table spending.fund_move add column undo_by uuid;
alter table spending.fund_move add column undone_on date;
alter table spending.fund_move add column undo_entry uuid;
alter table spending.fund_move add foreign key (local_id, undo_entry) references ledger.entry (local_id, id);
alter table spending.fund_move drop constraint fund_move_check1;
alter table spending.fund_move add check ((state in ('moved', 'undoing', 'undone')) = (entry_id is not null));
alter table spending.fund_move add check ((state = 'undone') = (undo_entry is not null));
alter table spending.fund_move add check ((undo_entry is null) = (undone_on is null));
