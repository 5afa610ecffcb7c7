// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.groundwork.dues.Charges;
import org.groundwork.dues.Choices;
import org.groundwork.dues.Period;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.FoundedLocal.Person;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A building with three members who are charged ten a month, one who pays nothing by right and one who was given time; a
 * treasurer, its steward and its organiser. A tenth of the dues is for strikes.
 */
record Elms(FoundedLocal local, UUID site, Plan plan, Person treasurer, Person steward, Person organiser, UUID ana,
    UUID bo, UUID cy, UUID free, UUID waived) {
  static final JsonMapper JSON = JsonMapper.builder().build();
  static final ZoneId ZONE = ZoneId.of("America/New_York");

  static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  static LocalDate today() { return LocalDate.now(Product.shared().clock().withZone(ZONE)); }

  static Elms of(FoundedLocal local) { return of(local, "USD"); }

  static Elms of(FoundedLocal local, String currency) {
    local.write(() -> part(Books.class).open(new Book(Currency.getInstance(currency), Month.JANUARY,
        today().minusYears(1).withDayOfYear(1)), Locale.ENGLISH,
        new Books.FundNames("General fund", "Strike fund", "Hardship fund")));
    Plan plan = local.write(() -> part(Plans.class).find(part(Plans.class).begin(draft())).orElseThrow());
    UUID site = local.write(() -> {
      UUID made = part(Sites.class).add(SiteKind.BUILDING, "118 Elm", Optional.empty());
      part(Sites.class).layOut(made, Layout.ofHomes(1, 3, List.of("A", "B")));
      return made;
    });
    var elms = new Elms(local, site, plan, local.withPasskey(local.person(Role.MEMBER, Role.TREASURER)),
        steward(local, site),
        local.withPasskey(local.person(new Reach.Sites(Set.of(site)), Role.MEMBER, Role.ORGANISER)),
        member(local, site, "Ana Quill", "1A"), member(local, site, "Bo Quill", "1B"),
        member(local, site, "Cy Quill", "2A"), member(local, site, "Fee Quill", "2B"),
        member(local, site, "Wei Quill", "3A"));
    elms.charged(elms.ana(), 0, "due", 1_000);
    elms.charged(elms.bo(), 0, "due", 1_000);
    elms.charged(elms.cy(), 0, "due", 1_000);
    elms.charged(elms.free(), 1, "free", 0);
    elms.charged(elms.waived(), 0, "waived", 0);
    return elms;
  }

  static Person steward(FoundedLocal local, UUID site) {
    return local.withPasskey(local.person(new Reach.Sites(Set.of(site)), Role.MEMBER, Role.STEWARD));
  }

  private static Plans.Draft draft() {
    return new Plans.Draft("Monthly", Period.MONTH, Plan.Asks.INCOME, 14, 30, "Cash at the door",
        List.of(new Plans.Bracket(Optional.empty(), "Zebra bracket", new Rate.Amount(1_000), true),
            new Plans.Bracket(Optional.empty(), "Zebra free", new Rate.Free(Rate.FreeFor.NO_WORK), false)),
        List.of(new Plan.Share(fund(FundKind.STRIKE), 100)));
  }

  private static UUID fund(FundKind kind) {
    return part(Books.class).funds().stream().filter(each -> each.kind() == kind).findFirst().orElseThrow().id();
  }

  static UUID member(FoundedLocal local, UUID site, String name, String door) {
    return local.write(() -> {
      UUID set = part(ChangeSets.class).open("founding");
      UUID person = part(People.class).addMember(set, new People.Known(name, Optional.empty(), Optional.empty(), ""));
      part(People.class).place(set, person, site, Optional.of(unit(site, door)), false);
      return person;
    });
  }

  private static UUID unit(UUID site, String door) {
    return part(Sites.class).units(site)
        .stream()
        .filter(each -> each.label().equals(door))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** Charges somebody for last month, in the books too, as a run does. */
  private void charged(UUID person, int rate, String kind, long amount) {
    LocalDate period = today().minusMonths(1).withDayOfMonth(1);
    UUID chosen = plan.rates().get(rate).id();
    local.write(() -> {
      part(Choices.class).choose(person, plan, chosen, OptionalLong.empty(), today());
      UUID of = local.id().value();
      UUID run = UUID.randomUUID();
      var jdbc = part(JdbcClient.class);
      jdbc.sql("""
          insert into dues.run (local_id, id, plan_id, period, due_on, grace_days, job_id, members, sum, posted_at, changed_at)
          values (?, ?, ?, ?, ?, 0, ?, 1, ?, now(), now())""")
          .params(of, run, plan.id(), Date.valueOf(period), Date.valueOf(period.plusDays(14)), UUID.randomUUID(),
              amount)
          .update();
      jdbc.sql("insert into dues.run_share (local_id, run_id, fund_id, per_mille) values (?, ?, ?, 100)")
          .params(of, run, fund(FundKind.STRIKE))
          .update();
      jdbc.sql("""
          insert into dues.charge (local_id, person_id, period, plan_id, run_id, rate_id, kind, amount)
          values (?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(of, person, Date.valueOf(period), plan.id(), run, chosen, kind, amount)
          .update();
      if (amount > 0) {
        part(Ledger.class).enter(new NewEntry(period, "Dues", Optional.empty(), List.of(
            new Line(account(UsedFor.DUES_OWED), fund(FundKind.GENERAL), amount - amount / 10),
            new Line(account(UsedFor.DUES_OWED), fund(FundKind.STRIKE), amount / 10),
            new Line(account(UsedFor.DUES), fund(FundKind.GENERAL), amount / 10 - amount),
            new Line(account(UsedFor.DUES), fund(FundKind.STRIKE), -amount / 10))));
      }
      return run;
    });
  }

  private static UUID account(UsedFor use) { return part(Books.class).account(use).id(); }

  /** What stands in an account, debit less credit; nothing in one that is not there. */
  long balance(UsedFor use) {
    return local.read(() -> part(Books.class).accounts()
        .stream()
        .filter(each -> each.usedFor().equals(Optional.of(use)))
        .flatMap(account -> part(Balances.class).until(YearMonth.from(today()))
            .stream()
            .filter(each -> each.account().equals(account.id())))
        .mapToLong(each -> each.amount())
        .sum());
  }

  long balance(UsedFor use, FundKind kind) {
    return local.read(() -> part(Balances.class).until(YearMonth.from(today()))
        .stream()
        .filter(each -> each.account().equals(account(use)) && each.fund().equals(fund(kind)))
        .mapToLong(each -> each.amount())
        .sum());
  }

  /** What is wrong with the books: nothing. */
  List<String> faults() {
    return local.read(() -> part(Balances.class).faults());
  }

  long owes(UUID person) {
    return local.read(() -> part(Charges.class).open(person)).stream().mapToLong(each -> each.open()).sum();
  }

  <T> T as(Person person, Supplier<T> work) {
    Callable<T> whole = () -> part(Transactions.class).write(work);
    return local.as(person, whole);
  }

  /** A round of the whole building, which the steward carries. */
  UUID round() { return round(steward); }

  UUID round(Person carrier) {
    UUID floor = site;
    return as(treasurer, () -> part(Rounds.class).begin(new Rounds.New(Round.Kind.SITE, Optional.of(floor), List.of(),
        carrier.id(), somebodies())));
  }

  private List<Rounds.Somebody> somebodies() {
    return part(People.class).at(site)
        .stream()
        .map(place -> new Rounds.Somebody(place.person(), place.unit()))
        .toList();
  }

  UUID visit(UUID round, UUID person) {
    return local.read(() -> part(Visits.class).of(round))
        .stream()
        .filter(each -> each.person().equals(Optional.of(person)))
        .findFirst()
        .orElseThrow()
        .id();
  }

  Round now(UUID round) { return local.read(() -> part(Rounds.class).find(round)).orElseThrow(); }

  List<Taking> takings(UUID round) { return local.read(() -> part(Takings.class).of(round)); }

  /** The steward takes money where there is a signal. */
  Taking takes(UUID round, UUID person, long amount, boolean cheque) {
    UUID visit = visit(round, person);
    return as(steward, () -> part(Takings.class).take(new Takings.Said(UUID.randomUUID(), round, visit,
        OptionalInt.empty(), amount, cheque, today()))).orElseThrow();
  }

  String at(UUID round, String rest) { return local.path("dues/rounds/" + round + rest); }

  /** What a phone takes along. */
  JsonNode along(Person who, UUID round) {
    Page taken = who.visitor().post(at(round, "/along"));
    return JSON.readTree(taken.body());
  }

  /** A receipt as a phone writes it down. */
  Map<String, String> paid(UUID round, UUID person, int number, long amount) {
    return new TreeMap<>(Map.of("id", UUID.randomUUID().toString(), "what", "paid", "visit",
        visit(round, person).toString(), "number", Integer.toString(number), "amount", Long.toString(amount), "way",
        "cash", "on", today().toString(), "heldAt", Instant.now(Product.shared().clock()).toString()));
  }

  Page handOver(Person who, String turf, List<Map<String, String>> records) {
    return who.visitor().post(local.path("turf/" + turf + "/hand-over"), "records", JSON.writeValueAsString(records));
  }

  /** What came of one record. */
  JsonNode handedOver(Person who, String turf, Map<String, String> record) {
    return JSON.readTree(handOver(who, turf, List.of(record)).body()).get("results").get(0);
  }

  static List<String> states(JsonNode results) {
    var states = new ArrayList<String>();
    results.forEach(each -> states.add(each.get("state").asString()));
    return states;
  }
}
