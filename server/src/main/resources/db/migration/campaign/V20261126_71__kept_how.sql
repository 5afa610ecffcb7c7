-- SPDX-License-Identifier: AGPL-3.0-or-later
-- How the bytes of decisions and endings are kept.

comment on column campaign.campaign.closing is 'sealed=campaigns';
comment on column campaign.decision.decided is 'sealed=campaigns';
comment on column campaign.decision.before_majority is 'sealed=campaigns';
comment on column campaign.decision.person is 'sealed=campaigns';
comment on column campaign.decision.firm is 'sealed=campaigns';
comment on column campaign.decision.place is 'sealed=campaigns';
comment on column campaign.decision.page is 'sealed=campaigns';
