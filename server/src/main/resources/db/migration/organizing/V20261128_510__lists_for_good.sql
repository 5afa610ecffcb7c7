-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A list on which money was written down is taken back however late, and from a phone that had to let go too: a receipt
-- was given for it.

alter table organizing.turf add column lasting boolean not null default false;
