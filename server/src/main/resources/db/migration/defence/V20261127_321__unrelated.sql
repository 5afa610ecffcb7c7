-- SPDX-License-Identifier: AGPL-3.0-or-later
-- That somebody said of a case that it is not about a fight which is being ended at its place.

create table defence.unrelated (
  local_id uuid not null,
  retaliation_id uuid not null,
  campaign_id uuid not null,
  said_by uuid not null,
  said_on date not null,
  primary key (local_id, retaliation_id, campaign_id),
  foreign key (local_id, retaliation_id) references defence.retaliation (local_id, id),
  foreign key (local_id, campaign_id) references campaign.campaign (local_id, id)
);
comment on table defence.unrelated is 'zone=tenant';
create index unrelated_to_campaign on defence.unrelated (local_id, campaign_id);
alter table defence.unrelated enable row level security;
create policy tenant on defence.unrelated using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update, delete on defence.unrelated to gw_app;
