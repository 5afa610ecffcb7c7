// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sales of sites that the current local's organisers know of before or better than a register. They hold over the
 * register's next import and count for this local alone. Runs inside the caller's transaction.
 */
public final class Sales {
  /** Begins the identifier of a network that only a sale made. */
  static final String NETWORK = "sold:";
  private static final String TABLE = "target.sale";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final FieldCipher cipher;
  private final Audit audit;
  private final LocalNetworks networks;

  Sales(JdbcClient jdbc, Ids ids, Clock clock, FieldCipher cipher, Audit audit, LocalNetworks networks) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.cipher = cipher;
    this.audit = audit;
    this.networks = networks;
  }

  /** Whom the register names. */
  public enum Names {
    /** It still names the one who sold. */
    SELLER,
    /** It names the one who bought. */
    BUYER;

    /** The name stored in the database and used in message keys. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A sale.
   *
   * @param on the first day of the new owner
   * @param other the one whom the register does not name, if known
   * @param source how we know
   */
  public record Sale(UUID id, String site, LocalDate on, Names names, Optional<String> other, String source) {}

  /** Notes a sale; false if one on this day is known already. */
  public boolean record(String site, LocalDate on, Names names, Optional<String> other, String source) {
    networks.lock();
    UUID id = ids.next();
    boolean fresh = jdbc.sql("""
        insert into target.sale (local_id, id, site_id, sold_on, register_names, other, source, recorded_on, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?::bytea, ?, ?, ?, ?) on conflict (local_id, site_id, sold_on) do nothing""")
        .params(local(), id, site, on, names.key())
        .param(other.map(text -> cipher.seal(field(id, "other"), text)).orElse(null))
        .params(cipher.seal(field(id, "source"), source), LocalDate.now(clock), Callers.actor().person(),
            Timestamp.from(clock.instant()))
        .update() == 1;
    if (fresh) {
      audit.record("sale-recorded", new SubjectRef("sale", id), site + " " + on);
      networks.redraw();
    }
    return fresh;
  }

  /** Takes a sale back; false if there is none such in this local. */
  public boolean remove(UUID sale) {
    networks.lock();
    boolean gone = jdbc.sql("delete from target.sale where local_id = ? and id = ?")
        .params(local(), sale)
        .update() == 1;
    if (gone) {
      audit.record("sale-removed", new SubjectRef("sale", sale), "");
      networks.redraw();
    }
    return gone;
  }

  /** The sales of a site, newest first. */
  public List<Sale> of(String site) {
    return jdbc.sql("""
        select id, site_id, sold_on, register_names, other, source from target.sale
        where local_id = ? and site_id = ? order by sold_on desc limit 100""")
        .params(local(), site)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          return new Sale(id, rs.getString(2), rs.getObject(3, LocalDate.class),
              rs.getString(4).equals("seller") ? Names.SELLER : Names.BUYER,
              Optional.ofNullable(rs.getBytes(5)).map(sealed -> cipher.openText(field(id, "other"), sealed)),
              cipher.openText(field(id, "source"), rs.getBytes(6)));
        })
        .list();
  }

  /** What a network that only a sale made is called, if somebody named its owner, and the site it has. */
  Optional<Sale> ofNetwork(String network) {
    if (!network.matches(NETWORK + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      return Optional.empty();
    }
    return jdbc.sql("select site_id from target.sale where local_id = ? and id = ?")
        .params(local(), UUID.fromString(network.substring(NETWORK.length())))
        .query(String.class)
        .optional()
        .flatMap(site -> of(site).stream().filter(sale -> network.equals(NETWORK + sale.id())).findFirst());
  }

  static FieldRef field(UUID sale, String column) { return new FieldRef(local(), TABLE, column, sale); }

  private static UUID local() { return Tenancy.current().value(); }
}
