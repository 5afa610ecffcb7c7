// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.BankAccounts;
import org.groundwork.banking.CsvMappings;
import org.groundwork.banking.PaymentReferences;
import org.groundwork.banking.StatementImport;
import org.groundwork.banking.StatementImports;
import org.groundwork.banking.SureStart;
import org.groundwork.dues.Period;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.dues.Runs;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.People;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The product that {@link MoneyKillsBench} kills. Once for each time it is started it waits until the first message of Stripe has
 * come, and then charges the next month, brings in a statement and has all that is sure confirmed, while members go to pay by card
 * and messages go on to come; what an earlier one left behind goes on beside that by itself.
 */
final class MoneyKilled {
  private static final int MEMBERS = 2_000;
  private static final int LINES = 1_000;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final Duration LONG = Duration.ofMinutes(10);
  private final OneLocal local;
  private final Path directory;

  private MoneyKilled(OneLocal local, Path directory) {
    this.local = local;
    this.directory = directory;
  }

  /**
   * Arguments: the directory, {@code seed}, {@code work} or {@code check}, how often it was started before, and where what
   * stands in for Stripe answers.
   */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    int time = Integer.parseInt(arguments[2]);
    String stripe = "--groundwork.cards.api=" + arguments[3];
    boolean right;
    try (var local = arguments[1].equals("seed")
        ? OneLocal.in(arguments[0], "EUR", stripe)
        : OneLocal.again(arguments[0],
            Files.readString(directory.resolveSibling(directory.getFileName() + ".local")), stripe)) {
      var killed = new MoneyKilled(local, directory);
      right = switch (arguments[1]) {
        case "seed" -> killed.seed();
        case "work" -> killed.work(time);
        default -> killed.check(time);
      };
    }
    System.exit(right ? 0 : 1);
  }

  private boolean seed() throws Exception {
    local.in(() -> {
      local.bean(Books.class)
          .open(new Book(Currency.getInstance("EUR"), Month.JANUARY, FIRST.minusYears(1)), Locale.ENGLISH,
              new Books.FundNames("General", "Strike", "Hardship"));
      local.bean(Plans.class)
          .begin(new Plans.Draft("Monthly", Period.MONTH, Plan.Asks.INCOME, 14, 30, "",
              List.of(new Plans.Bracket(Optional.empty(), "most", new Rate.Amount(1_000), true)), List.of()));
      UUID bank = local.bean(Books.class).account(UsedFor.BANK).id();
      return local.bean(BankAccounts.class)
          .add(new BankAccounts.Told("Main", BankAccount.Kind.BANK, "", Optional.of(bank), OptionalInt.empty()));
    });
    local.in(() -> local.bean(CsvMappings.class)
        .keep("bench", "date = day\namount = amount\nparty = name\ntext = text\ncurrency-code = EUR\n"));
    var references = new ArrayList<String>();
    for (int from = 0; from < MEMBERS; from += 500) {
      int first = from;
      references.addAll(local.in(() -> members(first, 500)));
    }
    new CardsKilled(local).seed();
    Files.write(beside(".references"), references);
    Files.writeString(beside(".local"), local.id().value().toString());
    return true;
  }

  private List<String> members(int first, int many) {
    var references = new ArrayList<String>();
    UUID changes = local.bean(ChangeSets.class).open("founding");
    for (int at = first; at < first + many; at++) {
      UUID person = local.bean(People.class)
          .addMember(changes, new People.Known("Member " + at, Optional.empty(), Optional.empty(), ""));
      references.add(local.bean(PaymentReferences.class).give(person));
    }
    return references;
  }

  private Path beside(String ending) { return directory.resolveSibling(directory.getFileName() + ending); }

  private boolean work(int time) throws Exception {
    UUID account = account();
    Plan plan = plan();
    var cards = new CardsKilled(local);
    cards.pay(time, 0);
    long before = cards.messages();
    hears();
    until(() -> cards.messages() > before);
    Files.writeString(beside(".working"), "");
    try (var besides = Executors.newSingleThreadExecutor()) {
      Future<Boolean> more = besides.submit(() -> pay(cards, time));
      duesAndStatement(plan, account, time);
      return more.get();
    }
  }

  /** Where it breaks off, the product ends at once, since the kill would come before anybody looked at what is here. */
  private static boolean pay(CardsKilled cards, int time) {
    try {
      cards.pay(time, 1);
    } catch (Exception e) {
      System.err.println("members cannot pay by card: " + e);
      Runtime.getRuntime().halt(1);
    }
    return true;
  }

  /** Says to which address Stripe sends messages from now on. */
  private void hears() throws Exception {
    String handle = Tenancy.inInstallation(() -> local.bean(Transactions.class)
        .read(() -> local.bean(Locals.class).byId(local.id()))).orElseThrow().handle();
    Path half = beside(".half");
    Files.writeString(half, "http://127.0.0.1:" + local.port() + "/hooks/cards/" + handle);
    Files.move(half, beside(".hook"), StandardCopyOption.ATOMIC_MOVE);
  }

  private void duesAndStatement(Plan plan, UUID account, int time) throws Exception {
    local.in(() -> local.bean(Runs.class).start(plan, month(time)));
    UUID form = form(time);
    byte[] file = file(time);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(file);
    String mapping = local.in(() -> local.bean(JdbcClient.class)
        .sql("select id from banking.mapping where local_id = ?")
        .param(local.id().value())
        .query(UUID.class)
        .single()).toString();
    local.in(() -> local.bean(StatementImports.class)
        .start(new StatementImports.Incoming(form, account, mapping, "s.csv", hash,
            () -> new ByteArrayInputStream(file))));
    until(() -> state(form) == StatementImport.State.READY);
    local.in(() -> local.bean(StatementImports.class).take(form));
    until(() -> state(form) == StatementImport.State.TAKEN);
    local.in(() -> local.bean(SureStart.class).start(form(-time), account));
    until(() -> local.in(() -> local.bean(Runs.class).charged(plan.id(), month(time))));
    until(() -> open(account) == 0);
  }

  private StatementImport.State state(UUID form) throws Exception {
    return local.in(() -> local.bean(StatementImports.class).find(form).orElseThrow().state());
  }

  private static UUID form(int time) { return new UUID(0x7000L, 0x8000_0000_0000_0000L | (time & 0xffff_ffffL)); }

  private static LocalDate month(int time) { return FIRST.plusMonths(time); }

  /** Everybody in turn pays ten euros, in lines that no other file has. */
  private byte[] file(int time) throws Exception {
    List<String> references = Files.readAllLines(beside(".references"));
    var text = new StringBuilder("day,amount,name,text\n");
    for (int at = 0; at < LINES; at++) {
      text.append(FIRST.plusDays(at % 28))
          .append(",10.00,Payer ")
          .append(time)
          .append('-')
          .append(at)
          .append(',')
          .append(references.get((time * LINES + at) % references.size()))
          .append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private UUID account() throws Exception {
    return local.in(() -> local.bean(BankAccounts.class).all()).getFirst().id();
  }

  private Plan plan() throws Exception { return local.in(() -> local.bean(Plans.class).open()).getFirst(); }

  private long open(UUID account) throws Exception {
    return count(
        "select count(*) from banking.line where local_id = ? and not settled and account_id = '" + account + "'");
  }

  private long count(String question) throws Exception {
    return local
        .in(() -> local.bean(JdbcClient.class).sql(question).param(local.id().value()).query(Long.class).single());
  }

  /** Goes on with whatever the last one left, until nothing moves any more, and counts. */
  private boolean check(int times) throws Exception {
    UUID account = account();
    Plan plan = plan();
    var cards = new CardsKilled(local);
    cards.openAsked();
    hears();
    for (int time = 1; time <= times; time++) {
      finish(plan, time);
    }
    local.in(() -> local.bean(SureStart.class).start(UUID.randomUUID(), account));
    until(() -> open(account) == 0);
    until(() -> Files.exists(beside(".told")));
    long byCard = cards.check(StripeStandIn.Report.read(beside(".told")));
    long imports = count("select count(*) from banking.import where local_id = ?");
    long runs = count("select count(*) from dues.run where local_id = ? and posted_at is not null");
    long people = count("select count(*) from roll.api_member where local_id = ?");
    long charges = count("select count(*) from dues.charge where local_id = ?");
    long lines = count("select count(*) from banking.line where local_id = ?");
    long payments = count("select count(*) from dues.payment where local_id = ? and undone_on is null");
    long receipts = count("select count(distinct receipt) from dues.payment where local_id = ?");
    System.out.printf(Locale.ROOT, "%,d runs of %,d people: %,d charges; %,d statements: %,d lines, %,d payments%n",
        runs, people, charges, imports, lines, payments - byCard);
    local.require(charges == runs * people, "charges are missing or twice");
    local.require(lines == imports * LINES && payments == lines + byCard && receipts == payments,
        "lines or payments are missing or twice");
    local.require(local.in(() -> local.bean(Balances.class).faults().isEmpty()), "the books do not add up");
    return local.kept();
  }

  /** What was begun is ended; what was killed before it was begun never was. */
  private void finish(Plan plan, int time) throws Exception {
    if (local.in(() -> local.bean(Runs.class).underWay(plan.id(), month(time))).isPresent()) {
      until(() -> local.in(() -> local.bean(Runs.class).charged(plan.id(), month(time))));
    }
    UUID form = form(time);
    if (local.in(() -> local.bean(StatementImports.class).find(form)).isEmpty()) {
      return;
    }
    until(() -> state(form) != StatementImport.State.LOOKING);
    local.in(() -> local.bean(StatementImports.class).take(form));
    until(() -> state(form) == StatementImport.State.TAKEN);
  }

  static void until(Callable<Boolean> done) throws Exception {
    long end = System.nanoTime() + LONG.toNanos();
    while (!done.call()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("what was begun does not end");
      }
      Thread.sleep(10);
    }
  }
}
