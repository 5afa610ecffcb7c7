// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * References with check digits (ISO 11649) that members write on transfers, so that their dues are known by them. One says
 * nothing of whom it belongs to.
 */
public final class PaymentReferences {
  private final JdbcClient jdbc;
  private final BankSeals seals;
  private final Ids ids;
  private final Clock clock;

  PaymentReferences(JdbcClient jdbc, BankSeals seals, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.ids = ids;
    this.clock = clock;
  }

  /** Somebody's reference; empty while they have none. */
  public Optional<String> find(UUID person) {
    return jdbc.sql("select reference from banking.payment_reference where local_id = ? and person_id = ?")
        .params(BankScope.local(), person)
        .query((rs, i) -> seals.open("payment_reference", "reference", person, rs.getBytes(1)))
        .optional();
  }

  /** Somebody's reference, a new one if they have none. */
  public String give(UUID person) {
    for (Optional<String> known = find(person);; known = find(person)) {
      if (known.isPresent()) {
        return known.get();
      }
      insert(person, OwnReferences.of(ids.random()));
    }
  }

  /** Another one of the same digits, or another request for the same person, does nothing. */
  private void insert(UUID person, String reference) {
    jdbc.sql("""
        insert into banking.payment_reference (local_id, person_id, reference, reference_index, changed_by, changed_at)
        values (?, ?, ?, ?, ?::uuid, ?) on conflict do nothing""")
        .params(BankScope.local(), person, seals.seal("payment_reference", "reference", person, reference),
            seals.index().of(BankScope.local(), "reference", reference))
        .param(BankScope.author())
        .param(Timestamp.from(clock.instant()))
        .update();
  }
}
