-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Whoever gives gets a receipt: numbered one after the other in each year, as those of dues are.

create table gifts.receipt_number (
  local_id uuid not null references platform.local (id),
  year integer not null check (year between 1900 and 9999),
  last integer not null check (last >= 0),
  primary key (local_id, year)
);
comment on table gifts.receipt_number is 'zone=tenant';
alter table gifts.receipt_number enable row level security;
create policy tenant on gifts.receipt_number using (local_id = current_setting('app.local')::uuid)
  with check (local_id = current_setting('app.local')::uuid);
grant select, insert, update on gifts.receipt_number to gw_app;

alter table gifts.gift add column receipt text check (receipt ~ '^G[0-9]{4}-[0-9]{4,9}$');
with counted as (
  select local_id, id, extract(year from on_date)::integer as year,
    row_number() over (partition by local_id, extract(year from on_date) order by id)::text as number
  from gifts.gift)
update gifts.gift g set receipt = 'G' || c.year || '-' || lpad(c.number, greatest(4, length(c.number)), '0')
from counted c where c.local_id = g.local_id and c.id = g.id;
insert into gifts.receipt_number (local_id, year, last)
select local_id, extract(year from on_date)::integer, count(*)::integer from gifts.gift group by 1, 2;
alter table gifts.gift alter column receipt set not null;
create unique index gift_by_receipt on gifts.gift (local_id, receipt);
