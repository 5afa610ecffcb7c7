-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The hardship fund: its rules, who asks for how much, what an elected committee decides, what is paid. And strike pay: how
-- much a day, who got it for which days.

create schema aid;
grant usage on schema aid to gw_app;

-- One row for a local whose fund takes requests. Amounts in minor units of the books' currency.
create table aid.rules (
  local_id uuid not null,
  per_request bigint not null check (per_request between 1 and 1000000000000),
  per_half_year bigint not null check (per_half_year between 1 and 1000000000000),
  -- what can be asked for within a day; 0 if nothing can
  emergency bigint not null check (emergency >= 0),
  -- below it both caps are half
  low_below bigint not null check (low_below between 0 and 1000000000000),
  -- from one grant to the next request
  interval_days smallint not null check (interval_days between 0 and 366),
  -- so long one must have been a member
  tenure_days smallint not null check (tenure_days between 0 and 366),
  decide_hours smallint not null check (decide_hours between 24 and 720),
  -- whether whoever is in arrears with dues has to settle that first
  arrears_count boolean not null,
  -- whether people who are in a fight and no members can be helped
  others_too boolean not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id),
  foreign key (local_id) references ledger.book (local_id),
  check (per_half_year >= per_request),
  check (emergency <= per_request)
);
comment on table aid.rules is 'zone=tenant';

create table aid.request (
  local_id uuid not null references platform.local (id),
  id uuid not null,
  -- who asks; nobody any more once they are forgotten, or it is long over
  person_id uuid,
  -- the case of retaliation that it began with
  case_id uuid,
  -- the request that others decide on anew
  appeal_of uuid,
  state text not null check (state in ('begun', 'open', 'granted', 'declined', 'withdrawn', 'paid')),
  asked bigint check (asked between 1 and 1000000000000),
  way text check (way in ('cash', 'transfer', 'creditor')),
  urgent boolean not null default false,
  needed_on date,
  category bytea,
  taken bytea,
  payee bytea,
  words bytea,
  -- what whoever brings the cash is told
  code bytea,
  asked_at timestamptz,
  due_at timestamptz,
  decided_at timestamptz,
  granted bigint,
  because text check (because in ('cap', 'fund', 'elsewhere', 'not-hardship', 'other')),
  answer bytea,
  paid_on date,
  entry_id uuid,
  reasons_gone_on date,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id),
  foreign key (local_id, case_id) references defence.retaliation (local_id, id),
  foreign key (local_id, appeal_of) references aid.request (local_id, id),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id),
  check (state in ('begun', 'withdrawn') or (asked is not null and asked_at is not null and due_at is not null)),
  check (state in ('begun', 'withdrawn') or way is not null),
  check ((state in ('granted', 'paid')) = (granted is not null)),
  check (granted between 1 and asked),
  check ((state in ('granted', 'paid', 'declined')) = (decided_at is not null)),
  check ((state = 'paid') = (entry_id is not null) and (state = 'paid') = (paid_on is not null)),
  check (state = 'declined' or (because is null and answer is null))
);
comment on table aid.request is 'zone=tenant';
comment on column aid.request.category is 'sealed=aid';
comment on column aid.request.taken is 'sealed=aid';
comment on column aid.request.payee is 'sealed=aid';
comment on column aid.request.words is 'sealed=aid';
comment on column aid.request.code is 'sealed=aid';
comment on column aid.request.answer is 'sealed=aid';
create unique index request_of_case on aid.request (local_id, case_id) where case_id is not null and appeal_of is null;
create unique index request_appealed_once on aid.request (local_id, appeal_of) where appeal_of is not null;
create index request_of_person on aid.request (local_id, person_id, id) where person_id is not null;
create index request_by_state on aid.request (local_id, state, id);

-- What somebody of the committee says to a request. Two who say the same decide it.
create table aid.opinion (
  local_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  member_id uuid not null,
  says text not null check (says in ('yes', 'no')),
  amount bigint check (amount between 1 and 1000000000000),
  because text check (because in ('cap', 'fund', 'elsewhere', 'not-hardship', 'other')),
  words bytea,
  -- whether it is one of the two
  counted boolean not null default false,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, request_id) references aid.request (local_id, id),
  foreign key (local_id, member_id) references roll.person (local_id, id) on delete cascade,
  check ((says = 'yes') = (amount is not null)),
  check (says = 'no' or (because is null and words is null))
);
comment on table aid.opinion is 'zone=tenant';
comment on column aid.opinion.words is 'sealed=aid';
create unique index opinion_once on aid.opinion (local_id, request_id, member_id);
create index opinion_of_member on aid.opinion (local_id, member_id);

-- Somebody of the committee said that they are close to somebody: they decide on none of their requests, ever.
create table aid.close_to (
  local_id uuid not null,
  member_id uuid not null,
  person_id uuid not null,
  primary key (local_id, member_id, person_id),
  foreign key (local_id, member_id) references roll.person (local_id, id) on delete cascade,
  foreign key (local_id, person_id) references roll.person (local_id, id) on delete cascade
);
comment on table aid.close_to is 'zone=tenant';
create index close_to_person on aid.close_to (local_id, person_id);

-- What a day on strike is paid with.
create table aid.strike_rule (
  local_id uuid not null,
  step_id uuid not null,
  per_day bigint not null check (per_day between 1 and 100000000),
  days_a_week smallint not null check (days_a_week between 1 and 7),
  -- whether a day counts on which somebody had neither a duty nor an excuse
  any_day boolean not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, step_id),
  foreign key (local_id, step_id) references strike.strike (local_id, step_id)
);
comment on table aid.strike_rule is 'zone=tenant';

create table aid.strike_batch (
  local_id uuid not null,
  id uuid not null,
  step_id uuid not null,
  until date not null,
  people integer not null check (people > 0),
  total bigint not null check (total > 0),
  paid_on date not null,
  entry_id uuid not null,
  -- since then it names nobody
  names_gone_on date,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, step_id) references aid.strike_rule (local_id, step_id),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id)
);
comment on table aid.strike_batch is 'zone=tenant';
create index strike_batch_of_step on aid.strike_batch (local_id, step_id, id);

-- What one striker got of a batch, and for which days. Who it is lies sealed; the keyed hash, over the strike and the person,
-- finds them.
create table aid.strike_share (
  local_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  person bytea not null,
  person_index bytea not null,
  days bytea not null,
  amount bytea not null,
  primary key (local_id, id),
  foreign key (local_id, batch_id) references aid.strike_batch (local_id, id)
);
comment on table aid.strike_share is 'zone=tenant';
comment on column aid.strike_share.person is 'sealed=aid';
comment on column aid.strike_share.days is 'sealed=aid';
comment on column aid.strike_share.amount is 'sealed=aid';
create unique index strike_share_once on aid.strike_share (local_id, batch_id, person_index);
create index strike_share_found on aid.strike_share (local_id, person_index);

do $$
declare t text;
begin
  foreach t in array array['rules', 'request', 'opinion', 'close_to', 'strike_rule', 'strike_batch', 'strike_share'] loop
    execute format('alter table aid.%I enable row level security', t);
    execute format('create policy tenant on aid.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update on aid.rules, aid.request, aid.strike_rule, aid.strike_batch to gw_app;
grant select, insert, update, delete on aid.opinion to gw_app;
grant select, insert, delete on aid.close_to, aid.strike_share to gw_app;
