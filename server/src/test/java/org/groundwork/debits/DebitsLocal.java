// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.BankAccounts;
import org.groundwork.dues.Charge;
import org.groundwork.dues.Charges;
import org.groundwork.dues.Period;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.dues.Runs;
import org.groundwork.ledger.Balance;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.People;
import org.groundwork.statements.BadFile;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.StepByStep;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A local in euro that collects its dues of ten euro a month, a tenth of them for strikes. */
final class DebitsLocal {
  static final String OURS = "DE89370400440532013000";
  /** A valid account in Germany, and one outside of the European Economic Area. */
  static final String THEIRS = "DE02120300000000202051";
  static final String SWISS = "CH9300762011623852957";
  static final String SWISS_BANK = "POFICHBEXXX";
  static final DebitAddress HOME = new DebitAddress("Große Straße", "7", "8001", "Zürich", "CH");
  private static final Duration LONG = Duration.ofSeconds(60);
  final FoundedLocal local;
  final Plan plan;
  final UUID bank;

  private DebitsLocal(FoundedLocal local, Plan plan, UUID bank) {
    this.local = local;
    this.plan = plan;
    this.bank = bank;
  }

  static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  static LocalDate today() { return LocalDate.now(Product.shared().clock().withZone(ZoneId.of("America/New_York"))); }

  static DebitsLocal of(FoundedLocal local) {
    DebitsLocal made = withoutCreditor(local, "EUR");
    made.creditor(1);
    return made;
  }

  static DebitsLocal withoutCreditor(FoundedLocal local, String currency) {
    local.write(() -> part(Books.class).open(
        new Book(Currency.getInstance(currency), Month.JANUARY, today().minusYears(2).withDayOfYear(1)),
        Locale.ENGLISH, new Books.FundNames("General fund", "Strike fund", "Hardship fund")));
    UUID account = local.write(() -> ((BankAccounts.Saved.Done) part(BankAccounts.class)
        .add(new BankAccounts.Told("Main account", BankAccount.Kind.BANK, OURS,
            Optional.of(part(Books.class).account(UsedFor.BANK).id()), OptionalInt.empty())))
        .account());
    Plan plan = local.write(() -> {
      UUID strike = part(Books.class).funds()
          .stream()
          .filter(each -> each.kind() == FundKind.STRIKE)
          .findFirst()
          .orElseThrow()
          .id();
      UUID begun = part(Plans.class).begin(new Plans.Draft("Monthly", Period.MONTH, Plan.Asks.NOTHING, 0, 30, "",
          List.of(new Plans.Bracket(Optional.empty(), "All", new Rate.Amount(1_000), true)),
          List.of(new Plan.Share(strike, 100))));
      return part(Plans.class).find(begun).orElseThrow();
    });
    return new DebitsLocal(local, plan, account);
  }

  void creditor(int notice) { creditor(notice, "DE98ZZZ09999999999", false); }

  Creditors.Written creditor(int notice, String identifier, boolean same) {
    return local.write(() -> part(Creditors.class).set(new Creditor("Tenants’ Union Ü", identifier, bank, "",
        new DebitAddress("Große Straße", "7 b", "10999", "Berlin", "DE"), notice, "DUES",
        part(Creditors.class).find().map(Creditor::version).orElse(0L)), same));
  }

  UUID member(String name, String mail) {
    return local.write(() -> part(People.class).addMember(part(ChangeSets.class).open("founding"),
        new People.Known(name, Optional.empty(), mail.isEmpty() ? Optional.empty() : Optional.of(mail), "")));
  }

  UUID mandate(UUID person) { return mandate(person, THEIRS, today()); }

  UUID mandate(UUID person, String iban, LocalDate signed) {
    return local.write(() -> part(DebitMandates.class).give(person, new NewMandate("Ana Żółć", iban,
        iban.startsWith("CH") ? Optional.of(SWISS_BANK) : Optional.empty(),
        iban.startsWith("CH") ? Optional.of(HOME) : Optional.empty(), signed, Optional.empty(), List.of()),
        part(Creditors.class).find().orElseThrow()));
  }

  DebitMandate mandateOf(UUID mandate) {
    return local.read(() -> part(DebitMandates.class).find(mandate)).orElseThrow();
  }

  /** So many members with a mandate who owe the dues of a month. */
  List<UUID> owing(int count) {
    var members = new ArrayList<UUID>();
    for (int at = 0; at < count; at++) {
      members.add(member("Member " + at, ""));
      mandate(members.getLast());
    }
    charge();
    return members;
  }

  /** Charges the dues of last month to everybody. */
  void charge() { charge(today().withDayOfMonth(1).minusMonths(1)); }

  void charge(LocalDate period) {
    local.write(() -> part(Runs.class).start(plan, period));
    await().atMost(LONG).until(() -> local.read(() -> part(Runs.class).underWay(plan.id(), period)).isEmpty());
  }

  List<Charge> open(UUID person) { return local.read(() -> part(Charges.class).open(person)); }

  /** The next day on which banks collect. */
  static LocalDate soon() {
    return TargetDays.onOrAfter(today().plusDays(1));
  }

  /** A collection that is written down; nothing does it by itself. */
  UUID begun(LocalDate due) {
    return local.write(() -> {
      UUID id = part(Ids.class).next();
      part(JdbcClient.class).sql("""
          insert into debits.collection (local_id, id, state, due_on, made_on, changed_at)
          values (?, ?, 'making', ?, ?, now())""")
          .params(local.id().value(), id, java.sql.Date.valueOf(due), java.sql.Date.valueOf(today()))
          .update();
      return id;
    });
  }

