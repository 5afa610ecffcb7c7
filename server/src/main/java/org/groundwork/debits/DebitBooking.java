// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.BankAccounts;
import org.groundwork.dues.NewPayment;
import org.groundwork.dues.Payment;
import org.groundwork.dues.Payments;
import org.groundwork.dues.Taken;
import org.groundwork.dues.Way;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Journal;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.jobs.JobFailure;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Languages;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Direct debits in the books. Each payment goes to money on its way; what the bank books at once moves from there to the account in one
 * entry, so that each line of the bank has one entry: a batch, a whole file, or a payment that came back with its fee. Where the bank
 * books each payment by itself, each goes to the account at once. Runs inside the caller's transaction.
 */
final class DebitBooking {
  private final JdbcClient jdbc;
  private final Payments payments;
  private final Parts parts;
  private final Clock clock;

  /** The books, and what is said in them. */
  record Parts(Books books, Ledger ledger, Journal journal, BankAccounts accounts, Languages languages, Locals locals) {
    String say(String key) { return languages.text(locals.profile().language(), key); }
  }

  DebitBooking(JdbcClient jdbc, Payments payments, Parts parts, Clock clock) {
    this.jdbc = jdbc;
    this.payments = payments;
    this.parts = parts;
    this.clock = clock;
  }

  /** By what an item was taken, and its entry. */
  record Booked(Optional<UUID> payment, UUID entry) {}

  /**
   * Takes an item that the bank booked, once: as dues of its member, or where nobody is left, as dues of nobody. Where the month of the day is
   * closed it is entered today.
   *
   * @param account of banking, if the bank books each payment by itself
   * @throws JobFailure if the books do not take it
   */
  Booked take(DebitItem item, LocalDate on, Optional<UUID> account) {
    UUID lies = account.map(this::bank).orElseGet(this::onItsWay);
    if (item.person().isEmpty()) {
      UUID entry = entered(on, false, day -> new NewEntry(day, parts.say("debits.entry.nobody"),
          Optional.of(new Source("debit", item.id())),
          List.of(new Line(lies, general(), item.amount()),
              new Line(account(UsedFor.DUES), general(), -item.amount()))));
      return new Booked(Optional.empty(), entry);
    }
    UUID person = item.person().get();
    Taken taken = payment(person, item, on, lies);
    if (taken instanceof Taken.NotEntered(Entered why) && otherDay(why)) {
      taken = payment(person, item, today(), lies);
    }
    return switch (taken) {
      case Taken.Yes(UUID payment, _) -> new Booked(Optional.of(payment),
          payments.find(payment).map(Payment::entry).orElseThrow());
      case Taken.NotEntered(Entered why) -> throw refused(why);
      case Taken.Already _,Taken.ReceiptTaken _ ->
        throw new IllegalStateException("an item that is not taken stands in the books");
    };
  }

  private Taken payment(UUID person, DebitItem item, LocalDate on, UUID lies) {
    return payments.take(new NewPayment(person, on, item.amount(), 0, Way.DIRECT_DEBIT, Optional.of(lies),
        Optional.of(new Source("debit", item.id())), Optional.empty(), ""));
  }

  /** Adds what an entry brought to what its batch brought, fund by fund. */
  void add(UUID batch, UUID entry) {
    onItsWay(entry).forEach((fund, sum) -> jdbc.sql("""
        insert into debits.batch_fund (local_id, batch_id, fund_id, sum) values (?, ?, ?, ?)
        on conflict (local_id, batch_id, fund_id) do update set sum = debits.batch_fund.sum + excluded.sum""")
        .params(Scope.local(), batch, fund, sum)
        .update());
  }

  /** What an entry put on its way, by fund; below zero for what it took from there. */
  private Map<UUID, Long> onItsWay(UUID entry) {
    UUID account = onItsWay();
    Map<UUID, Long> sums = new TreeMap<>();
    parts.journal()
        .find(entry)
        .orElseThrow()
        .lines()
        .stream()
        .filter(line -> line.account().equals(account))
        .forEach(line -> sums.merge(line.fund(), line.amount(), Math::addExact));
    return sums;
  }

  /** Moves what the batches of a collection brought to the account at the bank, each in one entry. */
  void move(UUID collection, UUID account, LocalDate on) {
    UUID bank = bank(account);
    List<UUID> batches = jdbc.sql("select id from debits.batch where local_id = ? and collection_id = ? order by place")
        .params(Scope.local(), collection)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
    for (UUID batch : batches) {
      var lines = new ArrayList<Line>();
      jdbc.sql(
          "select fund_id, sum from debits.batch_fund where local_id = ? and batch_id = ? and sum <> 0 order by fund_id")
          .params(Scope.local(), batch)
          .query(rs -> {
            UUID fund = rs.getObject(1, UUID.class);
            lines.add(new Line(bank, fund, rs.getLong(2)));
            lines.add(new Line(onItsWay(), fund, -rs.getLong(2)));
          });
      if (!lines.isEmpty()) {
        entered(on, false, day -> new NewEntry(day, parts.say("debits.entry.batch"),
            Optional.of(new Source("debit-batch", batch)), lines));
      }
    }
  }

