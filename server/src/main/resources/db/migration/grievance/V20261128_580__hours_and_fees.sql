-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Hours or shifts that were taken away, and fees that may not be asked for, are kinds of their own: what one gets back and what is
-- demanded differ from unpaid wages and from what a university charges.

alter table grievance.grievance drop constraint grievance_kind_check;
alter table grievance.grievance add constraint grievance_kind_check check (kind in ('deposit-theft', 'rent-rise', 'repairs',
  'eviction', 'harassment', 'wage-theft', 'hours-taken', 'speed-up', 'safety', 'dismissal', 'discrimination', 'fees', 'cuts',
  'housing', 'grading-labour', 'illegal-fee', 'other'));
