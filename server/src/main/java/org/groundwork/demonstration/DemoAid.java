// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.aid.AidPayments;
import org.groundwork.aid.AidRules;
import org.groundwork.aid.Asked;
import org.groundwork.aid.Because;
import org.groundwork.aid.Category;
import org.groundwork.aid.Committee;
import org.groundwork.aid.NewWish;
import org.groundwork.aid.Opinion;
import org.groundwork.aid.PaidFrom;
import org.groundwork.aid.PaidOut;
import org.groundwork.aid.PayWay;
import org.groundwork.aid.Request;
import org.groundwork.aid.Requests;
import org.groundwork.aid.RuleChanges;
import org.groundwork.aid.Taken;
import org.groundwork.demonstration.DemoTown.Cast;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.spending.Appropriation;

/**
 * The hardship fund of the demonstration: rules that the members passed, a committee, and requests as far as they get. It pays
 * on days of former months, so it is played before any of them is closed.
 */
final class DemoAid {
  /** Of the committee, and somebody whom a visitor may come in as. */
  static final String COMMITTEE = "Irene";
  private static final List<String> OTHERS = List.of("Goran", "Salma", "Asha");
  private static final String ADMINISTRATOR = "Sam";
  private static final Duration MANDATES = Duration.ofDays(365);
  private static final AidRules RULES = new AidRules(25_000, 40_000, 10_000, 20_000, 0, 0, 72, false, true);
  private static final int STARTS = 2;
  /** How many months ago there were enough to be told of. */
  private static final int MANY = 2;
  private final DemoTown town;
  private final DemoActing acting;
  private final DemoLedger ledger;
  private final Granting fund;
  private final DemoStrikePay strikers;

  DemoAid(DemoTown town, DemoActing acting, DemoLedger ledger, Granting fund, DemoStrikePay strikers) {
    this.town = town;
    this.acting = acting;
    this.ledger = ledger;
    this.fund = fund;
    this.strikers = strikers;
  }

  /** The fund: its rules, what is asked, decided and paid. */
  record Granting(RuleChanges rules, Requests requests, Committee committee, AidPayments payments) {}

  /** Plays it, as whoever keeps the money and within one transaction. */
  void play(Cast cast, LocalDate began) {
    collected(cast, began);
    elect(cast);
    acting.as(cast.of(ADMINISTRATOR), () -> fund.rules()
        .propose(RULES, Optional.of(new Appropriation.Decision(began.plusDays(STARTS),
            Appropriation.Body.GENERAL_MEETING, say(cast, "rules"), 31, 2, 4))));
    paid(cast);
    waiting(cast);
    decided(cast);
    strikers.play(cast);
  }

  /** What was in the box of the fund when the books began. */
  private void collected(Cast cast, LocalDate began) {
    ledger.enter(began, say(cast, "collected"), List.of(ledger.line(UsedFor.CASH, FundKind.HARDSHIP, 100_000),
        ledger.line(UsedFor.OPENING, FundKind.HARDSHIP, -100_000)));
  }

  private void elect(Cast cast) {
    OTHERS.forEach(name -> acting.mandates()
        .give(cast.of(name), Role.AID_COMMITTEE, new Reach.WholeLocal(), town.now().plus(MANDATES),
            new SubjectRef("demonstration", cast.of(name))));
  }

  /** Enough people in one month that members read a sum, and in the next too few. */
  private void paid(Cast cast) {
    LocalDate many = town.today().minusMonths(MANY).withDayOfMonth(1);
    LocalDate few = many.plusMonths(1);
    pay(cast, "Kofi", Category.RENT, 9_000, many.plusDays(4));
    pay(cast, "Ilinca", Category.FOOD, 4_000, many.plusDays(6));
    pay(cast, "Nilufar", Category.MEDICINE, 3_500, many.plusDays(11));
    pay(cast, "Amadou", Category.TRAVEL, 2_500, many.plusDays(17));
    pay(cast, "Gus", Category.FOOD, 5_000, many.plusDays(23));
    pay(cast, "Henrik", Category.RENT, 8_000, few.plusDays(8));
    pay(cast, "Comfort", Category.FOOD, 3_000, few.plusDays(19));
  }

