-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A reply that was written down wrongly is put right. What it said before stays, for those who run the fight.

create table campaign.reply_before (
  local_id uuid not null,
  id uuid not null,
  reply_id uuid not null,
  came_on date not null,
  said_by bytea not null,
  way text not null check (way in ('letter', 'mail', 'phone', 'in-person')),
  words bytea not null,
  ours bytea,
  -- until when it stood so
  until_at timestamptz not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, reply_id) references campaign.reply (local_id, id) on delete cascade
);
comment on table campaign.reply_before is 'zone=tenant';
comment on column campaign.reply_before.said_by is 'sealed=campaigns';
comment on column campaign.reply_before.words is 'sealed=campaigns';
comment on column campaign.reply_before.ours is 'sealed=campaigns';
create index reply_before_of_reply on campaign.reply_before (local_id, reply_id, until_at, id);

create table campaign.reply_before_answer (
  local_id uuid not null,
  before_id uuid not null,
  demand_id uuid not null,
  answer text not null check (answer in ('refused', 'maybe', 'half', 'yes', 'nothing')),
  promised_on date,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, before_id, demand_id),
  foreign key (local_id, before_id) references campaign.reply_before (local_id, id) on delete cascade,
  foreign key (local_id, demand_id) references campaign.demand (local_id, id) on delete cascade
);
comment on table campaign.reply_before_answer is 'zone=tenant';
create index reply_before_answer_by_demand on campaign.reply_before_answer (local_id, demand_id);

do $$
declare t text;
begin
  foreach t in array array['reply_before', 'reply_before_answer'] loop
    execute format('alter table campaign.%I enable row level security', t);
    execute format('create policy tenant on campaign.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    -- what was said before is not changed
    execute format('grant select, insert, delete on campaign.%I to gw_app', t);
  end loop;
end $$;
grant update on campaign.reply to gw_app;
