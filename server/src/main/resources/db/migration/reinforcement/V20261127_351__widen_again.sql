-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Every call goes on asking until there are enough or it is over; those that had stopped begin again.

update reinforcement.call set next_wave_at = now(), version = version + 1
where state = 'live' and next_wave_at is null and expires_at > now();
