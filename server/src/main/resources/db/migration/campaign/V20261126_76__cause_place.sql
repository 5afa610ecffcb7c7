-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The place that most reports of a fight's cause were about: where it goes, the fight goes, whatever its network is called.

alter table campaign.campaign add column cause_place text check (length(cause_place) <= 230);
