-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Dues and gifts paid by card through Stripe: the local's key, what members went to Stripe for, what came of it, and the
-- messages by which Stripe tells.

create schema cards;
grant usage on schema cards to gw_app;

-- The local's account at Stripe.
create table cards.setting (
  local_id uuid not null references platform.local (id),
  -- whether members are offered to pay by card
  state text not null check (state in ('off', 'on')),
  secret_key bytea not null,
  key_end text not null check (length(key_end) = 4),
  live boolean not null,
  -- what Stripe said of the account when it was last asked
  account text not null check (account ~ '^acct_[A-Za-z0-9]{1,250}$'),
  account_name text not null check (length(account_name) <= 120),
  statement text not null check (length(statement) <= 40),
  account_currency text not null check (account_currency ~ '^[A-Z]{3}$'),
  takes boolean not null,
  looked_at timestamptz not null,
  -- what signs messages of Stripe; the former one holds for a day after it was changed
  hook_secret bytea,
  hook_end text check (length(hook_end) = 4),
  old_hook_secret bytea,
  old_until timestamptz,
  -- what stands on Stripe's page and receipts
  description text not null check (length(description) between 1 and 60),
  -- what Stripe told until then is here
  seen_until timestamptz not null,
  -- why Stripe could not be asked, since when
  trouble text check (trouble in ('key', 'forbidden', 'unreachable')),
  trouble_since timestamptz,
  -- what lies at Stripe, in minor units
  available bigint,
  pending bigint,
  balance_at timestamptz,
  -- messages that were of nothing here, and messages of another account or mode
  ignored bigint not null default 0,
  foreign_messages bigint not null default 0,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id),
  check ((hook_secret is null) = (hook_end is null)),
  check ((old_hook_secret is null) = (old_until is null)),
  check ((trouble is null) = (trouble_since is null))
);
comment on table cards.setting is 'zone=tenant';
comment on column cards.setting.secret_key is 'sealed=cards row=local_id';
comment on column cards.setting.hook_secret is 'sealed=cards row=local_id';
comment on column cards.setting.old_hook_secret is 'sealed=cards row=local_id';

-- What a member goes to Stripe for. It is there before Stripe is asked, so that Stripe is asked for it once.
create table cards.intent (
  local_id uuid not null,
  id uuid not null,
  person_id uuid,
  kind text not null check (kind in ('dues', 'gift')),
  -- 0: once; otherwise again each so many months
  every smallint not null check (every in (0, 1, 3, 12)),
  amount bigint not null check (amount between 1 and 1000000000000),
  state text not null check (state in
    ('asked', 'open', 'pending', 'paid', 'running', 'stopping', 'stopped', 'failed', 'expired', 'refused')),
  -- what Stripe is asked with; the same again however often it is asked
  account text not null,
  -- whether real money moves; what is tried with a test key is in no books
  live boolean not null,
  sum bigint not null check (sum between 1 and 99999999),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  description text not null,
  locale text not null check (length(locale) between 2 and 10),
  back_to text not null,
  asked_at timestamptz not null,
  session text,
  url bytea,
  subscription text,
  -- why Stripe refused it
  refusal text check (refusal in ('too-little', 'too-much', 'refused')),
  -- the card was refused the last time
  trouble boolean not null default false,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id),
  check (kind = 'dues' or every = 0)
);
comment on table cards.intent is 'zone=tenant';
comment on column cards.intent.url is 'sealed=cards';
create unique index intent_by_session on cards.intent (local_id, session) where session is not null;
create unique index intent_by_subscription on cards.intent (local_id, subscription) where subscription is not null;
-- one that repeats for a person at a time
create unique index intent_repeating on cards.intent (local_id, person_id)
  where every > 0 and state in ('asked', 'open', 'pending', 'running', 'stopping');
create index intent_by_person on cards.intent (local_id, person_id, id) where person_id is not null;
create index intent_under_way on cards.intent (local_id, state, asked_at)
  where state in ('asked', 'open', 'pending', 'running', 'stopping');

-- What was paid at Stripe, once for each of its payments.
create table cards.payment (
  local_id uuid not null,
  id uuid not null,
  intent_id uuid not null,
  stripe text not null check (length(stripe) <= 255),
  on_date date not null,
  -- in Stripe's unit and money, as Stripe says
  sum bigint not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- in minor units of the books; none where it cannot be said in them
  amount bigint,
  fee bigint,
  state text not null check (state in ('taken', 'aside', 'back')),
  -- why it is not in the books
  reason text check (reason in ('currency', 'sum', 'books')),
  dues_payment_id uuid,
  entry_id uuid,
  -- what of it was paid back at Stripe, and what of that somebody said is dealt with
  refunded bigint not null default 0 check (refunded >= 0),
  dealt bigint not null default 0 check (dealt >= 0),
  -- what disputes cost
  dispute_fee bigint not null default 0,
  -- when Stripe was asked what is written here
  looked_at timestamptz not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  unique (local_id, stripe),
  foreign key (local_id, intent_id) references cards.intent (local_id, id),
  foreign key (local_id, dues_payment_id) references dues.payment (local_id, id),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id),
  check ((state = 'aside') = (reason is not null)),
  check (state <> 'taken' or (amount is not null and fee is not null and entry_id is not null))
);
comment on table cards.payment is 'zone=tenant';
create index card_payment_by_intent on cards.payment (local_id, intent_id, id);
create index card_payment_waiting on cards.payment (local_id, id) where state = 'aside' or refunded <> dealt;

-- A message of Stripe: that something changed there, not what.
create table cards.event (
  local_id uuid not null references platform.local (id),
  id text not null check (id ~ '^[A-Za-z0-9_]{1,255}$'),
  kind text not null check (length(kind) <= 60),
  object text not null check (object ~ '^[A-Za-z0-9_]{1,255}$'),
  made_at timestamptz not null,
  received_at timestamptz not null,
  -- worked off, or when it is tried again
  done_at timestamptz,
  due_at timestamptz not null,
  tries integer not null default 0,
  primary key (local_id, id)
);
comment on table cards.event is 'zone=tenant';
create index event_due on cards.event (local_id, due_at) where done_at is null;

do $$
declare t text;
begin
  foreach t in array array['setting', 'intent', 'payment', 'event'] loop
    execute format('alter table cards.%I enable row level security', t);
    execute format('create policy tenant on cards.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update, delete on cards.setting, cards.intent, cards.event to gw_app;
grant select, insert, update on cards.payment to gw_app;
