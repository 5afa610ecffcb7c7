-- SPDX-License-Identifier: AGPL-3.0-or-later
-- How the bytes of the next talk are kept.

comment on column grievance.grievance.next_ask is 'sealed=grievances';
