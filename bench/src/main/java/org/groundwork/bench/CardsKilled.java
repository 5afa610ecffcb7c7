// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.groundwork.cards.CardAccounts;
import org.groundwork.cards.CardIntent;
import org.groundwork.cards.CardPaying;
import org.groundwork.cards.CardRounds;
import org.groundwork.cards.CardSetup;
import org.groundwork.cards.StripeKey;
import org.groundwork.ledger.Balance;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The part of the product that is killed which takes cards: members go to {@link StripeStandIn} to pay dues or a gift. */
final class CardsKilled {
  private static final int AT_ONCE = 20;
  /** So many of the members pay in turn. */
  private static final int MEMBERS = 1_000;
  private static final int GIFT_OF = 4;
  private static final long LEAST = 1_000;
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final long PAUSE_MILLIS = 5_000;
  /** Messages about a payment that are all worked off, and the payment is not in the books. */
  private static final String WORKED_OFF_IN_VAIN = """
      select count(*) from cards.intent i where i.local_id = ? and i.state <> 'paid'
        and exists (select 1 from cards.event e where e.local_id = i.local_id and e.id like 'evt\\_standin%'
          and e.object in (i.session, replace(i.session, 'cs_live', 'ch')))
        and not exists (select 1 from cards.event e where e.local_id = i.local_id and e.done_at is null
          and e.object in (i.session, replace(i.session, 'cs_live', 'ch')))""";
  private final OneLocal local;

  CardsKilled(OneLocal local) { this.local = local; }

  /** Connects the local with its account and offers cards to members. */
  void seed() throws Exception {
    var key = StripeKey.read(StripeStandIn.KEY).orElseThrow();
    CardSetup.Kept kept = Tenancy.in(local.id(), () -> local.bean(CardSetup.class).keep(key, "Contribution"));
    if (!(kept instanceof CardSetup.Kept.Yes)) {
      throw new IllegalStateException("the key is not kept: " + kept);
    }
    local.in(() -> {
      local.bean(CardAccounts.class).sign(StripeStandIn.SIGNS);
      local.bean(CardAccounts.class).offer(true);
      return true;
    });
  }

  /**
   * Members whose page was not there when the product was killed ask for it again; then the next ones begin to pay.
   *
   * @param time how often the product was started before
   * @param turn 0, or 1 for others the same time
   */
  void pay(int time, int turn) throws Exception {
    openAsked();
    int first = (time * 2 + turn) * AT_ONCE;
    List<UUID> members = local.in(() -> local.bean(JdbcClient.class)
        .sql("select person_id from roll.api_member where local_id = ? order by person_id limit ? offset ?")
        .params(local.id().value(), AT_ONCE, first % MEMBERS)
        .query(UUID.class)
        .list());
    for (int at = 0; at < members.size(); at++) {
      UUID form = form(first + at);
      var kind = at % GIFT_OF == 0 ? CardIntent.Kind.GIFT : CardIntent.Kind.DUES;
      var wanted = new CardPaying.Wanted(form, members.get(at), kind, 0,
          new Money(LEAST + first + at, Currency.getInstance("EUR")), "en",
          "http://localhost/card-payments/me/" + form);
      CardPaying.Begun begun = local
          .in(() -> local.bean(CardPaying.class).begin(wanted, LocalDate.now(ZoneOffset.UTC)));
      if (!(begun instanceof CardPaying.Begun.Yes)) {
        throw new IllegalStateException("not begun: " + begun);
      }
      open(form);
    }
  }

  private static UUID form(int number) { return new UUID(0x7000L, 0x9000_0000_0000_0000L | (number & 0xffff_ffffL)); }

  /** How many messages were taken. */
  long messages() throws Exception {
    return count("select count(*) from cards.event where local_id = ?");
  }

  /** Asks for every page again that was asked for and is not known to be there. */
  void openAsked() throws Exception {
    List<UUID> asked = local.in(() -> local.bean(JdbcClient.class)
        .sql("select id from cards.intent where local_id = ? and state = 'asked' order by id")
        .param(local.id().value())
        .query(UUID.class)
        .list());
    for (UUID each : asked) {
      open(each);
    }
  }

  private void open(UUID form) throws Exception {
    var trouble = Tenancy.in(local.id(), () -> local.bean(CardPaying.class).open(form));
    if (trouble.isPresent()) {
      throw new IllegalStateException("a page is not opened: " + trouble.get());
    }
  }

  /** What the product has of a payment. */
  private record Booked(UUID intent, long amount, long fee, String state) {}

