-- SPDX-License-Identifier: AGPL-3.0-or-later
-- How bytes are kept: sealed under a purpose's keys, or plain with the reason. The rotation of keys reads this.

comment on column target.target.person is 'sealed=targets';
comment on column target.target.firm is 'sealed=targets';
comment on column target.research.finding is 'sealed=targets';
comment on column target.research.source is 'sealed=targets';
