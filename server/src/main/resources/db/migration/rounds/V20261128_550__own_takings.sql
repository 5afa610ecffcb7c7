-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Whoever takes their own dues on a round has another officer look at it first.
alter table rounds.taking drop constraint taking_why_check;
alter table rounds.taking add constraint taking_why_check
  check (why in ('number', 'used', 'gone', 'revoked', 'closed', 'mandate', 'books', 'own'));
