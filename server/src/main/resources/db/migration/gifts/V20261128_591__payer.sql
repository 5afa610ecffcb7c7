-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Of a member's gift that came by a bank, a keyed hash of the name it came under is kept, so that officers who have looked at
-- the name have looked at it.

do $$
declare c text;
begin
  for c in select conname from pg_constraint
      where conrelid = 'gifts.gift'::regclass and contype = 'c'
        and pg_get_constraintdef(oid) like '%(giver IS NULL) = (giver_index IS NULL)%' loop
    execute format('alter table gifts.gift drop constraint %I', c);
  end loop;
end $$;
alter table gifts.gift add constraint gift_giver check (giver is null or giver_index is not null);
create index gift_by_giver on gifts.gift (local_id, giver_index) where giver_index is not null;
