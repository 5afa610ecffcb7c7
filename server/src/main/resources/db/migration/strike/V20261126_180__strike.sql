-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A strike that has begun on a rung of a plan: of rent, unit by unit, or of work or study, with a list that is sealed.

create schema strike;
grant usage on schema strike to gw_app;

create table strike.strike (
  local_id uuid not null references platform.local (id),
  step_id uuid not null,
  campaign_id uuid not null,
  kind text not null check (kind in ('rent-strike', 'strike')),
  begun_on date not null,
  -- the day of the month on which rent is due; the last day of a month that has no such day
  due_day smallint check (due_day between 1 and 31),
  currency text check (currency ~ '^[A-Z]{3}$'),
  -- what was agreed at its end, and what becomes of the money that was withheld
  agreement bytea,
  agreed_on date,
  paid_minor bigint check (paid_minor >= 0),
  kept_minor bigint check (kept_minor >= 0),
  ended_on date,
  -- what stays when the rows about people have been deleted
  forgotten_on date,
  homes integer check (homes >= 0),
  withheld_minor bigint,
  people integer check (people >= 0),
  days integer check (days >= 0),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, step_id),
  foreign key (local_id, step_id) references campaign.step (local_id, id),
  foreign key (local_id, campaign_id) references campaign.campaign (local_id, id),
  check ((kind = 'rent-strike') = (due_day is not null)),
  check ((due_day is null) = (currency is null)),
  check ((agreement is null) = (agreed_on is null)),
  check (ended_on >= begun_on)
);
comment on table strike.strike is 'zone=tenant';
comment on column strike.strike.agreement is 'sealed=strike row=step_id';
create index strike_running on strike.strike (local_id, step_id) where forgotten_on is null;
create index strike_of_campaign on strike.strike (local_id, campaign_id);

-- A unit that withholds its rent, or did. What it is called is kept, because the chart may be laid out anew.
create table strike.withholding (
  local_id uuid not null,
  id uuid not null,
  step_id uuid not null,
  unit_id uuid not null,
  label text not null check (length(label) between 1 and 120),
  -- whom to talk to in the household; nobody once they are forgotten
  person_id uuid,
  since date not null,
  monthly bytea not null,
  held text not null check (held in ('own', 'common', 'lawyer', 'court', 'not-kept')),
  left_on date,
  left_because text check (left_because in ('paid', 'moved', 'agreement', 'other')),
  -- whether the household signed the agreement
  signed boolean not null default false,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, step_id) references strike.strike (local_id, step_id),
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade,
  check ((left_on is null) = (left_because is null)),
  check (left_on >= since)
);
comment on table strike.withholding is 'zone=tenant';
comment on column strike.withholding.monthly is 'sealed=strike';
create unique index withholding_running on strike.withholding (local_id, step_id, unit_id) where left_on is null;
create index withholding_of_strike on strike.withholding (local_id, step_id, id);
create index withholding_of_person on strike.withholding (local_id, person_id) where person_id is not null;

-- What happens to a unit that withholds: a part of the rent was paid, something was repaired, it was offered something.
create table strike.happening (
  local_id uuid not null,
  id uuid not null,
  withholding_id uuid not null,
  kind text not null check (kind in ('payment', 'repair', 'offer')),
  on_day date not null,
  what bytea,
  amount bytea,
  until_day date,
  answer text check (answer in ('waiting', 'together', 'refused', 'taken')),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, withholding_id) references strike.withholding (local_id, id) on delete cascade,
  check (kind <> 'payment' or amount is not null),
  check (kind = 'payment' or what is not null),
  check ((kind = 'offer') = (answer is not null)),
  check (until_day is null or kind = 'offer')
);
comment on table strike.happening is 'zone=tenant';
comment on column strike.happening.what is 'sealed=strike';
comment on column strike.happening.amount is 'sealed=strike';
create index happening_to_unit on strike.happening (local_id, withholding_id, on_day, id);

-- A paper that came to a unit and must be answered by a day.
create table strike.notice (
  local_id uuid not null,
  id uuid not null,
  withholding_id uuid not null,
  kind text not null check (kind in ('pay-or-quit', 'eviction', 'no-renewal', 'other')),
  received_on date not null,
  answer_by date not null,
  answered_on date,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, withholding_id) references strike.withholding (local_id, id) on delete cascade
);
comment on table strike.notice is 'zone=tenant';
create index notice_open on strike.notice (local_id, answer_by, id) where answered_on is null;
create index notice_of_unit on strike.notice (local_id, withholding_id, answer_by, id);

create table strike.hearing (
  local_id uuid not null,
  id uuid not null,
  withholding_id uuid not null,
  starts_at timestamptz not null,
  place bytea not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, withholding_id) references strike.withholding (local_id, id) on delete cascade
);
comment on table strike.hearing is 'zone=tenant';
comment on column strike.hearing.place is 'sealed=strike';
create index hearing_of_unit on strike.hearing (local_id, withholding_id, starts_at, id);

-- What everybody of the local may read: the sum over five units or more, once a month, so that nobody finds a household
-- by subtracting yesterday's sum from today's.
create table strike.monthly (
  local_id uuid not null,
  step_id uuid not null,
  due_on date not null,
  homes integer not null check (homes >= 5),
  withheld_minor bigint not null,
  primary key (local_id, step_id, due_on),
  foreign key (local_id, step_id) references strike.strike (local_id, step_id)
);
comment on table strike.monthly is 'zone=tenant';

-- Somebody on strike, from a day until the day they went back. Who it is lies sealed; the keyed hash, over the strike and
-- the person, finds them once. No author and no moment, because most people write it down themselves.
create table strike.striker (
  local_id uuid not null,
  id uuid not null,
  step_id uuid not null,
  person bytea not null,
  person_index bytea not null,
  since date not null,
  until date,
  primary key (local_id, id),
  foreign key (local_id, step_id) references strike.strike (local_id, step_id),
  check (until >= since)
);
comment on table strike.striker is 'zone=tenant';
comment on column strike.striker.person is 'sealed=strike';
create unique index striker_out on strike.striker (local_id, step_id, person_index) where until is null;
create index striker_found on strike.striker (local_id, person_index);
create index striker_of_strike on strike.striker (local_id, step_id, id);

-- A day on which somebody had a duty or was excused. Which of the two is sealed: both count the same.
create table strike.striker_day (
  local_id uuid not null,
  id uuid not null,
  striker_id uuid not null,
  on_day date not null,
  what bytea not null,
  primary key (local_id, id),
  foreign key (local_id, striker_id) references strike.striker (local_id, id) on delete cascade
);
comment on table strike.striker_day is 'zone=tenant';
comment on column strike.striker_day.what is 'sealed=strike';
create unique index striker_day_once on strike.striker_day (local_id, striker_id, on_day);

do $$
declare t text;
begin
  foreach t in array array['strike', 'withholding', 'happening', 'notice', 'hearing', 'monthly', 'striker', 'striker_day']
  loop
    execute format('alter table strike.%I enable row level security', t);
    execute format('create policy tenant on strike.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
    execute format('grant select, insert, update, delete on strike.%I to gw_app', t);
  end loop;
end $$;
