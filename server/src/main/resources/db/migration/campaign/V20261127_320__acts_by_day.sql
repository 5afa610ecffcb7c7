-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Who did something risky in the last month is asked for on many first screens; without this each read every act ever noted.

create index step_act_by_day on campaign.step_act (local_id, did_on);
