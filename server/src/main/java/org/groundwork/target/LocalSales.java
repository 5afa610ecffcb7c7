// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.linkage.Names;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the current local knows of sales, and what registers showed of the same sites. Runs inside the caller's transaction. */
final class LocalSales {
  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  LocalSales(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /**
   * A sale as it counts.
   *
   * @param ofSeller whether the register still named the seller when it was entered
   * @param named whether the one whom the register did not name is known
   * @param anchor another site of that one in the same register
   * @param at when it was entered: verdicts from before speak of the seller
   */
  record SiteSold(UUID id, String site, LocalDate on, boolean ofSeller, LocalDate recordedOn, boolean named,
      Optional<String> anchor, Instant at) {

    /** The network of the one whom the register did not name while nothing else of theirs is known. */
    String ownNetwork() {
      return Sales.NETWORK + id;
    }

    /** Whether the register has not shown the change by itself yet. */
    boolean pending(List<SiteHistory.Past> register) {
      return ofSeller && !SiteHistory.shown(register, recordedOn);
    }
  }

  /** All sales, site by site, oldest first. */
  List<SiteSold> all() {
    return jdbc.sql("""
        select id, site_id, sold_on, register_names, recorded_on, other, changed_at from target.sale
        where local_id = ? order by site_id, sold_on""").param(local()).query((rs, i) -> {
      UUID id = rs.getObject(1, UUID.class);
      String site = rs.getString(2);
      var other = Optional.ofNullable(rs.getBytes(6)).map(sealed -> cipher.openText(Sales.field(id, "other"), sealed));
      return new SiteSold(id, site, rs.getObject(3, LocalDate.class), rs.getString(4).equals("seller"),
          rs.getObject(5, LocalDate.class), other.isPresent(), other.flatMap(name -> anchor(site, name)),
          rs.getTimestamp(7).toInstant());
    }).list();
  }

  /** Another site in the register of {@code site} where somebody of this name owns or signs. */
  private Optional<String> anchor(String site, String name) {
    var register = jdbc.sql("select register_id from target.register_site where id = ?")
        .param(site)
        .query(UUID.class)
        .optional();
    return register.flatMap(id -> jdbc.sql("""
        select s.id from target.site_party sp join target.register_site s on s.id = sp.site_id
        where sp.party_id in (?, ?) and sp.owner and sp.site_id <> ? order by s.network_id, s.id limit 1""")
        .params(SiteParties.identity(id, "person", Names.person(name)),
            SiteParties.identity(id, "company", Names.company(name)), site)
        .query(String.class)
        .optional());
  }

  /**
   * What registers showed of the past of sites that were sold, or whose former owner is in a network that this local
   * draws otherwise; the networks as the local sees them.
   */
  Map<String, List<SiteHistory.Past>> shownByRegisters() {
    var past = new HashMap<String, List<SiteHistory.Past>>();
    jdbc.sql("""
        select f.site_id, f.until, f.noted_on, coalesce(l.network_id, a.network_id, f.own_network)
        from target.former f left join target.register_site a on a.id = f.anchor_site
        left join target.local_network l on l.local_id = :local and l.site_id = f.anchor_site
        where f.site_id in (select s.site_id from target.sale s where s.local_id = :local
          union all select m.site_id from target.former m
            join target.local_network o on o.local_id = :local and o.site_id = m.anchor_site)
        order by f.site_id, f.until""")
        .param("local", local())
        .query(rs -> {
          past.computeIfAbsent(rs.getString(1), _ -> new ArrayList<>())
              .add(new SiteHistory.Past(rs.getObject(2, LocalDate.class), rs.getString(4),
                  Optional.of(rs.getObject(3, LocalDate.class))));
        });
    return past;
  }

  private static UUID local() { return Tenancy.current().value(); }
}