  /** Moves all that a collection brought to the account at the bank, in one entry. */
  void moveWhole(UUID collection, UUID account, LocalDate on) {
    UUID bank = bank(account);
    var lines = new ArrayList<Line>();
    jdbc.sql("""
        select f.fund_id, sum(f.sum)::bigint from debits.batch_fund f
        join debits.batch b on b.local_id = f.local_id and b.id = f.batch_id
        where f.local_id = ? and b.collection_id = ? group by f.fund_id having sum(f.sum) <> 0 order by f.fund_id""")
        .params(Scope.local(), collection)
        .query(rs -> {
          UUID fund = rs.getObject(1, UUID.class);
          lines.add(new Line(bank, fund, rs.getLong(2)));
          lines.add(new Line(onItsWay(), fund, -rs.getLong(2)));
        });
    if (!lines.isEmpty()) {
      entered(on, false, day -> new NewEntry(day, parts.say("debits.entry.batch"),
          Optional.of(new Source("debit-collection", collection)), lines));
    }
  }

  /**
   * Takes back an item that went to the account by itself, with what the bank took for it, once and in one entry.
   *
   * @throws JobFailure if the books do not take it
   */
  void backByItself(DebitItem item, UUID account, DebitItems.Back back) {
    if (item.payment().isPresent()) {
      undo(item.payment().get(), back.on(), back.fee());
      return;
    }
    var lines = new ArrayList<Line>();
    parts.journal()
        .find(item.entry().orElseThrow())
        .orElseThrow()
        .lines()
        .forEach(line -> lines.add(new Line(line.account(), line.fund(), -line.amount())));
    fee(lines, bank(account), back.fee());
    entered(back.on(), true, day -> new NewEntry(day, parts.say("debits.entry.back"),
        Optional.of(new Source("debit-undone", item.id())), lines));
  }

  private void fee(List<Line> lines, UUID bank, long fee) {
    if (fee > 0) {
      lines.add(new Line(account(UsedFor.FEES), general(), fee));
      lines.add(new Line(bank, general(), -fee));
    }
  }

  /**
   * Takes back an item that was taken, with what the bank took for it, once. Where the month of the day is closed it is entered today.
   *
   * @param account of banking, from which the bank took it
   * @throws JobFailure if the books do not take it
   */
  void back(DebitItem item, UUID account, DebitItems.Back back) {
    UUID undone = item.payment().isPresent()
        ? undo(item.payment().get(), back.on(), 0)
        : reverse(item, back.on());
    UUID bank = bank(account);
    var lines = new ArrayList<Line>();
    onItsWay(undone).forEach((fund, sum) -> {
      lines.add(new Line(onItsWay(), fund, -sum));
      lines.add(new Line(bank, fund, sum));
    });
    fee(lines, bank, back.fee());
    entered(back.on(), true, day -> new NewEntry(day, parts.say("debits.entry.back"),
        Optional.of(new Source("debit-back", item.id())), lines));
  }

  private UUID undo(UUID payment, LocalDate on, long fee) {
    Payments.Undone undone = payments.undo(payment, on, fee);
    if (undone instanceof Payments.Undone.NotEntered(Entered why) && otherDay(why)) {
      undone = payments.undo(payment, today(), fee);
    }
    if (undone instanceof Payments.Undone.NotEntered(Entered why)) {
      throw refused(why);
    }
    return parts.ledger().entered(new Source("dues-payment-undone", payment)).orElseThrow();
  }

  private UUID reverse(DebitItem item, LocalDate on) {
    List<Line> lines = parts.journal()
        .find(item.entry().orElseThrow())
        .orElseThrow()
        .lines()
        .stream()
        .map(line -> new Line(line.account(), line.fund(), -line.amount()))
        .toList();
    return entered(on, true, day -> new NewEntry(day, parts.say("debits.entry.undone"),
        Optional.of(new Source("debit-undone", item.id())), lines));
  }

  /** Enters something on a day, or today where that day's month takes nothing more. */
  private UUID entered(LocalDate on, boolean happened, Function<LocalDate, NewEntry> entry) {
    Entered made = enter(entry.apply(on), happened);
    if (otherDay(made)) {
      made = enter(entry.apply(today()), happened);
    }
    return switch (made) {
      case Entered.Yes(UUID id) -> id;
      case Entered.Already(UUID id) -> id;
      case Entered.Closed _,Entered.TooEarly _,Entered.Gone _,Entered.TooLittle _ -> throw refused(made);
    };
  }

  private Entered enter(NewEntry entry, boolean happened) {
    return happened ? parts.ledger().enterWhatHappened(entry) : parts.ledger().enter(entry);
  }

  private static boolean otherDay(Entered why) {
    return why instanceof Entered.Closed || why instanceof Entered.TooEarly;
  }

  private static JobFailure refused(Entered why) {
    return new JobFailure(otherDay(why) ? "debits.books.closed" : "debits.books.refused");
  }

  private UUID bank(UUID account) {
    return parts.accounts().find(account).map(BankAccount::ledgerAccount).orElseThrow();
  }

  private UUID onItsWay() { return account(UsedFor.ON_ITS_WAY); }

  private UUID account(UsedFor use) { return parts.books().account(use).id(); }

  private UUID general() {
    return parts.books()
        .funds()
        .stream()
        .filter(fund -> fund.kind() == FundKind.GENERAL)
        .map(Fund::id)
        .findFirst()
        .orElseThrow();
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(parts.locals().profile().zone())); }
}
