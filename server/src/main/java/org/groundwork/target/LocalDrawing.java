// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.time.Instant;
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

  /** Stands for a sold site as it was: the seller's others stay together through it. */
  private static final String AS_IT_WAS = "\u0000";

  private record Link(String a, String b) {}

  private record Decided(String a, String b, boolean confirmed, Instant at) {}

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

  private static Map<String, String> drawn(Set<String> sites, List<Link> links, List<Decided> verdicts,
      Map<String, LocalSales.SiteSold> sold) {
    var parts = new NetworkParts();
    sites.forEach(parts::site);
    sold.keySet().forEach(site -> parts.site(site + AS_IT_WAS));
    var pairs = verdicts.stream().map(v -> new Decided(of(v.a(), v, sold), of(v.b(), v, sold), v.confirmed(), v.at()));
    var decided = pairs.toList();
    decided.stream().filter(v -> !v.confirmed()).forEach(v -> parts.keepApart(v.a(), v.b()));
    decided.stream().filter(Decided::confirmed).forEach(v -> parts.join(v.a(), v.b()));
    links.forEach(link -> parts.join(asItWas(link.a(), sold), asItWas(link.b(), sold)));
    sold.forEach((site, sale) -> sale.anchor().ifPresent(anchor -> parts.join(site, asItWas(anchor, sold))));
    return named(parts.networks(), sold);
  }

  /** A verdict from before a sale speaks of the seller, a later one of the buyer. */
  private static String of(String site, Decided verdict, Map<String, LocalSales.SiteSold> sold) {
    var sale = sold.get(site);
    return sale != null && verdict.at().isBefore(sale.at()) ? site + AS_IT_WAS : site;
  }

  private static String asItWas(String site, Map<String, LocalSales.SiteSold> sold) {
    return sold.containsKey(site) ? site + AS_IT_WAS : site;
  }

  /** Each site's network under its smallest site of today; a buyer's who has nothing else under the sale's own name. */
  private static Map<String, String> named(Map<String, String> drawn, Map<String, LocalSales.SiteSold> sold) {
    var smallest = new HashMap<String, String>();
    var sizes = new HashMap<String, Integer>();
    var networks = new HashMap<>(drawn);
    networks.keySet().removeIf(site -> site.endsWith(AS_IT_WAS));
    networks.forEach((site, network) -> {
      smallest.merge(network, site, (one, other) -> one.compareTo(other) < 0 ? one : other);
      sizes.merge(network, 1, Integer::sum);
    });
    networks.replaceAll((site, network) -> {
      var sale = sold.get(site);
      return sale != null && Objects.equals(sizes.get(network), 1)
          ? sale.ownNetwork()
          : Objects.requireNonNull(smallest.get(network));
    });
    return networks;
  }

  /** All that stand. One that confirmed two sites says nothing of whoever a register names since one of them was sold. */
  private List<Decided> verdicts() {
    return jdbc.sql("select site_a, site_b, verdict, changed_at from target.verdict_now "
        + "where local_id = ? and not resold order by site_a, site_b")
        .param(local())
        .query((rs, i) -> new Decided(rs.getString(1), rs.getString(2), rs.getString(3).equals("confirmed"),
            rs.getTimestamp(4).toInstant()))
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

  private List<Link> linksOf(Set<String> networks) {
    return jdbc.sql("""
        select b.site_a, b.site_b from target.base_link b join target.register_site s on s.id = b.site_a
        where s.network_id = any(?) order by b.confidence desc, b.site_a, b.site_b, b.kind""")
        .param(networks.toArray(String[]::new))
        .query((rs, i) -> new Link(rs.getString(1), rs.getString(2)))
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
