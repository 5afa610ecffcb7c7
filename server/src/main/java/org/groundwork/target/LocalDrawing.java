// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Draws the networks of today that the current local's verdicts and sales touch: verdicts first, then the register's
 * links, except those of a site that was sold since. Runs inside the caller's transaction.
 */
final class LocalDrawing {
  private final JdbcClient jdbc;

  LocalDrawing(JdbcClient jdbc) { this.jdbc = jdbc; }

  private record Decided(String a, String b, String verdict) {}

  /** Draws and keeps what differs from the register; {@code sold} are sales that the register does not show yet. */
  void draw(List<LocalSales.SiteSold> sold) {
    var ofSite = new LinkedHashMap<String, LocalSales.SiteSold>();
    sold.forEach(sale -> ofSite.put(sale.site(), sale));
    var verdicts = verdicts();
    var touched = networksOf(verdicts, ofSite.values());
    if (!touched.isEmpty()) {
      var base = sitesOf(touched);
      save(drawn(base.keySet(), linksOf(touched), verdicts, ofSite), base);
    }
  }

  private static Map<String, String> drawn(Set<String> sites, List<Decided> links, List<Decided> verdicts,
      Map<String, LocalSales.SiteSold> sold) {
    var parts = new NetworkParts();
    sites.forEach(parts::site);
    verdicts.stream().filter(v -> v.verdict().equals("split")).forEach(v -> parts.keepApart(v.a(), v.b()));
    verdicts.stream().filter(v -> v.verdict().equals("confirmed")).forEach(v -> parts.join(v.a(), v.b()));
    links.stream()
        .filter(link -> !sold.containsKey(link.a()) && !sold.containsKey(link.b()))
        .forEach(link -> parts.join(link.a(), link.b()));
    sold.forEach((site, sale) -> sale.anchor().ifPresent(anchor -> parts.join(site, anchor)));
    var networks = new HashMap<>(parts.networks());
    sold.forEach((site, sale) -> {
      boolean alone = networks.values().stream().filter(site::equals).count() == 1;
      if (alone && site.equals(networks.get(site))) {
        networks.put(site, sale.ownNetwork());
      }
    });
    return networks;
  }

  private List<Decided> verdicts() {
    return jdbc.sql("select site_a, site_b, verdict from target.verdict where local_id = ? order by site_a, site_b")
        .param(local())
        .query((rs, i) -> new Decided(rs.getString(1), rs.getString(2), rs.getString(3)))
        .list();
  }

  private Set<String> networksOf(List<Decided> verdicts, Iterable<LocalSales.SiteSold> sold) {
    var sites = new HashSet<String>();
    verdicts.forEach(v -> sites.addAll(List.of(v.a(), v.b())));
    sold.forEach(sale -> {
      sites.add(sale.site());
      sale.anchor().ifPresent(sites::add);
    });
    return sites.isEmpty()
        ? Set.of()
        : new HashSet<>(jdbc.sql("select network_id from target.register_site where id = any(?)")
            .param(sites.toArray(String[]::new))
            .query((rs, i) -> rs.getString(1))
            .list());
  }

  /** The sites of these networks of the register, each with its network there. */
  private Map<String, String> sitesOf(Set<String> networks) {
    var sites = new TreeMap<String, String>();
    jdbc.sql("select id, network_id from target.register_site where network_id = any(?)")
        .param(networks.toArray(String[]::new))
        .query(rs -> {
          sites.put(rs.getString(1), rs.getString(2));
        });
    return sites;
  }

  private List<Decided> linksOf(Set<String> networks) {
    return jdbc.sql("""
        select b.site_a, b.site_b from target.base_link b join target.register_site s on s.id = b.site_a
        where s.network_id = any(?) order by b.confidence desc, b.site_a, b.site_b, b.kind""")
        .param(networks.toArray(String[]::new))
        .query((rs, i) -> new Decided(rs.getString(1), rs.getString(2), ""))
        .list();
  }

  private void save(Map<String, String> networks, Map<String, String> base) {
    var moved = networks.keySet()
        .stream()
        .filter(site -> !Objects.equals(networks.get(site), base.get(site)))
        .sorted()
        .toList();
    jdbc.sql("""
        insert into target.local_network (local_id, site_id, network_id)
        select :local::uuid, v.site, v.network from unnest(:sites::text[], :networks::text[]) as v (site, network)""")
        .param("local", local())
        .param("sites", moved.toArray(String[]::new))
        .param("networks", moved.stream().map(networks::get).toArray(String[]::new))
        .update();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
