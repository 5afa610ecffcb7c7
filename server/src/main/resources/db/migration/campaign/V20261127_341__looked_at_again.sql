-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A promise that was found kept or broken is looked at again when a later day was said.

drop index campaign.promise_to_look;
create index promise_to_look on campaign.promise (local_id, look_on, id) where state = 'open' or looked_on < look_on;
