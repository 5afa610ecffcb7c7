-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Why a rung was ended although something was missing is kept with the rung that begins; the last of a plan keeps it itself.

alter table campaign.step add column ended_anyway bytea;
comment on column campaign.step.ended_anyway is 'sealed=campaigns';
