-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The lines of what members gave, and of what is held of it, for whoever wrote down who gave: those get marks. It is there until
-- they have them.

create view ledger.api_given_line with (security_invoker = true) as
select l.local_id, l.entry_id, l.mark from ledger.line l
where exists (select from ledger.account a
  where a.local_id = l.local_id and a.id = l.account_id and a.used_for in ('members-gifts', 'held'));
