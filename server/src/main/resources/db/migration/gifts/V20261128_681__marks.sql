-- SPDX-License-Identifier: AGPL-3.0-or-later
-- By what the lines of the books that one member gave can be told from what another gave, and by nothing else: members are
-- shown sums over at least five people, and not over five gifts of one. Of gifts from before it is a random number for each
-- member, and one for all who were forgotten, so that they count as one at most.

alter table gifts.gift add column mark uuid;

create temporary table giver_before on commit drop as
select p.local_id, p.person_id, gen_random_uuid() as mark from (
  select distinct g.local_id, n.person_id from gifts.gift g
  left join roll.api_person_now n on n.local_id = g.local_id and n.id = g.person_id
  where g.person_id is not null or g.class = 'members-gifts') p;

update gifts.gift g set mark = b.mark from (
  select h.local_id, h.id, n.person_id from gifts.gift h
  left join roll.api_person_now n on n.local_id = h.local_id and n.id = h.person_id
  where h.person_id is not null or h.class = 'members-gifts') w, giver_before b
where w.local_id = g.local_id and w.id = g.id and b.local_id = g.local_id and b.person_id is not distinct from w.person_id;

-- the entry with which it came, those with which it was taken or went back, and what undid any of them
update ledger.api_given_line l set mark = x.mark from (
  select m.local_id, m.entry_id, min(m.mark::text)::uuid as mark from (
    select w.local_id, w.entry_id, w.mark from (
      select g.local_id, g.entry_id, g.mark from gifts.gift g
      union all
      select g.local_id, g.settled_entry_id, g.mark from gifts.gift g
      union all
      select g.local_id, e.id, g.mark from gifts.gift g join ledger.api_entry e on e.local_id = g.local_id
        and (e.source_kind = 'gift-settled' and e.source_id = g.id
          or e.source_kind = 'gift-taken-back' and e.source_id = g.entry_id)) w
    union all
    select e.local_id, e.id, g.mark from gifts.gift g join ledger.api_entry e on e.local_id = g.local_id
      and e.reverses_id in (g.entry_id, g.settled_entry_id)) m
  where m.mark is not null and m.entry_id is not null group by m.local_id, m.entry_id) x
where l.local_id = x.local_id and l.entry_id = x.entry_id and l.mark is null;

drop table giver_before;
