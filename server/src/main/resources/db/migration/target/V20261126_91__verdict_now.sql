-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A link that people confirmed is confirmed on the evidence of that day. When a register shows that one of the two places
-- was sold, when somebody notes a sale, or when a kind of evidence is gone, it is to be looked at again.

alter table target.former add column noted_at timestamptz;
-- the kinds of evidence there were when it was decided; absent for decisions from before
alter table target.verdict add column kinds text[];

-- Every decision; resold: a register has shown since that one of the places has another owner; changed: the same, or
-- somebody noted a sale, or a kind of evidence is gone. Both only of links that were confirmed: a split stays.
create view target.verdict_now with (security_invoker = true) as
  select v.local_id, v.site_a, v.site_b, v.verdict, v.version, v.changed_by, v.changed_at, e.resold,
    e.resold or (v.verdict = 'confirmed' and (
      exists (select 1 from target.sale s where s.local_id = v.local_id and s.site_id in (v.site_a, v.site_b)
        and s.register_names = 'seller' and s.changed_at > v.changed_at)
      or exists (select 1 from unnest(v.kinds) as k (kind) where not exists (
        select 1 from target.base_link b where b.site_a = v.site_a and b.site_b = v.site_b and b.kind = k.kind)))) as changed
  from target.verdict v cross join lateral (select v.verdict = 'confirmed' and exists (
    select 1 from target.former f where f.site_id in (v.site_a, v.site_b)
      and coalesce(f.noted_at, f.noted_on::timestamp at time zone 'UTC') > v.changed_at) as resold) e;
grant select on target.verdict_now to gw_app;
