// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.cards.CardAccount;
import org.groundwork.cards.CardIntent;
import org.groundwork.cards.CardPaying;
import org.groundwork.cards.StripeSums;
import org.groundwork.cards.StripeTrouble;
import org.groundwork.cards.CardWorker;
import org.groundwork.dues.AheadLimit;
import org.groundwork.dues.Charge;
import org.groundwork.dues.Charges;
import org.groundwork.gifts.Caps;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A member pays by card, once or again and again, sees how far it is, and ends it. Everything here is of the reader alone. */
@Controller
class MyCardController {
  private static final int SHOWN = 20;
  private final Transactions transactions;
  private final CardPayDesk desk;
  private final CardMoneyController.Kept kept;
  private final Paying paying;
  private final Charges charges;
  private final Caps caps;
  private final AheadLimit ahead;

  MyCardController(Transactions transactions, CardPayDesk desk, CardMoneyController.Kept kept, Paying paying,
      Charges charges, Caps caps, AheadLimit ahead) {
    this.transactions = transactions;
    this.desk = desk;
    this.kept = kept;
    this.paying = paying;
    this.charges = charges;
    this.caps = caps;
    this.ahead = ahead;
  }

  /** What goes on between the payer and Stripe. */
  @Component("myCardPaying")
  record Paying(CardPaying flow, CardWorker worker) {}

  @GetMapping("/l/{local}/card-payments/me")
  @Requires(Power.TAKE_PART)
  Answer show() {
    return transactions.read(() -> {
      if (desk.currency().isEmpty()) {
        return Answer.goTo(CardPayDesk.at("dues"));
      }
      long due = due();
      return Answer.show(page(new MyCardPage.Typed(desk.fresh(), due > 0 ? "due" : "other", ""), new FormErrors()));
    });
  }

  private long due() {
    return charges.open(CardPayDesk.me()).stream().mapToLong(Charge::open).reduce(0, Math::addExact);
  }

  private MyCardPage page(MyCardPage.Typed typed, FormErrors errors) {
    UUID me = CardPayDesk.me();
    Currency currency = desk.currency().orElseThrow(CardPayDesk::notFound);
    Optional<CardAccount> account = kept.accounts().find();
    return new MyCardPage(account.filter(CardAccount::on).isPresent(), account.filter(CardAccount::live).isPresent(),
        due(), kept.intents().repeating(me), kept.intents().of(me, SHOWN),
        kept.intents().repeating(me).flatMap(each -> kept.still().why(each, desk.today())),
        caps.room(me, desk.today()).map(room -> new Money(room.amount(), currency)), currency, desk.zone(), typed,
        errors);
  }

