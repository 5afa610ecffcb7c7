-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A payment of an account outside of the European Economic Area whose mandate does not name the bank is left out of the file.

do $$
declare c text;
begin
  for c in select conname from pg_constraint
      where conrelid = 'debits.item'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%unreadable%' loop
    execute format('alter table debits.item drop constraint %I', c);
  end loop;
end $$;
alter table debits.item add constraint item_why check (why in ('revoked', 'paid', 'forgotten', 'unreadable', 'no-bank'));
