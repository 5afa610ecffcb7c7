// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which places the last decision about two sites put in another network, as the current local sees them. Runs inside the
 * caller's transaction.
 */
public final class NetworkMoves {
  static final String ROWS = """
      select m.site_id, coalesce(s.address, m.site_id), m.from_network, m.to_network from target.network_move m
      left join target.register_site s on s.id = m.site_id
      where m.local_id = ? and m.site_a = ? and m.site_b = ? and m.site_id > ? order by m.site_id limit ?""";
  private final JdbcClient jdbc;

  NetworkMoves(JdbcClient jdbc) { this.jdbc = jdbc; }

  /** A place that went from one network to another. */
  public record Moved(String site, String address, String from, String to) {}

  /** How many places went from one network to another. */
  public record Went(String from, String to, int places) {}

  /** The places, behind one of a page before; at most {@code most}. */
  public List<Moved> rows(String a, String b, String after, int most) {
    return jdbc.sql(ROWS)
        .params(local(), a, b, after, most)
        .query((rs, i) -> new Moved(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4)))
        .list();
  }

  /** Between which networks they went, most first; at most {@code most}. */
  public List<Went> went(String a, String b, int most) {
    return jdbc.sql("""
        select from_network, to_network, count(*) from target.network_move
        where local_id = ? and site_a = ? and site_b = ? group by from_network, to_network
        order by count(*) desc, from_network, to_network limit ?""")
        .params(local(), a, b, most)
        .query((rs, i) -> new Went(rs.getString(1), rs.getString(2), rs.getInt(3)))
        .list();
  }

  /** Where the local's own view puts sites elsewhere than the register, before it is drawn anew. */
  Map<String, String> before() {
    var networks = new HashMap<String, String>();
    jdbc.sql("select site_id, network_id from target.local_network where local_id = ?").param(local()).query(rs -> {
      networks.put(rs.getString(1), rs.getString(2));
    });
    return networks;
  }

  /** Keeps what moved since {@code before} as what the decision about two sites did. */
  void keep(String a, String b, Map<String, String> before) {
    var after = before();
    var sites = new TreeSet<>(before.keySet());
    sites.addAll(after.keySet());
    sites.removeIf(site -> Objects.equals(before.get(site), after.get(site)));
    jdbc.sql("delete from target.network_move where local_id = ? and site_a = ? and site_b = ?")
        .params(local(), a, b)
        .update();
    var base = byRegister(sites);
    var moved = sites.stream()
        .filter(site -> base.containsKey(site) && !Objects.equals(in(before, base, site), in(after, base, site)))
        .toList();
    jdbc.sql("""
        insert into target.network_move (local_id, site_a, site_b, site_id, from_network, to_network)
        select :local::uuid, :a, :b, v.site, v.went_from, v.went_to
        from unnest(:sites::text[], :from::text[], :to::text[]) as v (site, went_from, went_to)""")
        .param("local", local())
        .param("a", a)
        .param("b", b)
        .param("sites", moved.toArray(String[]::new))
        .param("from", moved.stream().map(site -> in(before, base, site)).toArray(String[]::new))
        .param("to", moved.stream().map(site -> in(after, base, site)).toArray(String[]::new))
        .update();
  }

  private static String in(Map<String, String> own, Map<String, String> base, String site) {
    return own.getOrDefault(site, Objects.requireNonNull(base.get(site)));
  }

  private Map<String, String> byRegister(Collection<String> sites) {
    var networks = new HashMap<String, String>();
    jdbc.sql("select id, network_id from target.register_site where id = any(?)")
        .param(sites.toArray(String[]::new))
        .query(rs -> {
          networks.put(rs.getString(1), rs.getString(2));
        });
    return networks;
  }

  private static UUID local() { return Tenancy.current().value(); }
}
