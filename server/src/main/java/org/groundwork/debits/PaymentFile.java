// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.statements.Money;
import org.groundwork.statements.sepa.Collection;
import org.groundwork.statements.sepa.DirectDebits;
import org.groundwork.statements.sepa.Mandate;
import org.groundwork.statements.sepa.SequenceType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The file for the bank, pain.008.001.08. Made of what was frozen when the collection was filed, so it has the same bytes
 * whenever it is asked for. Runs inside the caller's transaction.
 */
final class PaymentFile {
  private final JdbcClient jdbc;
  private final DebitSeals seals;

  PaymentFile(JdbcClient jdbc, DebitSeals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** Who collects by which file, as it stands there. */
  record Head(String message, LocalDateTime created, LocalDate due, org.groundwork.statements.sepa.Creditor creditor,
      String words) {}

  /** Of whom something is collected. */
  record Debtor(String reference, LocalDate signed, String holder, String iban, String bic, String address) {

    /** Whether a bank would refuse it because it does not name the bank of the account. */
    boolean lacksBank() {
      return bic.isEmpty() && Bic.isNeeded(iban);
    }

    Collection.Debtor written() {
      return new Collection.Debtor(holder, iban, Optional.of(bic).filter(each -> !each.isEmpty()),
          address.isEmpty() ? Optional.empty() : Optional.of(DebitAddress.of(address).written()));
    }
  }

  /**
   * One payment as the file has it.
   *
   * @throws IllegalArgumentException if a bank would refuse it
   */
  static Collection payment(Paid paid, Debtor debtor, Purpose purpose) {
    return new Collection(paid.endToEnd(), new Money(paid.amount(), "EUR"), paid.sequence(), purpose.due(),
        new Mandate(debtor.reference(), debtor.signed(),
            paid.former()
                .map(each -> new Mandate.Amendment(Optional.empty(), Optional.of(each), Optional.empty(), false))),
        debtor.written(),
        new Collection.Purpose.Words(purpose.words()));
  }

  /**
   * What is collected of one member.
   *
   * @param former the creditor identifier that the payer's bank knows of the mandate, where it is another one now
   */
  record Paid(String endToEnd, long amount, SequenceType sequence, Optional<String> former) {}

  /** What all payments of a file have in common: the day, and what members read in their statements. */
  record Purpose(LocalDate due, String words) {}

  /** Whose accounts some mandates are about. */
  Map<UUID, Debtor> debtors(java.util.Collection<UUID> mandates) {
    var found = new HashMap<UUID, Debtor>();
    jdbc.sql("""
        select id, reference, signed_on, holder, iban, bic, address from debits.mandate
        where local_id = ? and id in (select unnest(?::uuid[]))""")
        .params(Scope.local(), mandates.toArray(UUID[]::new))
        .query(rs -> {
          found.put(rs.getObject("id", UUID.class), debtor(rs));
        });
    return found;
  }

  private Debtor debtor(ResultSet rs) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new Debtor(rs.getString("reference"), rs.getDate("signed_on").toLocalDate(),
        seals.open("mandate", "holder", id, rs.getBytes("holder")),
        seals.open("mandate", "iban", id, rs.getBytes("iban")),
        seals.openIfAny("mandate", "bic", id, rs.getBytes("bic")),
        seals.openIfAny("mandate", "address", id, rs.getBytes("address")));
  }

  /** The bytes of the file of a collection that was filed; empty where it was not, or a mandate of it is deleted. */
  Optional<byte[]> of(UUID collection) {
    Optional<Head> head = head(collection);
    if (head.isEmpty()) {
      return Optional.empty();
    }
    List<Collection> payments = payments(collection, new Purpose(head.get().due(), head.get().words()));
    if (payments.size() != all(collection)) {
      return Optional.empty();
    }
    var out = new ByteArrayOutputStream(1_000 * payments.size());
    new DirectDebits(head.get().message(), head.get().created(), DirectDebits.Scheme.CORE, head.get().creditor(),
        payments).write(out);
    return Optional.of(out.toByteArray());
  }

  private Optional<Head> head(UUID collection) {
    return jdbc.sql("""
        select message_id, filed_at, due_on, name, identifier, iban, bic, street, building, postcode, town, country, zone, words
        from debits.collection where local_id = ? and id = ? and message_id is not null""")
        .params(Scope.local(), collection)
        .query((rs, i) -> new Head(rs.getString(1),
            rs.getTimestamp(2).toInstant().atZone(ZoneId.of(rs.getString(13))).toLocalDateTime(),
            rs.getDate(3).toLocalDate(),
            new org.groundwork.statements.sepa.Creditor(rs.getString(4), rs.getString(5),
                seals.open("collection", "iban", collection, rs.getBytes(6)), Optional.ofNullable(rs.getString(7)),
                Optional.of(new DebitAddress(rs.getString(8), rs.getString(9), rs.getString(10), rs.getString(11),
                    rs.getString(12)).written())),
            rs.getString(14)))
        .optional();
  }

  private int all(UUID collection) {
    return jdbc.sql("select count(*)::integer from debits.item where local_id = ? and collection_id = ? "
        + "and batch_id is not null").params(Scope.local(), collection).query(Integer.class).single();
  }

  /** All payments that are in the file, whatever became of them since, in the order of their identifiers. */
  private List<Collection> payments(UUID collection, Purpose purpose) {
    var payments = new ArrayList<Collection>();
    jdbc.sql("""
        select i.id as item_id, i.amount, i.former_identifier, b.sequence, m.id, m.reference, m.signed_on, m.holder, m.iban, m.bic,
          m.address
        from debits.item i
        join debits.batch b on b.local_id = i.local_id and b.id = i.batch_id
        join debits.mandate m on m.local_id = i.local_id and m.id = i.mandate_id
        where i.local_id = ? and i.collection_id = ? order by i.id""")
        .params(Scope.local(), collection)
        .query(rs -> {
          payments.add(payment(new Paid(rs.getObject("item_id", UUID.class).toString().replace("-", ""),
              rs.getLong("amount"), SequenceType.valueOf(rs.getString("sequence")),
              Optional.ofNullable(rs.getString("former_identifier"))), debtor(rs), purpose));
        });
    return payments;
  }
}
