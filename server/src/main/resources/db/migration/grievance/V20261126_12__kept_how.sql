-- SPDX-License-Identifier: AGPL-3.0-or-later
-- How bytes are kept: sealed under a purpose's keys, or plain with the reason. The rotation of keys reads this.

comment on column grievance.grievance.place is 'sealed=grievances';
comment on column grievance.grievance.told is 'sealed=grievances';
comment on column grievance.grievance.contact is 'sealed=grievances';
comment on column grievance.grievance.follow_up is 'plain=a hash';
comment on column grievance.paper.title is 'sealed=grievances';
