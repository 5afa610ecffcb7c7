-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Hearings and offers whose day comes stand on first screens.

create index hearing_to_come on strike.hearing (local_id, starts_at, id) where crossed_on is null and result is null;
create index happening_waiting on strike.happening (local_id, until_day, id)
  where kind = 'offer' and answer = 'waiting' and crossed_on is null;
