// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps how large each network is, so that the largest are found without counting. Runs inside the caller's transaction. */
final class NetworkSizes {
  private final JdbcClient jdbc;

  NetworkSizes(JdbcClient jdbc) { this.jdbc = jdbc; }

  /** Counts the networks of a register anew. Runs in the installation's scope. */
  void ofRegister(UUID register) {
    jdbc.sql("delete from target.register_network where register_id = ?").param(register).update();
    jdbc.sql("""
        insert into target.register_network (id, register_id, name, sites, homes)
        select n.network_id, :register, coalesce(c.name, n.network_id), n.sites, n.homes
        from (select s.network_id, count(*) sites, coalesce(sum(s.homes), 0) homes from target.register_site s
          where s.register_id = :register group by s.network_id) n
        left join (select distinct on (b.network_id) b.network_id, b.name from (
            select s.network_id, p.kind, p.name, count(distinct sp.site_id) places from target.register_site s
            join target.site_party sp on sp.site_id = s.id join target.party p on p.id = sp.party_id
            where s.register_id = :register and p.kind in ('person', 'company')
            group by s.network_id, p.id, p.kind, p.name) b
          order by b.network_id, b.kind = 'person' desc, b.places desc, b.name) c on c.network_id = n.network_id""")
        .param("register", register)
        .update();
  }

  /** Counts the networks anew that the current local draws otherwise than a register. */
  void ofLocal() {
    jdbc.sql("delete from target.local_network_size where local_id = ?").param(local()).update();
    jdbc.sql("""
        with touched as (
          select l.network_id from target.local_network l where l.local_id = :local
          union select s.network_id from target.local_network l join target.register_site s on s.id = l.site_id
          where l.local_id = :local),
        member as (
          select t.network_id, s.homes from touched t join target.register_site s on s.network_id = t.network_id
          where not exists (select 1 from target.local_network l where l.local_id = :local and l.site_id = s.id)
          union all
          select l.network_id, s.homes from target.local_network l join target.register_site s on s.id = l.site_id
          where l.local_id = :local)
        insert into target.local_network_size (local_id, network_id, sites, homes)
        select :local, t.network_id, count(m.network_id), coalesce(sum(m.homes), 0) from touched t
        left join member m on m.network_id = t.network_id group by t.network_id""").param("local", local()).update();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
