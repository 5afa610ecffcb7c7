-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Whoever waited and has a place now is told: by mail, or by somebody who organises it.

alter table action.sign_up
  add column moved_up_at timestamptz,
  add column told_at timestamptz,
  add column told_by text check (told_by in ('mail', 'hand')),
  add constraint sign_up_told_by_somebody check ((told_at is null) = (told_by is null)),
  add constraint sign_up_told_of_a_place check (told_at is null or moved_up_at is not null);
