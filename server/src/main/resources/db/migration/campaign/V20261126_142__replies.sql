-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What the other side answered, demand by demand, and what it promised by when.

create table campaign.reply (
  local_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  came_on date not null,
  -- who on their side
  said_by bytea not null,
  way text not null check (way in ('letter', 'mail', 'phone', 'in-person')),
  -- their words
  words bytea not null,
  -- what we answer
  ours bytea,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, campaign_id) references campaign.campaign (local_id, id)
);
comment on table campaign.reply is 'zone=tenant';
comment on column campaign.reply.said_by is 'sealed=campaigns';
comment on column campaign.reply.words is 'sealed=campaigns';
comment on column campaign.reply.ours is 'sealed=campaigns';
create index reply_by_campaign on campaign.reply (local_id, campaign_id, came_on, id);

create table campaign.reply_answer (
  local_id uuid not null,
  reply_id uuid not null,
  demand_id uuid not null,
  answer text not null check (answer in ('refused', 'maybe', 'half', 'yes', 'nothing')),
  -- by when they promised it
  promised_on date,
  -- when somebody looked whether it was done
  looked_on date,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, reply_id, demand_id),
  foreign key (local_id, reply_id) references campaign.reply (local_id, id) on delete cascade,
  foreign key (local_id, demand_id) references campaign.demand (local_id, id) on delete cascade
);
comment on table campaign.reply_answer is 'zone=tenant';
create index reply_answer_by_demand on campaign.reply_answer (local_id, demand_id);
create index reply_answer_due on campaign.reply_answer (local_id, promised_on)
  where promised_on is not null and looked_on is null;

do $$
declare t text;
begin
  foreach t in array array['reply', 'reply_answer'] loop
    execute format('alter table campaign.%I enable row level security', t);
    execute format('create policy tenant on campaign.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, delete on campaign.reply to gw_app;
grant select, insert, update, delete on campaign.reply_answer to gw_app;

-- what a fight was about, for whoever looks for what others learned; and those lessons, the newest first
alter table campaign.campaign add column debrief_about text;
create index campaign_debriefed on campaign.campaign (local_id, id) where debrief is not null;
