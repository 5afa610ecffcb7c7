// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.BankAccounts;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.statements.sepa.Iban;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who collects. Direct debits of SEPA are in euro, so a local whose books are in another currency has none. */
public final class Creditors {
  private final JdbcClient jdbc;
  private final Books books;
  private final BankAccounts accounts;
  private final Audit audit;
  private final Clock clock;

  Creditors(JdbcClient jdbc, Books books, BankAccounts accounts, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.books = books;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether the books are open and in euro. */
  public boolean inEuro() {
    return books.find().filter(book -> book.currency().getCurrencyCode().equals("EUR")).isPresent();
  }

  /** Accounts at a bank of the payments area that are used and have an IBAN. */
  public List<BankAccount> accounts() {
    return accounts.all().stream().filter(Creditors::collects).toList();
  }

  private static boolean collects(BankAccount account) {
    return account.kind() == BankAccount.Kind.BANK && !account.closed() && Iban.isValid(account.number())
        && Iban.inSepa(account.number());
  }

  /** Who collects; empty before somebody wrote it down. */
  public Optional<Creditor> find() { return jdbc.sql("""
        select name, identifier, account_id, bic, street, building, postcode, town, country, notice_days, prefix, version
        from debits.creditor where local_id = ?""").param(Scope.local()).query(Creditors::read).optional(); }

  /** Who collects, if the books are in euro and the account can still collect. */
  public Optional<Creditor> ready() {
    return inEuro() ? find().filter(creditor -> account(creditor).isPresent()) : Optional.empty();
  }

  /** The account to which money comes, if it can still collect. */
  public Optional<BankAccount> account(Creditor creditor) {
    return accounts.find(creditor.account()).filter(Creditors::collects);
  }

  /** What became of writing down who collects. */
  public enum Written {
    /** It is written down. */
    DONE,
    /** Nothing changed: somebody else changed it since that version. */
    MEANWHILE,
    /** Nothing changed: mandates in force are signed to the identifier that was to be another, and nobody said who that is. */
    MANDATES,
    /** Nothing changed: members were told of a collection with the identifier that was to be another. */
    COLLECTION
  }

  /**
   * Writes down who collects. Another creditor may not collect by mandates that were signed to the one before; the same one may under
   * another identifier, which the next file by each of them says.
   *
   * @param same whether whoever keeps the money says that it is the same creditor
   */
  public Written set(Creditor creditor, boolean same) {
    Optional<String> before = jdbc.sql("select identifier from debits.creditor where local_id = ? for update")
        .param(Scope.local())
        .query(String.class)
        .optional();
    if (before.filter(each -> !each.equals(creditor.identifier())).isPresent()) {
      if (!same && mandatesInForce()) {
        return Written.MANDATES;
      }
      if (collectionUnderWay()) {
        return Written.COLLECTION;
      }
    }
    return write(creditor) ? Written.DONE : Written.MEANWHILE;
  }

  private boolean mandatesInForce() {
    return jdbc.sql("select exists (select 1 from debits.mandate where local_id = ? and ended_on is null)")
        .param(Scope.local())
        .query(Boolean.class)
        .single();
  }

  private boolean collectionUnderWay() {
    return jdbc
        .sql("select exists (select 1 from debits.collection where local_id = ? and state in ('making', 'made'))")
        .param(Scope.local())
        .query(Boolean.class)
        .single();
  }

  private boolean write(Creditor creditor) {
    DebitAddress at = creditor.address();
    boolean set = jdbc.sql("""
        insert into debits.creditor (local_id, name, identifier, account_id, bic, street, building, postcode, town,
          country, notice_days, prefix, changed_by, changed_at)
        values (:local, :name, :identifier, :account, nullif(:bic, ''), :street, :building, :postcode, :town, :country,
          :notice, :prefix, :by::uuid, :now)
        on conflict (local_id) do update set name = excluded.name, identifier = excluded.identifier,
          account_id = excluded.account_id, bic = excluded.bic, street = excluded.street, building = excluded.building,
          postcode = excluded.postcode, town = excluded.town, country = excluded.country,
          notice_days = excluded.notice_days, prefix = excluded.prefix, version = debits.creditor.version + 1,
          changed_by = excluded.changed_by, changed_at = excluded.changed_at
        where debits.creditor.version = :version""")
        .param("local", Scope.local())
        .param("name", creditor.name())
        .param("identifier", creditor.identifier())
        .param("account", creditor.account())
        .param("bic", creditor.bic())
        .param("street", at.street())
        .param("building", at.building())
        .param("postcode", at.postcode())
        .param("town", at.town())
        .param("country", at.country())
        .param("notice", creditor.noticeDays())
        .param("prefix", creditor.prefix())
        .param("by", Scope.author())
        .param("now", Timestamp.from(clock.instant()))
        .param("version", creditor.version())
        .update() == 1;
    if (set) {
      audit.record("debit-creditor-set", new SubjectRef("debit-creditor", Scope.local()), "");
    }
    return set;
  }

  private static Creditor read(ResultSet rs, int row) throws SQLException {
    return new Creditor(rs.getString(1), rs.getString(2), rs.getObject(3, UUID.class),
        Objects.requireNonNullElse(rs.getString(4), ""),
        new DebitAddress(rs.getString(5), rs.getString(6), rs.getString(7), rs.getString(8), rs.getString(9)),
        rs.getInt(10), rs.getString(11), rs.getLong(12));
  }
}
