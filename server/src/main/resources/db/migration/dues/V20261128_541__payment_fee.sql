-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What a bank or service kept of a payment, which comes back with it where the payment was nobody's after all.

alter table dues.payment add column fee bigint not null default 0 check (fee >= 0 and fee < amount);
update dues.payment p set fee = f.kept from (
  select local_id, entry_id, sum(amount)::bigint as kept from ledger.api_used where used_for = 'fees'
  group by local_id, entry_id having sum(amount) > 0) as f
where f.local_id = p.local_id and f.entry_id = p.entry_id and f.kept < p.amount;
create index payment_by_entry on dues.payment (local_id, entry_id);