  /** Writes down what the reader wants to pay, and opens the page at Stripe for it. */
  @PostMapping("/l/{local}/card-payments/me")
  @Requires(Power.TAKE_PART)
  Answer begin(@RequestParam(defaultValue = "") String once, @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "") String amount, HttpServletRequest request) {
    UUID form = CardPayDesk.id(once).orElseThrow(CardPayDesk::notFound);
    Optional<Answer> refused = transactions.write(() -> begin(new MyCardPage.Typed(once, what, amount), form, request));
    return refused.isPresent() ? refused.get() : at(form, paying.flow().open(form));
  }

  /** What is refused, with what was typed; empty if it is written down. */
  private Optional<Answer> begin(MyCardPage.Typed typed, UUID form, HttpServletRequest request) {
    var errors = new FormErrors();
    Currency currency = desk.currency().orElseThrow(CardPayDesk::notFound);
    OptionalLong sum = typed.what().equals("due") ? dueNow(errors) : sum(errors, typed.amount(), currency, request);
    int every = every(typed.what(), errors);
    within(typed.what(), sum, every, currency, errors, request);
    String origin = desk.origin().orElse("");
    if (!errors.any()) {
      var kind = typed.what().equals("gift") ? CardIntent.Kind.GIFT : CardIntent.Kind.DUES;
      var money = new Money(sum.orElseThrow(), currency);
      var begun = paying.flow()
          .begin(new CardPaying.Wanted(form, CardPayDesk.me(), kind, every, money, desk.reader(request).getLanguage(),
              origin + CardPayDesk.at("card-payments/me/" + form)), desk.today());
      switch (begun) {
        case CardPaying.Begun.Yes _ -> {
          mine(form);
          return Optional.empty();
        }
        case CardPaying.Begun.Repeats(UUID already) -> {
          return Optional.of(Answer.goTo(CardPayDesk.at("card-payments/me/" + already)));
        }
        case CardPaying.Begun.NotOffered _ -> errors.refuse("what", "card-pay.me.not-offered");
        case CardPaying.Begun.OverCap(long room, int months) -> errors.refuse("amount", "card-pay.me.over",
            new Money(room, currency).written(desk.reader(request)), months);
        case CardPaying.Begun.NoSuchSum(StripeSums.Reckoned why) -> refuse(errors, why, currency, request);
      }
    }
    return Optional.of(Answer.again(page(typed, errors)));
  }

  /** Dues beyond a year are refused before they are paid: once, with what is due now; again and again, over a year. */
  private void within(String what, OptionalLong sum, int every, Currency currency, FormErrors errors,
      HttpServletRequest request) {
    OptionalLong most = OptionalLong.empty();
    if (every > 0) {
      most = ahead.year(CardPayDesk.me())
          .stream()
          .map(year -> Math.ceilDiv(Math.multiplyExact(year, (long) every), 12L))
          .findFirst();
    } else if (what.equals("other")) {
      most = ahead.room(CardPayDesk.me()).stream().map(room -> Math.addExact(room, due())).findFirst();
    }
    if (!errors.any() && sum.isPresent() && most.isPresent() && sum.getAsLong() > most.getAsLong()) {
      errors.refuse("amount", every > 0 ? "card-pay.me.ahead.every" : "card-pay.me.ahead",
          new Money(most.getAsLong(), currency).written(desk.reader(request)));
    }
  }

  private OptionalLong dueNow(FormErrors errors) {
    long due = due();
    if (due <= 0) {
      errors.refuse("what", "card-pay.me.nothing-due");
    }
    return OptionalLong.of(due);
  }

  private OptionalLong sum(FormErrors errors, String typed, Currency currency, HttpServletRequest request) {
    String text = errors.required("amount", typed, 40);
    Optional<Money> money = text.isEmpty() ? Optional.empty() : Money.read(text, currency, desk.reader(request));
    if (!text.isEmpty() && money.filter(each -> each.minor() > 0).isEmpty()) {
      errors.refuse("amount", "form.amount");
    }
    return money.isPresent() ? OptionalLong.of(money.get().minor()) : OptionalLong.empty();
  }

  private static int every(String what, FormErrors errors) {
    return switch (what) {
      case "due", "other", "gift" -> 0;
      case "month" -> 1;
      case "quarter" -> 3;
      case "year" -> 12;
      default -> {
        errors.refuse("what", "card-pay.me.choose");
        yield 0;
      }
    };
  }

  private void refuse(FormErrors errors, StripeSums.Reckoned why, Currency currency, HttpServletRequest request) {
    var reader = desk.reader(request);
    switch (why) {
      case StripeSums.Reckoned.Uneven(long step) -> errors.refuse("amount", "card-pay.me.uneven",
          new Money(step, currency).written(reader));
      case StripeSums.Reckoned.TooMuch(long most) -> errors.refuse("amount", "card-pay.me.too-much",
          new Money(most, currency).written(reader));
      case StripeSums.Reckoned.Unknown _,StripeSums.Reckoned.Exact _ -> errors.refuse("amount", "card-pay.me.unit");
    }
  }

  /** How far a payment is, and the way on. */
  @GetMapping("/l/{local}/card-payments/me/{intent}")
  @Requires(Power.TAKE_PART)
  Answer one(@PathVariable UUID intent, @RequestParam(defaultValue = "") String refused) {
    return transactions.read(() -> {
      CardIntent mine = mine(intent);
      boolean known = List.of(StripeTrouble.Why.values()).stream().anyMatch(each -> each.key().equals(refused));
      return Answer.show(new CardIntentPage(mine, kept.payments().of(intent, SHOWN),
          desk.currency().orElseThrow(CardPayDesk::notFound), desk.zone(), known ? "card-pay.trouble." + refused : ""));
    });
  }

  /** Asks Stripe once more for the page that it did not open. */
  @PostMapping("/l/{local}/card-payments/me/{intent}/again")
  @Requires(Power.TAKE_PART)
  Answer again(@PathVariable UUID intent) {
    transactions.read(() -> mine(intent));
    return at(intent, paying.flow().open(intent));
  }

  /** Asks Stripe what became of it. */
  @PostMapping("/l/{local}/card-payments/me/{intent}/look")
  @Requires(Power.TAKE_PART)
  Answer look(@PathVariable UUID intent) {
    transactions.read(() -> mine(intent));
    return at(intent, paying.worker().look(intent));
  }

  /** Closes the page at Stripe. */
  @PostMapping("/l/{local}/card-payments/me/{intent}/let-go")
  @Requires(Power.TAKE_PART)
  Answer letGo(@PathVariable UUID intent) {
    transactions.read(() -> mine(intent));
    return at(intent, paying.flow().letGo(intent));
  }

  /** Ends what repeats. */
  @PostMapping("/l/{local}/card-payments/me/{intent}/stop")
  @Requires(Power.TAKE_PART)
  Answer stop(@PathVariable UUID intent) {
    transactions.read(() -> mine(intent));
    return at(intent, paying.flow().stop(intent));
  }

  private CardIntent mine(UUID intent) {
    return kept.intents()
        .find(intent)
        .filter(each -> each.person().filter(CardPayDesk.me()::equals).isPresent())
        .orElseThrow(CardPayDesk::notFound);
  }

  private static Answer at(UUID intent, Optional<StripeTrouble.Why> trouble) {
    return Answer
        .goTo(CardPayDesk.at("card-payments/me/" + intent + trouble.map(why -> "?refused=" + why.key()).orElse("")));
  }
}
