-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Who knows where and has not read what was put right is told by an organiser's own phone; so is who moved up and has no mail.

-- an organiser told them what was put right
alter table reinforcement.asked add column corrected_by_hand_at timestamptz;
-- they waited and have a place since then
alter table reinforcement.asked add column moved_up_at timestamptz;
