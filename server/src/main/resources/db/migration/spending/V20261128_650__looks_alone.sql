-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What a rule of the local took is looked at for itself: it adds to nobody's week. What was noted before this column counts as it did.
alter table spending.second_look add column together boolean not null default true;

-- Undoing that petty cash was given back hands it out again.
drop index spending.petty_move_handed_out;
create index petty_move_handed_out on spending.petty_move (local_id, on_date) where kind in ('handed-out', 'undone');
