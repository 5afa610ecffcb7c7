-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What of a payment went back and is in the books by itself; what somebody entered by hand is not among it.
alter table cards.payment add column booked bigint not null default 0 check (booked >= 0);
