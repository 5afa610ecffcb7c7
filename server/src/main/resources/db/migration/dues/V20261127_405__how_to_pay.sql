-- SPDX-License-Identifier: AGPL-3.0-or-later
-- How members pay, in the local's words: an account, a name, a desk and its hours.
alter table dues.plan add column how_to_pay bytea;
comment on column dues.plan.how_to_pay is 'sealed=dues';
