// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.cards.CardAccounts;
import org.groundwork.cards.CardIntent;
import org.groundwork.cards.CardIntents;
import org.groundwork.cards.CardPayment;
import org.groundwork.cards.CardPayments;
import org.groundwork.cards.CardPaying;
import org.groundwork.cards.CardRounds;
import org.groundwork.cards.CardWorker;
import org.groundwork.cards.StillCharged;
import org.groundwork.cards.StripeTrouble;
import org.groundwork.ledger.Balance;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.People;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whoever keeps the money sees what goes on with payments by card, and deals with what the books cannot take by themselves. */
@Controller
class CardMoneyController {
  private static final int SHOWN = 200;
  private final Transactions transactions;
  private final CardPayDesk desk;
  private final Kept kept;
  private final Doing doing;
  private final People people;
  private final InBooks books;

  CardMoneyController(Transactions transactions, CardPayDesk desk, Kept kept, Doing doing, People people,
      InBooks books) {
    this.transactions = transactions;
    this.desk = desk;
    this.kept = kept;
    this.doing = doing;
    this.people = people;
    this.books = books;
  }

  /** What is kept of payments by card. */
  @Component("cardsKept")
  record Kept(CardAccounts accounts, CardIntents intents, CardPayments payments, StillCharged still) {}

  /** What can be done about them. */
  @Component("cardsDoing")
  record Doing(CardPaying paying, CardWorker worker, CardRounds rounds) {}

  /** What the books say lies with services of payment. */
  @Component("cardsInBooks")
  record InBooks(Books books, Balances balances) {
    long services() {
      UUID account = books.account(UsedFor.SERVICES).id();
      return balances.until(YearMonth.of(9999, 12))
          .stream()
          .filter(each -> each.account().equals(account))
          .mapToLong(Balance::amount)
          .reduce(0, Math::addExact);
    }
  }

  @GetMapping("/l/{local}/card-payments")
  @Requires(Power.KEEP_MONEY)
  Answer show(@RequestParam(defaultValue = "") String refused, HttpServletRequest request) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> {
      Optional<Currency> currency = desk.currency();
      if (currency.isEmpty()) {
        return Answer.goTo(CardPayDesk.at("card-payments/setup"));
      }
      List<CardIntent> repeating = kept.intents().repeating(SHOWN);
      Map<UUID, People.Known> known = people
          .known(repeating.stream().flatMap(each -> each.person().stream()).distinct().toList());
      return Answer.show(new CardMoneyPage(kept.accounts().find(),
          kept.payments().waiting().stream().map(each -> waiting(each, currency.get(), request)).toList(),
          repeating.stream()
              .map(each -> new CardMoneyPage.Repeating(each, name(each, known), kept.still().why(each, desk.today())))
              .toList(),
          kept.accounts().messagesWaiting(), books.services(), currency.get(), desk.zone(), desk.fresh(),
          trouble(refused)));
    });
  }

  private static String name(CardIntent intent, Map<UUID, People.Known> known) {
    return intent.person().flatMap(id -> Optional.ofNullable(known.get(id))).map(People.Known::name).orElse("");
  }

  private static String trouble(String refused) {
    for (StripeTrouble.Why why : StripeTrouble.Why.values()) {
      if (why.key().equals(refused)) {
        return "card-pay.trouble." + refused;
      }
    }
    return "";
  }

  private CardMoneyPage.Waiting waiting(CardPayment paid, Currency books, HttpServletRequest request) {
    String name = kept.intents()
        .find(paid.intent())
        .flatMap(CardIntent::person)
        .flatMap(people::known)
        .map(People.Known::name)
        .orElse("");
    var reader = desk.reader(request);
    String shown = paid.amount().isPresent()
        ? new Money(paid.amount().getAsLong(), books).written(reader)
        : paid.sum() + " " + paid.currency();
    String key = switch (paid.state()) {
      case ASIDE -> "card-pay.aside." + paid.reason().orElseThrow().key();
      case TAKEN -> "card-pay.back.part";
      case BACK -> "card-pay.back.came-back";
    };
    return new CardMoneyPage.Waiting(paid, name, key, shown, paid.state() == CardPayment.State.ASIDE);
  }

  /** Asks Stripe for whatever was missed. */
  @PostMapping("/l/{local}/card-payments/ask")
  @Requires(Power.KEEP_MONEY)
  Answer ask(@RequestParam(defaultValue = "") String once) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      if (kept.accounts().find().isEmpty()) {
        return Answer.goTo(CardPayDesk.at("card-payments"));
      }
      UUID form = CardPayDesk.id(once).orElseThrow(CardPayDesk::notFound);
      return Answer.goTo(CardPayDesk.at("jobs/" + doing.rounds().askNow(form)));
    });
  }

  /** Notes that what was paid back in part is dealt with. */
  @PostMapping("/l/{local}/card-payments/payments/{payment}/dealt")
  @Requires(Power.KEEP_MONEY)
  Answer deal(@PathVariable UUID payment) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      if (kept.payments().find(payment).isEmpty()) {
        throw CardPayDesk.notFound();
      }
      kept.payments().deal(payment);
      return Answer.goTo(CardPayDesk.at("card-payments"));
    });
  }

  /** Tries again to put into the books what they did not take. */
  @PostMapping("/l/{local}/card-payments/payments/{payment}/again")
  @Requires(Power.KEEP_MONEY)
  Answer again(@PathVariable UUID payment) {
    Callers.everywhere(Power.KEEP_MONEY);
    if (transactions.read(() -> kept.payments().find(payment)).isEmpty()) {
      throw CardPayDesk.notFound();
    }
    return said(doing.worker().lookAgain(payment));
  }

  /** Ends what a member pays again and again, for somebody who cannot do it themself. */
  @PostMapping("/l/{local}/card-payments/repeating/{intent}/stop")
  @Requires(Power.KEEP_MONEY)
  Answer stop(@PathVariable UUID intent) {
    Callers.everywhere(Power.KEEP_MONEY);
    if (transactions.read(() -> kept.intents().find(intent)).filter(CardIntent::repeats).isEmpty()) {
      throw CardPayDesk.notFound();
    }
    return said(doing.paying().stop(intent));
  }

  private static Answer said(Optional<StripeTrouble.Why> trouble) {
    return Answer.goTo(CardPayDesk.at("card-payments" + trouble.map(why -> "?refused=" + why.key()).orElse("")));
  }
}
