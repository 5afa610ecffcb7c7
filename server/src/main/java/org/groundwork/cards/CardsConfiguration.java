// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.time.Clock;
import java.time.ZoneOffset;
import org.groundwork.dues.Choices;
import org.groundwork.dues.Payments;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Waivers;
import org.groundwork.gifts.Caps;
import org.groundwork.gifts.Gifts;
import org.groundwork.gifts.TakenBack;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Ledger;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.jobs.RecurringStart;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.EveryLocal;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Languages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires payments by card. */
@Configuration(proxyBeanMethods = false)
class CardsConfiguration {

  @Bean
  StripeDoor stripeDoor(@Value("${groundwork.cards.api:}") String api) { return new StripeDoor(api); }

  @Bean
  CardSeals cardSeals(KeyStore keys) { return new CardSeals(new FieldCipher(keys, Purpose.sealing("cards"))); }

  @Bean
  CardAccounts cardAccounts(JdbcClient jdbc, CardSeals cardSeals, Audit audit, Clock clock) {
    return new CardAccounts(jdbc, cardSeals, audit, clock);
  }

  @Bean
  CardIntents cardIntents(JdbcClient jdbc, CardSeals cardSeals, Audit audit, Clock clock) {
    return new CardIntents(jdbc, cardSeals, audit, clock);
  }

  @Bean
  CardPayments cardPayments(JdbcClient jdbc, Audit audit, Clock clock) { return new CardPayments(jdbc, audit, clock); }

  @Bean
  CardWorker.Stores cardStores(JdbcClient jdbc, Clock clock, CardIntents cardIntents, CardPayments cardPayments) {
    return new CardWorker.Stores(cardIntents, cardPayments, new CardEvents(jdbc, clock));
  }

  @Bean
  CardEntries cardEntries(Payments payments, Gifts gifts, TakenBack takenBack, Books books, Ledger ledger,
      CardEntries.Words cardWords) {
    return new CardEntries(payments, gifts, takenBack, books, ledger, cardWords);
  }

  @Bean
  CardEntries.Words cardWords(Languages languages, Locals locals) { return new CardEntries.Words(languages, locals); }

  @Bean
  CardBooking cardBooking(CardWorker.Stores stores, CardEntries entries, Audit audit, Books books, Locals locals,
      Clock clock) {
    return new CardBooking(stores.intents(), stores.payments(), entries, audit,
        new CardBooking.Here(books, locals, clock));
  }

  @Bean
  CardWorker cardWorker(Transactions transactions, Clock clock, StripeDoor door, CardAccounts accounts,
      CardWorker.Stores stores, CardBooking booking) {
    return new CardWorker(transactions, clock, door, accounts, stores, booking);
  }

  @Bean
  CardPaying cardPaying(Transactions transactions, Clock clock, CardAccounts accounts, CardIntents intents,
      CardWorker worker, Caps caps) {
    return new CardPaying(transactions, clock, accounts, intents, worker, caps);
  }

  @Bean
  CardSetup cardSetup(Transactions transactions, StripeDoor door, CardAccounts accounts, CardIntents intents,
      CardWorker worker) {
    return new CardSetup(transactions, door, accounts, intents, worker);
  }

  @Bean
  CardEventJob cardEventJob(Transactions transactions, CardWorker.Stores stores, CardWorker worker) {
    return new CardEventJob(transactions, stores.events(), worker);
  }

  @Bean
  CardHook cardHook(Transactions transactions, Clock clock, Locals locals, CardAccounts accounts,
      CardWorker.Stores stores, CardHook.Work cardHookWork) {
    return new CardHook(transactions, clock, locals, accounts, stores.events(), cardHookWork);
  }

  @Bean
  CardHook.Work cardHookWork(Jobs jobs, CardEventJob kind) { return new CardHook.Work(jobs, kind); }

  @Bean
  CardRound cardRound(Transactions transactions, Clock clock, CardAccounts accounts, CardWorker.Stores stores,
      CardWorker worker, CardPaying paying, Books books) {
    return new CardRound(transactions, clock, accounts, stores, worker, paying, books);
  }

  @Bean
  CardRounds cardRounds(Jobs jobs, CardRound cardRound, Audit audit) { return new CardRounds(jobs, cardRound, audit); }

  /** The clock of jobs is asked for recurring starts before there are jobs: the start itself is looked up when due. */
  @Bean
  RecurringStart cardsRoundStart(ObjectProvider<Jobs> jobs, ObjectProvider<CardRound> round, Locals locals,
      Transactions transactions) {
    return new RecurringStart("cards-round", CardRound.CRON, ZoneOffset.UTC,
        () -> EveryLocal.run("the round of cards", locals, transactions,
            local -> transactions.run(() -> round.getObject().start(jobs.getObject()))));
  }

  @Bean
  CardsForgotten cardsForgotten(JdbcClient jdbc, Clock clock, CardIntents intents, CardRounds rounds) {
    return new CardsForgotten(jdbc, clock, intents, rounds);
  }

  @Bean
  CardsLeft cardsLeft(JdbcClient jdbc, Clock clock, CardIntents intents, CardRounds rounds) {
    return new CardsLeft(jdbc, clock, intents, rounds);
  }

  @Bean
  StillCharged stillCharged(JdbcClient jdbc, Plans plans, Choices choices, Waivers waivers) {
    return new StillCharged(jdbc, plans, choices, waivers);
  }

  @Bean
  CardSteps cardSteps(CardAccounts accounts, CardIntents intents, CardPayments payments, StillCharged stillCharged,
      Locals locals, Clock clock) {
    return new CardSteps(accounts, intents, payments, stillCharged, new CardSteps.Here(locals, clock));
  }
}
