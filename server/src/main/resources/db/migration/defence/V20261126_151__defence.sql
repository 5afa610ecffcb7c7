-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Somebody who acted is hit back at: what happened, what we do about it, what they need; and whether all who took part
-- in something risky are all right.

create schema defence;
grant usage on schema defence to gw_app;

-- One blow against one person. The person and every text are gone once the person is forgotten; that it was stays.
create table defence.retaliation (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  person_id uuid,
  -- whose organisers see it: the fight's site, or else where the person stands; absent for the whole local's
  site_id uuid,
  campaign_id uuid,
  -- what it answers
  step_id uuid,
  action_id uuid,
  kind text not null check (kind in ('dismissal', 'hours', 'threat', 'notice', 'immigration', 'other')),
  happened_on date not null,
  -- one sentence, as it was said
  word bytea,
  opened_by uuid not null,
  opened_on date not null,
  -- until when the person has to do something, as somebody found out; never advice of ours
  deadline_on date,
  deadline_note bytea,
  deadline_by uuid,
  deadline_noted_on date,
  deadline_met_on date,
  -- the person agreed that whoever helps learns who it is
  may_name boolean not null default false,
  state text not null check (state in ('open', 'closed')),
  outcome text check (outcome in ('undone', 'answered', 'left', 'lost')),
  closing bytea,
  closed_on date,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade,
  foreign key (local_id, site_id) references roll.site (local_id, id),
  foreign key (local_id, campaign_id) references campaign.campaign (local_id, id),
  foreign key (local_id, step_id) references campaign.step (local_id, id),
  foreign key (local_id, action_id) references action.action (local_id, id),
  check ((state = 'closed') = (outcome is not null)),
  check ((state = 'closed') = (closed_on is not null)),
  check ((deadline_on is null) = (deadline_by is null)),
  check ((deadline_on is null) = (deadline_noted_on is null)),
  check (deadline_on is not null or (deadline_note is null and deadline_met_on is null))
);
comment on table defence.retaliation is 'zone=tenant';
comment on column defence.retaliation.word is 'sealed=defence';
comment on column defence.retaliation.deadline_note is 'sealed=defence';
comment on column defence.retaliation.closing is 'sealed=defence';
create index retaliation_of_person on defence.retaliation (local_id, person_id) where person_id is not null;
create index retaliation_open on defence.retaliation (local_id, state, happened_on desc, id);
create index retaliation_of_campaign on defence.retaliation (local_id, campaign_id) where campaign_id is not null;
create index retaliation_of_step on defence.retaliation (local_id, step_id) where step_id is not null;
create index retaliation_of_action on defence.retaliation (local_id, action_id) where action_id is not null;
create index retaliation_at_site on defence.retaliation (local_id, site_id) where site_id is not null;

-- What happened, day by day. Nobody changes a line; a wrong one is put right by another.
create table defence.fact (
  local_id uuid not null,
  id uuid not null,
  retaliation_id uuid not null,
  happened_on date not null,
  what bytea not null,
  -- the line that this one puts right
  corrects_id uuid,
  noted_by uuid not null,
  noted_at timestamptz not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, retaliation_id) references defence.retaliation (local_id, id),
  foreign key (local_id, corrects_id) references defence.fact (local_id, id)
);
comment on table defence.fact is 'zone=tenant';
comment on column defence.fact.what is 'sealed=defence';
create index fact_of_retaliation on defence.fact (local_id, retaliation_id, happened_on, id);
create index fact_corrected on defence.fact (local_id, corrects_id) where corrects_id is not null;

-- What we do about it: a rung of the ladder, or a sentence; on a day.
create table defence.answer (
  local_id uuid not null,
  id uuid not null,
  retaliation_id uuid not null,
  step_id uuid,
  what bytea,
  answer_on date not null,
  done_on date,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, retaliation_id) references defence.retaliation (local_id, id),
  foreign key (local_id, step_id) references campaign.step (local_id, id)
);
comment on table defence.answer is 'zone=tenant';
comment on column defence.answer.what is 'sealed=defence';
create index answer_to_retaliation on defence.answer (local_id, retaliation_id, answer_on, id);
create index answer_by_step on defence.answer (local_id, step_id) where step_id is not null;

-- What the person needs, on a day. Whoever may take part sees what and when; not who, nor why.
create table defence.need (
  local_id uuid not null,
  id uuid not null,
  retaliation_id uuid not null,
  kind text not null check (kind in ('meals', 'childcare', 'rides', 'company', 'call')),
  needed_on date not null,
  -- who tells the helper where and when
  asked_by uuid not null,
  helper_id uuid,
  done_on date,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, retaliation_id) references defence.retaliation (local_id, id),
  foreign key (local_id, helper_id) references roll.person (local_id, id) on delete cascade
);
comment on table defence.need is 'zone=tenant';
create index need_of_retaliation on defence.need (local_id, retaliation_id, needed_on, id);
create index need_by_day on defence.need (local_id, needed_on, id) where done_on is null;
create index need_by_helper on defence.need (local_id, helper_id) where helper_id is not null;

-- What somebody answered, or what their steward found, on day 2 or 14 after a risky rung or action. Nothing is written
-- when somebody is asked; who is to be asked follows from who took part.
create table defence.all_right (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  person_id uuid not null,
  step_id uuid not null,
  action_id uuid,
  -- on which day after it
  round smallint not null check (round in (2, 14)),
  answer text not null check (answer in ('all-right', 'not-reached', 'hit-back')),
  answered_by uuid not null,
  answered_on date not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade,
  foreign key (local_id, step_id) references campaign.step (local_id, id),
  foreign key (local_id, action_id) references action.action (local_id, id)
);
comment on table defence.all_right is 'zone=tenant';
create unique index all_right_step_once on defence.all_right (local_id, person_id, step_id, round) where action_id is null;
create unique index all_right_action_once on defence.all_right (local_id, person_id, action_id, round)
  where action_id is not null;
create index all_right_of_step on defence.all_right (local_id, step_id);

do $$
declare t text;
begin
  foreach t in array array['retaliation', 'fact', 'answer', 'need', 'all_right'] loop
    execute format('alter table defence.%I enable row level security', t);
    execute format('create policy tenant on defence.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update, delete on defence.retaliation, defence.answer, defence.need, defence.all_right to gw_app;
-- a fact is never changed
grant select, insert, delete on defence.fact to gw_app;
