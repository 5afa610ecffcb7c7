// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the current local's networks where its verdicts and the sales it knows of make them differ from the register's,
 * for today and for former days. Runs inside the caller's transaction.
 */
final class LocalNetworks {
  private final JdbcClient jdbc;
  private final LocalSales sales;
  private final LocalDrawing drawing;
  private final NetworkSizes sizes;
  private final ObjectProvider<NetworkListener> listeners;

  LocalNetworks(JdbcClient jdbc, LocalSales sales, LocalDrawing drawing, NetworkSizes sizes,
      ObjectProvider<NetworkListener> listeners) {
    this.jdbc = jdbc;
    this.sales = sales;
    this.drawing = drawing;
    this.sizes = sizes;
    this.listeners = listeners;
  }

  /** Draws all anew, after a verdict, a sale or a register's new import. */
  void redraw() {
    lock();
    jdbc.sql("delete from target.local_network where local_id = ?").param(local()).update();
    jdbc.sql("delete from target.local_past where local_id = ?").param(local()).update();
    var all = sales.all();
    var shown = sales.shownByRegisters();
    drawing.draw(all.stream().filter(sale -> sale.pending(shown.getOrDefault(sale.site(), List.of()))).toList());
    drawPast(all, sales.shownByRegisters());
    sizes.ofLocal();
    listeners.forEach(NetworkListener::networksChanged);
  }

  /**
   * One at a time draws the local's networks, until its transaction ends. Whoever changes what they are drawn from takes
   * it first: two who waited for each other's rows would both fail.
   */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("target.local_network " + local())
        .query(rs -> {});
  }

  private void drawPast(List<LocalSales.SiteSold> all, Map<String, List<SiteHistory.Past>> shown) {
    var ofSite = new HashMap<String, List<SiteHistory.Sold>>();
    all.forEach(sale -> ofSite.computeIfAbsent(sale.site(), _ -> new ArrayList<>())
        .add(new SiteHistory.Sold(sale.on(), sale.ofSeller(), sale.recordedOn(),
            sale.anchor().flatMap(this::networkOf).orElse(sale.ownNetwork()), sale.named())));
    var sites = new TreeSet<>(shown.keySet());
    sites.addAll(ofSite.keySet());
    for (String site : sites) {
      SiteHistory.of(shown.getOrDefault(site, List.of()), sellerOf(site), ofSite.getOrDefault(site, List.of()))
          .forEach(past -> keep(site, past));
    }
  }

  private void keep(String site, SiteHistory.Past past) {
    jdbc.sql("insert into target.local_past (local_id, site_id, until, network_id) values (?, ?, ?, ?)")
        .params(local(), site, past.until(), past.network())
        .update();
  }

  /** Where the present owner, as the register has it, has other sites; the site's own network if nowhere. */
  private String sellerOf(String site) { return jdbc.sql("""
        select coalesce(l.network_id, o.network_id) from target.register_site s
        join target.register_site o on o.network_id = s.network_id and o.id <> s.id
        left join target.local_network l on l.local_id = ? and l.site_id = o.id
        where s.id = ? order by o.id limit 1""").params(local(), site).query(String.class).optional().orElse(site); }

  /** The network of a site as the current local sees it: the register's, changed by the local's own verdicts and sales. */
  Optional<String> networkOf(String site) {
    return jdbc.sql("""
        select coalesce(l.network_id, s.network_id) from target.register_site s
        left join target.local_network l on l.local_id = :local and l.site_id = s.id where s.id = :site""")
        .param("local", local())
        .param("site", site)
        .query(String.class)
        .optional();
  }

  /** The same for a day: whoever owned the site then. */
  Optional<String> networkOf(String site, LocalDate day) {
    return jdbc
        .sql(
            """
        select network_id from target.api_local_past where local_id = ? and site_id = ? and ? between since and until""")
        .params(local(), site, day)
        .query(String.class)
        .optional()
        .or(() -> shownByRegister(site, day))
        .or(() -> networkOf(site));
  }

  private Optional<String> shownByRegister(String site, LocalDate day) {
    return jdbc.sql("""
        select p.network_id from target.api_past p where p.site_id = :site and :day between p.since and p.until
          and not exists (select 1 from target.local_past l where l.local_id = :local and l.site_id = :site)""")
        .param("site", site)
        .param("day", day)
        .param("local", local())
        .query(String.class)
        .optional();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
