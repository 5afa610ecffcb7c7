// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.RefusedDomains;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The mail domains of the current local's targets. The form to join refuses an address under one of them, or under a
 * domain below it, where its organisers said so or the target knows anyway. Runs inside the caller's transaction.
 */
public final class MailDomains implements RefusedDomains {
  /** At most this many for one target. */
  public static final int MOST = 20;
  private static final String FIELD = "mail-domain";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final FieldCipher cipher;
  private final BlindIndex index;
  private final ObjectProvider<PublicTargets> publicTargets;

  MailDomains(JdbcClient jdbc, Ids ids, FieldCipher cipher, BlindIndex index,
      ObjectProvider<PublicTargets> publicTargets) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.cipher = cipher;
    this.index = index;
    this.publicTargets = publicTargets;
  }

  /**
   * A domain of a target.
   *
   * @param refused whether the form to join refuses it by its organisers' word
   */
  public record MailDomain(String domain, boolean refused) {}

  /** The domains of a target in the order of the alphabet. */
  public List<MailDomain> of(UUID target) {
    return jdbc.sql("select id, domain, refused from target.mail_domain where local_id = ? and target_id = ?")
        .params(local(), target)
        .query((rs, i) -> new MailDomain(cipher.openText(field(rs.getObject(1, UUID.class)), rs.getBytes(2)),
            rs.getBoolean(3)))
        .list()
        .stream()
        .sorted(java.util.Comparator.comparing(MailDomain::domain))
        .toList();
  }

  void replace(UUID target, List<String> domains, boolean refused) {
    jdbc.sql("delete from target.mail_domain where local_id = ? and target_id = ?").params(local(), target).update();
    for (String domain : domains.stream().distinct().limit(MOST).toList()) {
      UUID id = ids.next();
      jdbc.sql("""
          insert into target.mail_domain (local_id, target_id, id, domain, domain_index, refused)
          values (?, ?, ?, ?, ?, ?)""")
          .params(local(), target, id, cipher.seal(field(id), domain), index.of(local(), FIELD, domain), refused)
          .update();
    }
  }

  @Override
  public boolean refuses(String domain) { return DomainName.of(domain).map(this::listed).orElse(false); }

  private boolean listed(String domain) {
    byte[][] hashes = DomainName.withThoseAbove(domain)
        .stream()
        .flatMap(each -> index.candidates(local(), FIELD, each).stream())
        .toArray(byte[][]::new);
    record Found(UUID target, boolean refused) {}
    return jdbc.sql("select target_id, refused from target.mail_domain where local_id = ? and domain_index = any(?)")
        .params(List.of(local(), hashes))
        .query((rs, i) -> new Found(rs.getObject(1, UUID.class), rs.getBoolean(2)))
        .list()
        .stream()
        .anyMatch(found -> found.refused() || publicTargets.stream().anyMatch(p -> p.isPublic(found.target())));
  }

  private static FieldRef field(UUID id) { return new FieldRef(local(), "target.mail_domain", "domain", id); }

  private static UUID local() { return Tenancy.current().value(); }
}
