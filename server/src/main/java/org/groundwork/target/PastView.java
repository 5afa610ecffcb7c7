// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who held sites before, as the current local sees it. Runs inside the caller's transaction. */
public final class PastView {
  private static final int MOST_PERIODS = 100;
  private final JdbcClient jdbc;
  private final Sales sales;

  PastView(JdbcClient jdbc, Sales sales) {
    this.jdbc = jdbc;
    this.sales = sales;
  }

  /** A site that a network held up to a day. */
  public record Held(String site, String address, LocalDate until, int homes) {}

  /**
   * A former owner of a site.
   *
   * @param since empty where nobody knows
   */
  public record Owner(String name, Optional<LocalDate> since, LocalDate until, String network) {}

  static final String HELD = """
      select p.site_id, coalesce(s.address, p.site_id), p.until, coalesce(s.homes, 0) from (
        select l.site_id, l.until from target.local_past l where l.local_id = :local and l.network_id = :network
        union all
        select f.site_id, f.until from target.former f
        where f.own_network = :network and f.anchor_site is null and not exists (
          select 1 from target.local_past x where x.local_id = :local and x.site_id = f.site_id)
        union all
        select f.site_id, f.until from target.register_site a join target.former f on f.anchor_site = a.id
        where a.network_id = :network and not exists (
          select 1 from target.local_past x where x.local_id = :local and x.site_id = f.site_id)) p
      left join target.register_site s on s.id = p.site_id order by p.site_id, p.until limit :most""";

  /** The sites a network held and no longer does, at most {@code most}. */
  public List<Held> held(String network, int most) {
    return jdbc.sql(HELD)
        .param("local", local())
        .param("network", network)
        .param("most", most)
        .query((rs, i) -> new Held(rs.getString(1), rs.getString(2), rs.getObject(3, LocalDate.class), rs.getInt(4)))
        .list();
  }

  /**
   * A network in one line, also one that has no site left, or whom only a sale names.
   *
   * @param today what the register says of the network, if it has sites today
   */
  Optional<Networks.Face> face(String network, Optional<Networks.Face> today) {
    var sale = sales.ofNetwork(network);
    if (today.isPresent() && sale.isEmpty()) {
      return today;
    }
    var held = today.isPresent() ? List.<Held>of() : held(network, NetworkView.MOST_SITES);
    if (today.isEmpty() && held.isEmpty()) {
      return Optional.empty();
    }
    String name = sale.flatMap(Sales.Sale::other)
        .or(() -> sale.map(Sales.Sale::site).flatMap(this::address))
        .or(() -> formerName(network))
        .or(() -> signing(network))
        .orElse(network);
    return Optional.of(new Networks.Face(network, name, today.map(Networks.Face::sites).orElse(held.size()),
        today.map(Networks.Face::homes).orElse(held.stream().mapToInt(Held::homes).sum())));
  }

  /** The former owners of a site, the last one first. */
  public List<Owner> owners(String site, Function<String, Optional<Networks.Face>> faces) {
    record Period(Optional<LocalDate> since, LocalDate until, String network) {}
    var periods = jdbc.sql("""
        select p.since, p.until, p.network_id from (
          select since, until, network_id from target.api_local_past where local_id = :local and site_id = :site
          union all
          select since, until, network_id from target.api_past where site_id = :site and not exists (
            select 1 from target.local_past x where x.local_id = :local and x.site_id = :site)) p
        order by p.until desc limit :most""")
        .param("local", local())
        .param("site", site)
        .param("most", MOST_PERIODS)
        .query((rs, i) -> new Period(Optional.ofNullable(rs.getString(1))
            .filter(day -> !day.startsWith("-"))
            .map(LocalDate::parse), rs.getObject(2, LocalDate.class), rs.getString(3)))
        .list();
    return periods.stream()
        .map(period -> new Owner(registered(site, period.until()).or(() -> onlyFormer(site, period.network()))
            .or(() -> faces.apply(period.network()).map(Networks.Face::name))
            .orElse(period.network()), period.since(), period.until(), period.network()))
        .toList();
  }

  private Optional<String> registered(String site, LocalDate until) {
    return jdbc.sql("select name from target.former where site_id = ? and until = ?")
        .params(site, until)
        .query(String.class)
        .optional();
  }

  /** A local may know another day for a change than the register. */
  private Optional<String> onlyFormer(String site, String network) {
    return jdbc
        .sql(
            """
        select f.name from target.former f left join target.register_site a on a.id = f.anchor_site
        left join target.local_network l on l.local_id = ? and l.site_id = f.anchor_site
        where f.site_id = ? and coalesce(l.network_id, a.network_id, f.own_network) = ? order by f.until desc limit 1""")
        .params(local(), site, network)
        .query(String.class)
        .optional();
  }

  private Optional<String> formerName(String network) {
    return jdbc.sql("select name from target.former where own_network = ? and anchor_site is null "
        + "order by site_id, until limit 1").param(network).query(String.class).optional();
  }

  /** Who signs for a site by the register, where a network bears the site's identifier. */
  private Optional<String> signing(String site) {
    return jdbc.sql("""
        select p.name from target.site_party sp join target.party p on p.id = sp.party_id
        where sp.site_id = ? and sp.owner order by p.kind = 'person' desc, p.name limit 1""")
        .param(site)
        .query(String.class)
        .optional();
  }

  private Optional<String> address(String site) {
    return jdbc.sql("select address from target.register_site where id = ?")
        .param(site)
        .query(String.class)
        .optional();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
