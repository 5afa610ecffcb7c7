-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What modules above may ask of entries: their day, what they are about, and what stands in accounts of a known use.

create view ledger.api_entry with (security_invoker = true) as
select local_id, id, on_date, source_kind, source_id, reverses_id from ledger.entry;

create view ledger.api_used with (security_invoker = true) as
select l.local_id, l.entry_id, a.used_for, l.amount from ledger.line l
join ledger.account a on a.local_id = l.local_id and a.id = l.account_id where a.used_for is not null;

grant select on ledger.api_entry, ledger.api_used to gw_app;
