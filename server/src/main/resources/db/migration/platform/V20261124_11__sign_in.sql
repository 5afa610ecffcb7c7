-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Ways to sign in: mail, cards, passkeys; and from when on a way carries an office.

-- Where an account gets its sign-in links: sealed, and found by a keyed hash.
create table auth.mail_address (
  account_id uuid primary key references auth.account (id) on delete cascade,
  address bytea not null,
  address_index bytea not null unique,
  confirmed_at timestamptz not null
);
comment on table auth.mail_address is 'zone=coordinator';

-- A link in a mail, by its hash. One for an unknown address has no account and opens nothing; it is counted like one
-- that has, so that nobody learns which addresses are known.
create table auth.mail_link (
  token_hash bytea primary key,
  account_id uuid references auth.account (id) on delete cascade,
  purpose text not null check (purpose in ('sign-in', 'confirm')),
  browser_hash bytea not null,
  address bytea,
  address_index bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  voided boolean not null default false
);
comment on table auth.mail_link is 'zone=coordinator';
create index mail_link_by_address on auth.mail_link (address_index, created_at);
create index mail_link_by_account on auth.mail_link (account_id);
create index mail_link_expired on auth.mail_link (expires_at);

-- A card that a steward hands over: opens an account for one person of one local, once. The hash is keyed, so a copy of
-- the table cannot be searched for codes.
create table auth.card (
  code_hash bytea primary key,
  local_id uuid not null,
  person_id uuid not null,
  made_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  -- whether the person holds an office: such a card comes from two officers and a day, or from the host
  for_officer boolean not null
);
comment on table auth.card is 'zone=coordinator';
create unique index card_by_person on auth.card (local_id, person_id);

create table auth.passkey (
  credential_id bytea primary key check (length(credential_id) <= 1023),
  account_id uuid not null references auth.account (id) on delete cascade,
  id uuid not null unique,
  public_key bytea not null,
  -- what the passkey said of itself when it was added; the library compares with it
  attestation bytea not null,
  sign_count bigint not null,
  user_verified boolean not null,
  backup_eligible boolean not null,
  backup_state boolean not null,
  transports text not null,
  label bytea not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  -- an office can be exercised through it from then on
  trusted_from timestamptz not null
);
comment on table auth.passkey is 'zone=coordinator';
create index passkey_by_account on auth.passkey (account_id);

-- The question a browser is to sign, once, within minutes.
create table auth.passkey_challenge (
  browser_hash bytea primary key,
  challenge bytea not null,
  account_id uuid references auth.account (id) on delete cascade,
  expires_at timestamptz not null
);
comment on table auth.passkey_challenge is 'zone=coordinator';
create index passkey_challenge_expired on auth.passkey_challenge (expires_at);

alter table auth.device add column trusted_from timestamptz not null default '-infinity';
alter table auth.device add column kind text not null default 'other';
-- the browser family alone, never a version or a model
alter table auth.device add check (kind in ('android', 'iphone', 'windows', 'mac', 'linux', 'other'));

-- so that a session can be named on a page without its token; those from before end here
delete from auth.session;
alter table auth.session add column id uuid not null unique;
alter table auth.session add column passkey_id uuid;
alter table auth.session add column full_from timestamptz not null default '-infinity';
alter table auth.session add column kind text not null default 'other'
  check (kind in ('android', 'iphone', 'windows', 'mac', 'linux', 'other'));
create index session_by_passkey on auth.session (passkey_id) where passkey_id is not null;
create index session_expired on auth.session (expires_at);

grant select, insert, update, delete on auth.mail_address, auth.mail_link, auth.card, auth.passkey, auth.passkey_challenge
  to gw_auth;

-- One account in force per person of a local; a new card ends the one before.
create unique index affiliation_of_person on platform.affiliation (local_id, person_id) where ended_at is null;
-- Whoever gave a mandate and how it ended stand on the page of mandates.
create index mandate_in_force on platform.mandate (local_id, until_at);
