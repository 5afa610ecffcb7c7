// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds where former owners are now: in the network of sites they still have, or, without any, in a network of their
 * own, which former owners share who have a person or company in common. Done anew after each import of a register, in
 * its transaction.
 */
final class FormerNetworks {
  /** Begins the identifier of a network whose owner has no site left. */
  static final String OWN = "past:";
  private final JdbcClient jdbc;

  FormerNetworks(JdbcClient jdbc) { this.jdbc = jdbc; }

  static String own(String site, LocalDate until) { return OWN + site + "~" + until; }

  void find(UUID register) {
    anchor(register);
    draw(register);
  }

  /** Of several networks the one with most of the former owner's side, then the smallest. */
  private void anchor(UUID register) { jdbc.sql("""
        update target.former f set anchor_site = (
          select min(s.id) from target.former_party p
          join target.site_party sp on sp.party_id = p.party_id and sp.owner and sp.site_id <> p.site_id
          join target.register_site s on s.id = sp.site_id
          where p.site_id = f.site_id and p.until = f.until
          group by s.network_id
          order by count(distinct p.party_id) desc, bool_or(p.kind = 'person') desc, s.network_id limit 1)
        where f.register_id = ?""").param(register).update(); }

  private void draw(UUID register) {
    var parts = new NetworkParts();
    var last = new ArrayList<String>();
    jdbc.sql("""
        select p.party_id::text, p.site_id, p.until from target.former f
        join target.former_party p on p.site_id = f.site_id and p.until = f.until
        where f.register_id = ? and f.anchor_site is null order by p.party_id, p.site_id, p.until""")
        .param(register)
        .query(rs -> {
          String node = own(rs.getString(2), rs.getObject(3, LocalDate.class));
          parts.site(node);
          if (!last.isEmpty() && last.getFirst().equals(rs.getString(1))) {
            parts.join(last.getLast(), node);
          }
          last.clear();
          last.addAll(List.of(rs.getString(1), node));
        });
    save(register, parts.networks());
  }

  private void save(UUID register, Map<String, String> networks) {
    var nodes = networks.keySet().stream().sorted().toList();
    jdbc.sql("""
        update target.former f set own_network = v.network
        from unnest(:nodes::text[], :networks::text[]) as v (node, network)
        where f.register_id = :register and 'past:' || f.site_id || '~' || to_char(f.until, 'YYYY-MM-DD') = v.node""")
        .param("nodes", nodes.toArray(String[]::new))
        .param("networks", nodes.stream().map(networks::get).toArray(String[]::new))
        .param("register", register)
        .update();
  }
}
