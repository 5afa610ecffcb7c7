-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What members paid before it was due is owed to them until it is.

insert into ledger.account (local_id, id, code, name, kind, used_for, changed_at)
select b.local_id, gen_random_uuid(), (select coalesce(max(a.code::integer), 2300) + 1 from ledger.account a
    where a.local_id = b.local_id and a.code ~ '^23[0-9]{2}$')::text, 'Paid ahead', 'liability', 'paid-ahead', b.changed_at
from ledger.book b;
