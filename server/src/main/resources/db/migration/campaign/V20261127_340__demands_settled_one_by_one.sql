-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What became of a demand is written down when it is known, and put right with a reason.

-- when it was first written down; where it is absent, when the campaign ended
alter table campaign.demand add column settled_at timestamptz;
-- why it was put right last, sealed
alter table campaign.demand add column outcome_why bytea;
comment on column campaign.demand.outcome_why is 'sealed=campaigns';
alter table campaign.demand add constraint demand_settled_has_an_outcome check (settled_at is null or outcome is not null);