  void run(JobContext context, UUID collection, int atOnce) {
    local.as(local.founder(), () -> {
      new MakeJob(part(JdbcClient.class), part(Transactions.class), part(MakeJob.Parts.class), part(Ids.class),
          part(Clock.class), atOnce).run(context, new MakeJob.OfCollection(collection));
      return true;
    });
  }

  void takeIn(JobContext context, UUID collection, int atOnce) {
    local.as(local.founder(), () -> {
      new TakingJob(part(JdbcClient.class), part(Transactions.class), part(TakingJob.Parts.class), part(Clock.class),
          atOnce).run(context, new TakingJob.OfCollection(collection));
      return true;
    });
  }

  void sendBack(JobContext context, UUID report, int atOnce) {
    local.as(local.founder(), () -> {
      new ReturnJob(part(JdbcClient.class), part(ReturnJob.Parts.class), part(Clock.class), atOnce).run(context,
          new ReturnJob.OfReport(report));
      return true;
    });
  }

  /** A collection that members were told of. */
  UUID made() {
    UUID collection = begun(soon());
    run(new StepByStep(), collection, 50);
    return collection;
  }

  /** A collection whose file is there. */
  UUID filed() {
    UUID collection = made();
    org.assertj.core.api.Assertions.assertThat(file(collection)).isEqualTo(DebitCollections.Filed.DONE);
    return collection;
  }

  DebitCollections.Filed file(UUID collection) {
    return local.write(() -> part(DebitCollections.class).file(collection));
  }

  /** Waits until the day of a collection has come. */
  void passTo(UUID collection) {
    LocalDate due = find(collection).due();
    while (today().isBefore(due)) {
      Product.shared().clock().advance(Duration.ofDays(1));
    }
  }

  /** A collection that the bank booked and that is in the books. */
  UUID collected() {
    UUID collection = filed();
    passTo(collection);
    taken(collection);
    return collection;
  }

  /** Says that the bank booked it, and waits until it is in the books. */
  void taken(UUID collection) {
    taken(collection, DebitCollections.BookedAs.BATCHES);
  }

  void taken(UUID collection, DebitCollections.BookedAs as) {
    LocalDate on = find(collection).due();
    org.assertj.core.api.Assertions
        .assertThat(local.write(() -> part(DebitCollections.class).taken(collection, on, as)))
        .isPresent();
    await().atMost(LONG).until(() -> find(collection).state() == DebitCollection.State.COLLECTED);
  }

  DebitCollection find(UUID collection) {
    return local.read(() -> part(DebitCollections.class).find(collection)).orElseThrow();
  }

  List<DebitItem> items(UUID person) { return local.read(() -> part(DebitItems.class).of(person, 50)); }

  DebitItem item(UUID person) { return items(person).getFirst(); }

  byte[] bytes(UUID collection) {
    return local.read(() -> part(DebitCollections.class).bytes(collection)).orElseThrow();
  }

  String xml(UUID collection) { return new String(bytes(collection), StandardCharsets.UTF_8); }

  /** Brings a file of the bank. */
  UUID brought(String file) {
    UUID form = UUID.randomUUID();
    try {
      var incoming = DebitReports.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
      local.write(() -> {
        part(DebitReports.class).keep(form, incoming);
        return true;
      });
    } catch (BadFile | java.io.IOException e) {
      throw new AssertionError(e);
    }
    return form;
  }

  /** Takes a file of the bank that was brought, to the end. */
  void takeBack(UUID report) {
    local.write(
        () -> part(JdbcClient.class).sql("update debits.report set state = 'taking' where local_id = ? and id = ?")
            .params(local.id().value(), report)
            .update());
    sendBack(new StepByStep(), report, 2);
  }

  List<DebitReport.Verdict> verdicts(UUID report) {
    return local.read(() -> part(DebitReports.class).judged(report, -1, 100))
        .stream()
        .map(DebitReports.Judged::verdict)
        .toList();
  }

  DebitReport report(UUID report) { return local.read(() -> part(DebitReports.class).find(report)).orElseThrow(); }

  /** Debit less credit of an account, over all funds. */
  long balance(UsedFor use) {
    return local.read(() -> {
      UUID account = part(Books.class).account(use).id();
      return part(Balances.class).until(java.time.YearMonth.of(9999, 12))
          .stream()
          .filter(each -> each.account().equals(account))
          .mapToLong(Balance::amount)
          .sum();
    });
  }

  /** The same in one fund. */
  long balance(UsedFor use, FundKind kind) {
    return local.read(() -> {
      UUID account = part(Books.class).account(use).id();
      UUID fund = part(Books.class).funds()
          .stream()
          .filter(each -> each.kind() == kind)
          .findFirst()
          .orElseThrow()
          .id();
      return part(Balances.class).until(java.time.YearMonth.of(9999, 12))
          .stream()
          .filter(each -> each.account().equals(account) && each.fund().equals(fund))
          .mapToLong(Balance::amount)
          .sum();
    });
  }

  /** What the books say is wrong with them. */
  List<String> faults() {
    return local.read(() -> part(Balances.class).faults());
  }

  /** How many entries name the account at the bank. */
  long linesOfBank() {
    var count = new java.util.concurrent.atomic.AtomicLong();
    local.read(() -> {
      UUID account = part(Books.class).account(UsedFor.BANK).id();
      part(org.groundwork.ledger.Journal.class).each(today().minusYears(2), today().plusYears(3), entry -> {
        if (entry.lines().stream().anyMatch(line -> line.account().equals(account))) {
          count.incrementAndGet();
        }
      });
      return true;
    });
    return count.get();
  }
}
