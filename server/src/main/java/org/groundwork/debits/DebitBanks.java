// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The banks that mandates do not name and have to: those of accounts outside of the European Economic Area, given before the
 * form asked for it. Nothing is collected by them until somebody names the bank. Runs inside the caller's transaction.
 */
public final class DebitBanks {
  private final JdbcClient jdbc;
  private final DebitSeals seals;
  private final DebitMandates mandates;
  private final Audit audit;
  private final Clock clock;

  DebitBanks(JdbcClient jdbc, DebitSeals seals, DebitMandates mandates, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.mandates = mandates;
    this.audit = audit;
    this.clock = clock;
  }

  /** Which of some mandates need the name of a bank and have none. */
  Set<UUID> missing(Collection<UUID> some) {
    return some.isEmpty()
        ? Set.of()
        : jdbc.sql("""
            select id, iban from debits.mandate
            where local_id = ? and id in (select unnest(?::uuid[])) and bic is null""")
            .params(Scope.local(), some.toArray(UUID[]::new))
            .query((rs, i) -> {
              UUID id = rs.getObject(1, UUID.class);
              return Map.entry(id, seals.open("mandate", "iban", id, rs.getBytes(2)));
            })
            .stream()
            .filter(each -> Bic.isNeeded(each.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
  }

  /** Whether somebody's own mandate in force needs the name of a bank and has none. */
  boolean missingOf(UUID person) {
    List<UUID> theirs = jdbc.sql("""
        select m.id from debits.mandate m join roll.api_person_now n on n.local_id = m.local_id and n.id = m.person_id
        where m.local_id = ? and n.person_id = ? and m.ended_on is null and m.bic is null""")
        .params(Scope.local(), person)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
    return !missing(theirs).isEmpty();
  }

  /**
   * Names the bank of a mandate that needs one and has none; false if it has ended or names one meanwhile, and then nothing
   * changes: another bank is another account, and so another mandate.
   *
   * @throws IllegalArgumentException if it cannot be the bank of the account
   */
  public boolean name(UUID mandate, String bic) {
    jdbc.sql("select id from debits.mandate where local_id = ? and id = ? for update")
        .params(Scope.local(), mandate)
        .query(rs -> {});
    Optional<DebitMandate> found = mandates.find(mandate).filter(DebitMandate::lacksBank);
    if (found.isEmpty()) {
      return false;
    }
    if (!Bic.fits(bic, found.get().iban())) {
      throw new IllegalArgumentException("it cannot be the bank of the account");
    }
    jdbc.sql("""
        update debits.mandate set bic = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ?""")
        .param(seals.seal("mandate", "bic", mandate, bic))
        .param(Scope.author())
        .params(Timestamp.from(clock.instant()), Scope.local(), mandate)
        .update();
    audit.record("debit-mandate-bank-named", found.get()
        .person()
        .map(person -> new SubjectRef("person", person))
        .orElseGet(() -> new SubjectRef("debit-mandate", mandate)), "");
    return true;
  }
}
