-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Money beside dues: who gave it and of what class it is, how much one member may give, and what is held until two officers
-- have looked at it.

create schema gifts;
grant usage on schema gifts to gw_app;

-- How much one member may give within some months: a sum, or so many times the usual dues of those months.
create table gifts.cap (
  local_id uuid not null references platform.local (id),
  place smallint not null check (place between 1 and 2),
  months smallint not null check (months between 1 and 36),
  amount bigint check (amount between 1 and 1000000000000),
  times smallint check (times between 1 and 100),
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, place),
  check ((amount is null) <> (times is null))
);
comment on table gifts.cap is 'zone=tenant';

create table gifts.gift (
  local_id uuid not null,
  id uuid not null,
  class text not null check (class in ('members-gifts', 'other-unions', 'crowd-funding', 'grants', 'sales', 'gifts-in-kind')),
  -- a member, or somebody outside
  person_id uuid,
  giver bytea,
  giver_index bytea,
  -- where the money of a grant comes from, as far as we know
  origin bytea,
  on_date date not null,
  amount bigint not null check (amount between 1 and 1000000000000),
  -- where it lies; of a gift in kind what it spares us
  account_id uuid not null,
  fund_id uuid not null,
  state text not null check (state in ('taken', 'held', 'to-return', 'returned')),
  -- why it was held: more than the cap, or it may come from the other side
  held_for text check (held_for in ('cap', 'other-side', 'asked')),
  because bytea,
  note bytea,
  entry_id uuid not null,
  settled_entry_id uuid,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, id),
  foreign key (local_id, person_id) references roll.person (local_id, id),
  foreign key (local_id, account_id) references ledger.account (local_id, id),
  foreign key (local_id, fund_id) references ledger.fund (local_id, id),
  foreign key (local_id, entry_id) references ledger.entry (local_id, id),
  foreign key (local_id, settled_entry_id) references ledger.entry (local_id, id),
  check ((giver is null) = (giver_index is null)),
  check (state = 'taken' or held_for is not null)
);
comment on table gifts.gift is 'zone=tenant';
comment on column gifts.gift.giver is 'sealed=gifts';
comment on column gifts.gift.origin is 'sealed=gifts';
comment on column gifts.gift.because is 'sealed=gifts';
comment on column gifts.gift.note is 'sealed=gifts';
create index gift_by_person on gifts.gift (local_id, person_id, on_date) where person_id is not null;
create index gift_by_day on gifts.gift (local_id, on_date, id);
create index gift_held on gifts.gift (local_id, id) where state in ('held', 'to-return');

-- What an officer said of a gift that is held.
create table gifts.verdict (
  local_id uuid not null,
  gift_id uuid not null,
  person_id uuid not null,
  take boolean not null,
  said_at timestamptz not null,
  version bigint not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (local_id, gift_id, person_id),
  foreign key (local_id, gift_id) references gifts.gift (local_id, id)
);
comment on table gifts.verdict is 'zone=tenant';

do $$
declare t text;
begin
  foreach t in array array['cap', 'gift', 'verdict'] loop
    execute format('alter table gifts.%I enable row level security', t);
    execute format('create policy tenant on gifts.%I using (local_id = current_setting(''app.local'')::uuid) '
      'with check (local_id = current_setting(''app.local'')::uuid)', t);
  end loop;
end $$;
grant select, insert, update, delete on gifts.cap to gw_app;
grant select, insert, update on gifts.gift, gifts.verdict to gw_app;