  private void pay(Cast cast, String who, Category what, long amount, LocalDate on) {
    UUID request = granted(cast, ask(cast, who, wish(what, amount, "")), amount);
    var payable = fund.payments().waiting().stream().filter(each -> each.id().equals(request)).findFirst();
    PaidOut paid = fund.payments().pay(request, payable.orElseThrow().name(), PaidFrom.CASH, on);
    if (!(paid instanceof PaidOut.Yes)) {
      throw new IllegalStateException("the demonstration's fund does not pay: " + paid);
    }
  }

  /** Three that the committee has; one of it is close to whoever asks. */
  private void waiting(Cast cast) {
    UUID oumar = ask(cast, "Oumar",
        new NewWish(25_000, PayWay.CREDITOR, false, Optional.of(town.today().plusDays(6)), told(Category.RENT,
            Taken.NOTHING, say(cast, "oumar.payee"), say(cast, "oumar"))));
    yes(cast, "Goran", oumar, 20_000);
    fund.committee().excludeOneself(cast.of("Salma"), find(oumar));
    ask(cast, "Old Tom", wish(Category.MEDICINE, 6_500, say(cast, "tom")));
    UUID first = ask(cast, "Yusuf", wish(Category.TRAVEL, 12_000, say(cast, "yusuf")));
    no(cast, first, Because.ELSEWHERE, say(cast, "yusuf.no"));
    if (fund.requests().appeal(first, say(cast, "yusuf.again")).isEmpty()) {
      throw new IllegalStateException("the demonstration's committee cannot be asked again");
    }
  }

  /** One within a day, one in part, one that was refused, one that was taken back. */
  private void decided(Cast cast) {
    granted(cast, ask(cast, "Efua", new NewWish(9_000, PayWay.CASH, true, Optional.of(town.today()),
        told(Category.FOOD, Taken.WAGES, "", say(cast, "efua")))), 9_000);
    granted(cast, ask(cast, "Maria", wish(Category.RENT, 12_000, say(cast, "maria"))), 8_000);
    no(cast, ask(cast, "Luz", wish(Category.OTHER, 15_000, say(cast, "luz"))), Because.NOT_HARDSHIP,
        say(cast, "luz.no"));
    fund.requests().withdraw(ask(cast, "Pete", wish(Category.FOOD, 4_000, "")));
  }

  private NewWish wish(Category what, long amount, String words) {
    return new NewWish(amount, PayWay.CASH, false, Optional.empty(), told(what, Taken.NOTHING, "", words));
  }

  private static Request.Told told(Category what, Taken taken, String payee, String words) {
    return new Request.Told(Optional.of(what), taken, payee, words);
  }

  private UUID ask(Cast cast, String who, NewWish wish) {
    return fund.requests().ask(cast.of(who), wish, Optional.empty()) instanceof Asked.Yes(UUID request)
        ? request
        : refused(who);
  }

  private static UUID refused(String who) {
    throw new IllegalStateException("the demonstration's fund cannot be asked by " + who);
  }

  private Request find(UUID request) { return fund.requests().find(request).orElseThrow(); }

  private UUID granted(Cast cast, UUID request, long amount) {
    yes(cast, "Goran", request, amount);
    yes(cast, "Asha", request, amount);
    return request;
  }

  private void yes(Cast cast, String member, UUID request, long amount) {
    says(cast, member, request, new Opinion.Saying.Yes(amount));
  }

  private void no(Cast cast, UUID request, Because because, String words) {
    says(cast, "Goran", request, new Opinion.Saying.No(because, words));
    says(cast, "Salma", request, new Opinion.Saying.No(because, words));
  }

  /** In the log it stands under the one of the committee who has an account. */
  private void says(Cast cast, String member, UUID request, Opinion.Saying saying) {
    acting.as(cast.of(COMMITTEE), () -> fund.committee().say(cast.of(member), request, saying));
  }

  private String say(Cast cast, String key) { return town.text(cast, "demonstration.aid." + key); }
}
