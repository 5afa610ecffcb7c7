-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The homes that the last sum members read was over, and what each had withheld then: the next sum is compared with it, so
-- that no difference between two sums tells one household's rent. It goes with the rows about households.

alter table strike.strike add column counted bytea;
comment on column strike.strike.counted is 'sealed=strike row=step_id';
