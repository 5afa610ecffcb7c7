-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The bank of an account outside of the European Economic Area, another creditor identifier while mandates are in force, and how a
-- bank books what was collected.
alter table debits.mandate add column bic bytea;
comment on column debits.mandate.bic is 'sealed=debits';

-- the creditor identifier that the payer's bank knows of it: by which it was last collected, or to which it is signed
alter table debits.mandate add column identifier text check (identifier ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{4,31}$');
update debits.mandate m set identifier = c.identifier from debits.creditor c where c.local_id = m.local_id;

-- the identifier before, as the file says it
alter table debits.item add column former_identifier text check (former_identifier ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{4,31}$');

-- what the bank books at once
alter table debits.collection add column booked_as text not null default 'batches'
  check (booked_as in ('batches', 'whole', 'each'));
