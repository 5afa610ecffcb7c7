-- SPDX-License-Identifier: AGPL-3.0-or-later
-- How bytes are kept: sealed under a purpose's keys, or plain with the reason. The rotation of keys reads this.

comment on column campaign.campaign.title is 'sealed=campaigns';
comment on column campaign.demand.what is 'sealed=campaigns';
comment on column campaign.demand.measure is 'sealed=campaigns';
comment on column campaign.step.what is 'sealed=campaigns';
