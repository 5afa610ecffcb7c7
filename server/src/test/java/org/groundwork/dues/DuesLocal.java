// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.ledger.Balance;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.StepByStep;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A local with open books and a scale: 20, 10 and 5 euros a month, two in a hundred, and free; 10 % for strikes. */
final class DuesLocal {
  final FoundedLocal local;
  final Plan plan;

  private DuesLocal(FoundedLocal local, Plan plan) {
    this.local = local;
    this.plan = plan;
  }

  static void openBooks(FoundedLocal local) {
    local.write(() -> part(Books.class).open(
        new Book(Currency.getInstance("EUR"), Month.JANUARY, today().minusYears(1).withDayOfYear(1)), Locale.ENGLISH,
        new Books.FundNames("General fund", "Strike fund", "Hardship fund")));
  }

  /** With open books, and a scale of one sum for another period. */
  static DuesLocal by(FoundedLocal local, Period period, long amount) {
    openBooks(local);
    return new DuesLocal(local, local.write(() -> another(period, amount)));
  }

  private static Plan another(Period period, long amount) {
    UUID plan = part(Plans.class).begin(new Plans.Draft("By " + period.key(), period, Plan.Asks.NOTHING, 14, 30, "",
        List.of(bracket("All", new Rate.Amount(amount), true)), List.of()));
    return part(Plans.class).find(plan).orElseThrow();
  }

  /** The same local, where another scale of one sum is charged too. */
  DuesLocal and(Period period, long amount) {
    return new DuesLocal(local, local.write(() -> another(period, amount)));
  }

  List<Runs.AtRate> preview(LocalDate period) { return local.read(() -> part(Runs.class).preview(plan, period)); }

  /** Months without dues, and what was charged for them taken off. */
  void pauses(UUID person, LocalDate from, LocalDate until) {
    local.write(() -> {
      part(Waivers.class).give(person, from, until);
      return part(WriteOffs.class).waive(person, from, until, today());
    });
  }

  static DuesLocal of(FoundedLocal local) {
    openBooks(local);
    return with(local, local.read(DuesLocal::draft).shares());
  }

  /** With open books, and other funds that have a part. */
  static DuesLocal with(FoundedLocal local, List<Plan.Share> shares) {
    return local.write(() -> {
      Plans.Draft draft = draft();
      UUID plan = part(Plans.class).begin(new Plans.Draft(draft.name(), draft.period(), draft.asks(), draft.dueDays(),
          draft.graceDays(), draft.howToPay(), draft.rates(), shares));
      return new DuesLocal(local, part(Plans.class).find(plan).orElseThrow());
    });
  }

  static Plans.Draft draft() {
    return new Plans.Draft("Monthly", Period.MONTH, Plan.Asks.INCOME, 14, 30, "Cash at the desk",
        List.of(bracket("Over 3,000", new Rate.Amount(2_000), false),
            bracket("Most of us", new Rate.Amount(1_000), true),
            bracket("Under 1,000", new Rate.Amount(500), false),
            bracket("Two in a hundred", new Rate.Percent(200), false),
            bracket("Without work", new Rate.Free(Rate.FreeFor.NO_WORK), false)),
        List.of(new Plan.Share(fund(FundKind.STRIKE), 100), new Plan.Share(fund(FundKind.HARDSHIP), 55)));
  }

  static Plans.Bracket bracket(String name, Rate.Asked asked, boolean isDefault) {
    return new Plans.Bracket(Optional.empty(), name, asked, isDefault);
  }

  static UUID fund(FundKind kind) {
    return part(Books.class).funds().stream().filter(each -> each.kind() == kind).findFirst().orElseThrow().id();
  }

  static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  static LocalDate today() { return LocalDate.now(Product.shared().clock().withZone(ZoneId.of("America/New_York"))); }

  /** The first day of this month. */
  static LocalDate period() { return today().withDayOfMonth(1); }

  UUID rate(int place) { return plan.rates().get(place - 1).id(); }

  /** Somebody whom the local knows and who is no member. */
  UUID contact() {
    return local.write(() -> part(People.class).addContact(part(ChangeSets.class).open("founding"),
        new People.Known("Somebody", Optional.empty(), Optional.empty(), "")));
  }

  UUID member() { return members(1).getFirst(); }

  List<UUID> members(int count) {
    return local.write(() -> {
      var made = new ArrayList<UUID>();
      for (int at = 0; at < count; at++) {
        made.add(part(People.class).addMember(part(ChangeSets.class).open("founding"),
            new People.Known("Member " + at, Optional.empty(), Optional.empty(), "")));
      }
      return made;
    });
  }

  /** Somebody is a member since another day. */
  void joined(UUID person, LocalDate since) {
    part(JdbcClient.class).sql("update roll.membership set since = ? where local_id = ? and person_id = ?")
        .params(java.sql.Date.valueOf(since), local.id().value(), person)
        .update();
  }

  void chooses(UUID person, int place) {
    local.write(() -> part(Choices.class).choose(person, plan, rate(place), OptionalLong.of(123_456), today()));
  }

  /** Charges a period, to the end. */
  UUID charge(LocalDate period) {
    UUID run = begin(period);
    local.as(local.founder(), () -> {
      job(2).run(new StepByStep(), new RunJob.OfRun(run));
      return run;
    });
    return run;
  }

  /** A run that is written down and not done; nothing does it by itself. */
  UUID begin(LocalDate period) {
    return local.write(() -> {
      UUID run = UUID.randomUUID();
      part(JdbcClient.class).sql("""
          insert into dues.run (local_id, id, plan_id, period, due_on, grace_days, job_id, changed_at)
          values (?, ?, ?, ?, ?, ?, ?, now())""")
          .params(local.id().value(), run, plan.id(), java.sql.Date.valueOf(period),
              java.sql.Date.valueOf(plan.dueOn(period)), plan.graceDays(), UUID.randomUUID())
          .update();
      for (Plan.Share share : plan.shares()) {
        part(JdbcClient.class)
            .sql("insert into dues.run_share (local_id, run_id, fund_id, per_mille) values (?, ?, ?, ?)")
            .params(local.id().value(), run, share.fund(), share.perMille())
            .update();
      }
      return run;
    });
  }

  RunJob job(int atOnce) {
    return new RunJob(part(JdbcClient.class), part(Transactions.class), part(Clock.class), part(Locals.class),
        part(Audit.class), part(Payments.Parts.class), atOnce);
  }

  Taken pays(UUID person, long amount) { return pays(NewPayment.of(person, today(), amount, Way.CASH)); }

  Taken pays(NewPayment paid) { return local.write(() -> part(Payments.class).take(paid)); }

  List<Charge> open(UUID person) { return local.read(() -> part(Charges.class).open(person)); }

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

  long balance(UsedFor use, FundKind kind) {
    return local.read(() -> {
      UUID account = part(Books.class).account(use).id();
      UUID fund = fund(kind);
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

  /** What is owed by the books, and by all open charges. */
  List<Long> owed() {
    return List.of(balance(UsedFor.DUES_OWED), local.read(() -> part(Charges.class).allOpen()));
  }
}
