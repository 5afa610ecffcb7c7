-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What somebody paid beyond a year of their dues is nobody's to spend: it is held to go back, so that calling it dues is no
-- way around what one member may give.

alter table dues.payment add column beyond bigint not null default 0 check (beyond between 0 and amount - ahead);
alter table dues.payment add column beyond_back_on date;
alter table dues.payment add constraint payment_beyond_back check (beyond_back_on is null or beyond > 0);
create index payment_beyond on dues.payment (local_id, id)
  where beyond > 0 and beyond_back_on is null and undone_on is null;
