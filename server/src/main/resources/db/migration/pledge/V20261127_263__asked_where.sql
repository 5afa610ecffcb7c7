-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A call remembers at which site it was asked. When the fight is linked to another site or to none, whoever had answered
-- is still told what became of it.

alter table pledge.step_call add column site_id uuid,
  add foreign key (local_id, site_id) references roll.site (local_id, id);
create index step_call_at_site on pledge.step_call (local_id, site_id) where site_id is not null;

update pledge.step_call c set site_id = (
  select s.site_id from campaign.api_step s where s.local_id = c.local_id and s.id = c.step_id);

-- Whoever holds the code of a card that was destroyed on the last day reads that it is over, not that the code is wrong.
alter table pledge.follow_up add column code_hash bytea;
create unique index follow_up_by_code on pledge.follow_up (local_id, code_hash) where code_hash is not null;
