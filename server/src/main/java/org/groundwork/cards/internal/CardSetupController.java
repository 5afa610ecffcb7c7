// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards.internal;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.groundwork.cards.CardAccount;
import org.groundwork.cards.CardAccounts;
import org.groundwork.cards.CardIntents;
import org.groundwork.cards.CardSetup;
import org.groundwork.cards.StripeKey;
import org.groundwork.cards.StripeSums;
import org.groundwork.cards.StripeTrouble;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whoever keeps the money connects the local with its account at Stripe, offers it to members, and ends that. */
@Controller
class CardSetupController {
  private static final List<String> DONE = List.of("key", "described", "signed", "tried", "on", "off", "removed");
  private final Transactions transactions;
  private final CardPayDesk desk;
  private final CardSetup setup;
  private final CardAccounts accounts;
  private final CardIntents intents;

  CardSetupController(Transactions transactions, CardPayDesk desk, CardSetup setup, CardAccounts accounts,
      CardIntents intents) {
    this.transactions = transactions;
    this.desk = desk;
    this.setup = setup;
    this.accounts = accounts;
    this.intents = intents;
  }

  @GetMapping("/l/{local}/card-payments/setup")
  @Requires(Power.KEEP_MONEY)
  Answer show(@RequestParam(defaultValue = "") String done, @RequestParam(defaultValue = "") String refused) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> Answer.show(page(new FormErrors(), "", DONE.contains(done) ? done : "",
        trouble(refused))));
  }

  private static String trouble(String refused) {
    for (StripeTrouble.Why why : StripeTrouble.Why.values()) {
      if (why.key().equals(refused)) {
        return "card-pay.trouble." + refused;
      }
    }
    return refused.equals("under-way") ? "card-pay.setup.refused.under-way" : "";
  }

  private CardSetupPage page(FormErrors errors, String description, String done, String refused) {
    Optional<CardAccount> account = accounts.find();
    Optional<String> hook = desk.origin().map(origin -> origin + "/hooks/cards/" + Callers.actor().handle());
    String said = description.isEmpty() ? account.map(CardAccount::description).orElse("") : description;
    return new CardSetupPage(desk.currency().isPresent(), account, hook, missing(account), intents.underWay(), said,
        desk.zone(), done, refused, errors);
  }

  /** What has to be put right before members are offered it. */
  private List<String> missing(Optional<CardAccount> account) {
    var missing = new ArrayList<String>();
    Optional<Currency> books = desk.currency();
    if (books.isEmpty()) {
      missing.add("card-pay.setup.missing.books");
    } else if (!StripeSums.knows(books.get())) {
      missing.add("card-pay.setup.missing.unit");
    } else if (account.filter(each -> !each.currency().equals(books.get().getCurrencyCode())).isPresent()) {
      missing.add("card-pay.setup.missing.currency");
    }
    if (desk.origin().isEmpty()) {
      missing.add("card-pay.setup.missing.address");
    }
    if (account.isEmpty()) {
      missing.add("card-pay.setup.missing.key");
    } else {
      if (!account.get().takes()) {
        missing.add("card-pay.setup.missing.takes");
      }
      if (account.get().hookEnd().isEmpty()) {
        missing.add("card-pay.setup.missing.signature");
      }
    }
    return missing;
  }

  /** Keeps a key that Stripe knows, and the words on Stripe’s page; the words alone where no key is typed. */
  @PostMapping("/l/{local}/card-payments/setup")
  @Requires(Power.KEEP_MONEY)
  Answer keep(@RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String description) {
    Callers.everywhere(Power.KEEP_MONEY);
    var errors = new FormErrors();
    String typed = errors.optional("key", key, StripeKey.LONGEST);
    String said = errors.required("description", description, CardAccount.LONGEST_DESCRIPTION);
    Optional<StripeKey> read = StripeKey.read(typed);
    boolean has = transactions.read(() -> accounts.find().isPresent());
    if (read.isEmpty() && (!typed.isEmpty() || !has)) {
      errors.refuse("key", typed.isEmpty()
          ? "form.required"
          : typed.startsWith("pk_")
              ? "card-pay.setup.key.public"
              : "card-pay.setup.key.wrong");
    }
    if (!errors.any() && read.isEmpty()) {
      transactions.run(() -> accounts.describe(said));
      return done("described");
    }
    if (!errors.any()) {
      switch (setup.keep(read.orElseThrow(), said)) {
        case CardSetup.Kept.Yes _ -> {
          return done("key");
        }
        case CardSetup.Kept.No(StripeTrouble.Why why) -> errors.refuse("key", "card-pay.trouble." + why.key());
        case CardSetup.Kept.OtherAccount(int underWay) -> errors.refuse("key", "card-pay.setup.key.other", underWay);
      }
    }
    return transactions.read(() -> Answer.again(page(errors, description, "", "")));
  }

  /** Keeps what signs messages; the former one holds for a day beside it. */
  @PostMapping("/l/{local}/card-payments/setup/signature")
  @Requires(Power.KEEP_MONEY)
  Answer sign(@RequestParam(defaultValue = "") String signature) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      var errors = new FormErrors();
      String typed = errors.required("signature", signature, StripeKey.LONGEST);
      if (accounts.find().isEmpty()) {
        errors.refuse("signature", "card-pay.setup.missing.key");
      }
      if (!StripeKey.signs(typed)) {
        errors.refuse("signature", "card-pay.setup.signature.wrong");
      }
      if (errors.any()) {
        return Answer.again(page(errors, "", "", ""));
      }
      accounts.sign(typed);
      return done("signed");
    });
  }

  /** Asks Stripe for the account. */
  @PostMapping("/l/{local}/card-payments/setup/try")
  @Requires(Power.KEEP_MONEY)
  Answer tryIt() {
    Callers.everywhere(Power.KEEP_MONEY);
    Optional<StripeTrouble.Why> trouble = setup.look();
    return trouble.isPresent()
        ? Answer.goTo(CardPayDesk.at("card-payments/setup?refused=" + trouble.get().key()))
        : done("tried");
  }

  /** Offers it to members, if nothing is missing. */
  @PostMapping("/l/{local}/card-payments/setup/on")
  @Requires(Power.KEEP_MONEY)
  Answer turnOn() {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      if (!missing(accounts.find()).isEmpty()) {
        return Answer.goTo(CardPayDesk.at("card-payments/setup"));
      }
      accounts.offer(true);
      return done("on");
    });
  }

  /** Offers it no longer; what runs goes on until it is stopped. */
  @PostMapping("/l/{local}/card-payments/setup/off")
  @Requires(Power.KEEP_MONEY)
  Answer turnOff() {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      if (accounts.find().isPresent()) {
        accounts.offer(false);
      }
      return done("off");
    });
  }

  /** Forgets the account and its keys, once nothing runs. */
  @PostMapping("/l/{local}/card-payments/setup/remove")
  @Requires(Power.KEEP_MONEY)
  Answer remove() {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      if (accounts.find().isEmpty()) {
        return done("removed");
      }
      if (intents.underWay() > 0) {
        return Answer.goTo(CardPayDesk.at("card-payments/setup?refused=under-way"));
      }
      accounts.remove();
      return done("removed");
    });
  }

  private static Answer done(String what) { return Answer.goTo(CardPayDesk.at("card-payments/setup?done=" + what)); }
}