  /**
   * Waits until every message is worked off, those too that were to be tried again later, and looks whether each payment is
   * in the books once, and nothing else is.
   *
   * @param stripe what came of it at Stripe
   * @return how many payments paid dues
   */
  long check(StripeStandIn.Report stripe) throws Exception {
    var outcomes = new HashMap<UUID, StripeStandIn.Outcome>();
    stripe.outcomes()
        .forEach(each -> local.require(outcomes.put(each.intent(), each) == null,
            "two pages were opened for one intent"));
    local.require(
        count("select count(*) from cards.event where local_id = ? and id like 'evt\\_standin%'") == stripe.told(),
        "a message that was taken is not written down");
    local.require(count("select count(*) from cards.event where local_id = ? and id like 'evt\\_forged%'") == 0,
        "a forged message is written down");
    MoneyKilled.until(() -> count(
        "select count(*) from cards.event where local_id = ? and done_at is null and tries = 0") == 0);
    local.require(count(WORKED_OFF_IN_VAIN) == 0, "messages are worked off, and their payments are not in the books");
    workOff();
    var booked = new HashMap<UUID, Booked>();
    local.in(() -> local.bean(JdbcClient.class)
        .sql("select intent_id, amount, fee, state from cards.payment where local_id = ?")
        .param(local.id().value())
        .query((rs, row) -> new Booked(rs.getObject(1, UUID.class), rs.getLong(2), rs.getLong(3), rs.getString(4)))
        .list()).forEach(each -> local.require(booked.put(each.intent(), each) == null, "a payment is there twice"));
    long paid = outcomes.values().stream().filter(each -> each.amount() > 0).count();
    outcomes.forEach((intent, each) -> local.require(right(each, booked.get(intent)),
        "a payment is missing, forged or of another sum: " + intent));
    local.require(booked.size() == paid, "there are more or fewer payments than at Stripe");
    local.require(count("select count(*) from cards.intent where local_id = ?") == outcomes.size(),
        "a page at Stripe is missing, or nobody asked for it");
    local.require(count("select count(*) from cards.intent where local_id = ? and state = 'paid'") == paid
        && count("select count(*) from cards.intent where local_id = ? and state = 'open'") == outcomes.size() - paid,
        "what was paid is not known to be, or the other way round");
    long dues = count("select count(*) from dues.payment where local_id = ? and way = 'card' and undone_on is null");
    long gifts = count("select count(*) from gifts.gift where local_id = ?");
    local.require(dues == paid(booked, "dues") && gifts == paid(booked, "gift"), "dues or gifts are missing or twice");
    long lies = outcomes.values().stream().mapToLong(each -> each.amount() - each.fee()).sum();
    local.require(services() == lies, "the books have another sum at Stripe than Stripe has");
    System.out.printf(Locale.ROOT, "%,d pages at Stripe: %,d payments of dues, %,d gifts, %,d paid by nobody%n",
        outcomes.size(), dues, gifts, outcomes.size() - paid);
    return dues;
  }

  private static boolean right(StripeStandIn.Outcome outcome, @Nullable Booked booked) {
    return booked == null
        ? outcome.amount() == 0
        : outcome.amount() == booked.amount() && outcome.fee() == booked.fee() && booked.state().equals("taken");
  }

  private void workOff() throws Exception {
    long end = System.nanoTime() + LONG.toNanos();
    while (local.in(() -> local.bean(CardAccounts.class).messagesWaiting()) > 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("messages are not worked off");
      }
      local.in(() -> local.bean(CardRounds.class).askNow(UUID.randomUUID()));
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private long paid(Map<UUID, Booked> booked, String kind) throws Exception {
    return local.in(() -> local.bean(JdbcClient.class)
        .sql("select id from cards.intent where local_id = ? and kind = ?")
        .params(local.id().value(), kind)
        .query(UUID.class)
        .list()).stream().filter(booked::containsKey).count();
  }

  private long services() throws Exception {
    return local.in(() -> {
      UUID account = local.bean(Books.class).account(UsedFor.SERVICES).id();
      return local.bean(Balances.class)
          .until(YearMonth.of(9999, 12))
          .stream()
          .filter(each -> each.account().equals(account))
          .mapToLong(Balance::amount)
          .sum();
    });
  }

  private long count(String question) throws Exception {
    return local
        .in(() -> local.bean(JdbcClient.class).sql(question).param(local.id().value()).query(Long.class).single());
  }
}
