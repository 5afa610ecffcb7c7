-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Whoever was at a march, a picket or a button day did the rung. The check-in that noted it says so, so that taking the
-- check-in back takes back what it noted and nothing else.

alter table action.sign_up
  add column did_step uuid,
  add constraint sign_up_did_step_fkey foreign key (local_id, did_step) references campaign.step (local_id, id),
  add constraint sign_up_did_what_it_attended check (did_step is null or state = 'attended');
create index sign_up_by_did_step on action.sign_up (local_id, did_step) where did_step is not null;
