-- SPDX-License-Identifier: AGPL-3.0-or-later
-- By which entry of the books something was paid, so that it can be taken back and paid anew.

alter table spending.payout add column paid_entry uuid;
update spending.payout p set paid_entry = e.id from ledger.api_entry e
where e.local_id = p.local_id and e.source_kind = 'payout-paid' and e.source_id = p.id and p.state = 'paid';
alter table spending.payout add foreign key (local_id, paid_entry) references ledger.entry (local_id, id);
alter table spending.payout add check ((state = 'paid') = (paid_entry is not null));
