// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts where money of the local lies. Each has an account of the books of its own. */
public final class BankAccounts {
  /** The most accounts. */
  public static final int MOST = 40;
  private static final String SELECT = """
      select id, name, kind, number, currency, ledger_account_id, host_keeps, closed, version from banking.account
      """;
  private final JdbcClient jdbc;
  private final Books books;
  private final BankSeals seals;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  BankAccounts(JdbcClient jdbc, Books books, BankSeals seals, Audit audit, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.books = books;
    this.seals = seals;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What somebody says of an account.
   *
   * @param ledgerAccount one of {@link #free}; empty for a new one of the books
   */
  public record Told(String name, BankAccount.Kind kind, String number, Optional<UUID> ledgerAccount,
      OptionalInt hostKeeps) {}

  /** What became of an account that was to be added or changed. */
  public sealed interface Saved {
    /** It is there. */
    record Done(UUID account) implements Saved {}

    /** Another account has the name. */
    record NameTaken() implements Saved {}

    /** Another account has the account of the books, or there is no such. */
    record LedgerTaken() implements Saved {}

    /** There are as many as there may be. */
    record TooMany() implements Saved {}

    /** Somebody else changed it meanwhile. */
    record Meanwhile() implements Saved {}
  }

  /** All accounts, those still used first, in the order in which they were made. */
  public List<BankAccount> all() {
    return jdbc.sql(SELECT + "where local_id = ? order by closed, id")
        .params(BankScope.local())
        .query(this::read)
        .list();
  }

  /** Those to which somebody can transfer money: at a bank, open and with a number. */
  public List<BankAccount> forTransfers() {
    return all().stream()
        .filter(each -> each.kind() == BankAccount.Kind.BANK && !each.closed() && !each.number().isEmpty())
        .toList();
  }

  /** One account. */
  public Optional<BankAccount> find(UUID account) {
    return jdbc.sql(SELECT + "where local_id = ? and id = ?")
        .params(BankScope.local(), account)
        .query(this::read)
        .optional();
  }

  /** Accounts of the books in which an account may be kept: of what there is, and no other account's. */
  public List<Account> free() {
    Set<UUID> used = new HashSet<>(all().stream().map(BankAccount::ledgerAccount).toList());
    return books.accounts()
        .stream()
        .filter(each -> each.kind() == AccountKind.ASSET && !each.closed() && !used.contains(each.id()))
        .filter(each -> each.usedFor().isEmpty() || each.usedFor().equals(Optional.of(UsedFor.BANK))
            || each.usedFor().equals(Optional.of(UsedFor.SERVICES)))
        .toList();
  }

  /** Adds an account in the currency of the books, which must be open. */
  public Saved add(Told told) {
    hold();
    List<BankAccount> before = all();
    if (before.size() >= MOST) {
      return new Saved.TooMany();
    }
    if (before.stream().anyMatch(each -> each.name().equalsIgnoreCase(told.name()))) {
      return new Saved.NameTaken();
    }
    Optional<UUID> ledger = told.ledgerAccount().isPresent()
        ? told.ledgerAccount().filter(id -> free().stream().anyMatch(each -> each.id().equals(id)))
        : Optional.of(newInBooks(told.name()));
    if (ledger.isEmpty()) {
      return new Saved.LedgerTaken();
    }
    UUID id = ids.next();
    insert(id, told, ledger.get());
    audit.record("bank-account-added", new SubjectRef("bank-account", id), told.kind().key());
    return new Saved.Done(id);
  }

  private void insert(UUID id, Told told, UUID ledger) {
    Currency currency = books.find().orElseThrow(() -> new IllegalStateException("the books are not open")).currency();
    jdbc.sql("""
        insert into banking.account (local_id, id, name, kind, number, currency, ledger_account_id, host_keeps, changed_by,
          changed_at)
        values (?, ?, ?, ?, ?::bytea, ?, ?, ?::integer, ?::uuid, ?)""")
        .params(BankScope.local(), id, told.name(), told.kind().key())
        .param(seals.sealIfAny("account", "number", id, told.number()))
        .params(currency.getCurrencyCode(), ledger)
        .param(keeps(told))
        .param(BankScope.author())
        .param(now())
        .update();
  }

  private static @Nullable Integer keeps(Told told) {
    return told.hostKeeps().isPresent() ? Integer.valueOf(told.hostKeeps().getAsInt()) : null;
  }

  /** The next code after those of banks that nothing has. */
  private UUID newInBooks(String name) {
    Set<String> codes = new HashSet<>(books.accounts().stream().map(Account::code).toList());
    int code = 1101;
    while (codes.contains(Integer.toString(code))) {
      code++;
    }
    String chosen = Integer.toString(code);
    books.addAccount(chosen, name, AccountKind.ASSET);
    return books.accounts().stream().filter(each -> each.code().equals(chosen)).findFirst().orElseThrow().id();
  }

  /** Changes name, number and what a host keeps; kind and account of the books stay. */
  public Saved change(UUID account, long version, Told told) {
    hold();
    if (all().stream().anyMatch(each -> each.name().equalsIgnoreCase(told.name()) && !each.id().equals(account))) {
      return new Saved.NameTaken();
    }
    int changed = jdbc.sql("""
        update banking.account set name = ?, number = ?::bytea, host_keeps = ?::integer, version = version + 1,
          changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and version = ?""")
        .param(told.name())
        .param(seals.sealIfAny("account", "number", account, told.number()))
        .param(keeps(told))
        .param(BankScope.author())
        .params(now(), BankScope.local(), account, version)
        .update();
    if (changed == 0) {
      return new Saved.Meanwhile();
    }
    audit.record("bank-account-changed", new SubjectRef("bank-account", account), "");
    return new Saved.Done(account);
  }

  /** Closes an account, or opens it again; its lines stay. */
  public void close(UUID account, boolean closed) {
    int changed = jdbc.sql("""
        update banking.account set closed = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and closed <> ?""")
        .param(closed)
        .param(BankScope.author())
        .params(now(), BankScope.local(), account, closed)
        .update();
    if (changed > 0) {
      audit.record(closed ? "bank-account-closed" : "bank-account-opened", new SubjectRef("bank-account", account), "");
    }
  }

  /** One at a time, so that two do not take the same name or account of the books. */
  private void hold() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("banking.account " + BankScope.local())
        .query(rs -> {});
  }

  private BankAccount read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    int keeps = rs.getInt("host_keeps");
    OptionalInt hostKeeps = rs.wasNull() ? OptionalInt.empty() : OptionalInt.of(keeps);
    return new BankAccount(id, rs.getString("name"), BankAccount.Kind.of(rs.getString("kind")),
        seals.openIfAny("account", "number", id, rs.getBytes("number")), Currency.getInstance(rs.getString("currency")),
        rs.getObject("ledger_account_id", UUID.class), hostKeeps, rs.getBoolean("closed"), rs.getLong("version"));
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
