-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What one person says that another has too is not confirmed before somebody has spoken with that other.
alter table grievance.grievance drop constraint grievance_came_by_check;
alter table grievance.grievance add constraint grievance_came_by_check
  check (came_by in ('form', 'organiser', 'member', 'said-of-them'));
