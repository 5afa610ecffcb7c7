// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.banking.BankAccounts;
import org.groundwork.dues.Charges;
import org.groundwork.dues.Payments;
import org.groundwork.dues.WayToPay;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Journal;
import org.groundwork.ledger.Ledger;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.PublicAddress;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.jobs.RecurringStart;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.message.Messages;
import org.groundwork.platform.tenancy.EveryLocal;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Languages;
import org.groundwork.roll.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires direct debits. */
@Configuration(proxyBeanMethods = false)
class DebitsConfiguration {
  private static final int PEOPLE_AT_ONCE = 200;
  private static final int PAYMENTS_AT_ONCE = 50;

  @Bean
  DebitSeals debitSeals(KeyStore keys) { return new DebitSeals(new FieldCipher(keys, Purpose.sealing("debits"))); }

  @Bean
  Creditors debitCreditors(JdbcClient jdbc, Books books, BankAccounts accounts, Audit audit, Clock clock) {
    return new Creditors(jdbc, books, accounts, audit, clock);
  }

  @Bean
  DebitMandates debitMandates(JdbcClient jdbc, DebitSeals debitSeals, Locals locals, Audit audit, Ids ids,
      Clock clock) {
    return new DebitMandates(jdbc, debitSeals, locals, audit, ids, clock);
  }

  @Bean
  DebitBanks debitBanks(JdbcClient jdbc, DebitSeals debitSeals, DebitMandates mandates, Audit audit, Clock clock) {
    return new DebitBanks(jdbc, debitSeals, mandates, audit, clock);
  }

  @Bean
  Candidates debitCandidates(JdbcClient jdbc, DebitMandates mandates, Charges charges, DebitBanks banks) {
    return new Candidates(jdbc, mandates, charges, banks);
  }

  @Bean
  DebitItems debitItems(JdbcClient jdbc, Candidates candidates, Clock clock) {
    return new DebitItems(jdbc, candidates, clock);
  }

  @Bean
  PaymentFile debitFile(JdbcClient jdbc, DebitSeals debitSeals) { return new PaymentFile(jdbc, debitSeals); }

  @Bean
  Filing.Parts debitFilingParts(DebitItems items, DebitMandates mandates, Candidates candidates, Charges charges,
      PaymentFile file, Audit audit) {
    return new Filing.Parts(items, mandates, candidates, charges, file, audit);
  }

  @Bean
  Filing debitFiling(JdbcClient jdbc, DebitSeals debitSeals, Filing.Parts parts, Languages languages, Locals locals,
      Ids ids, Clock clock) {
    return new Filing(jdbc, debitSeals, parts, new Filing.Words(languages, locals), ids, clock);
  }

  @Bean
  DebitPost.Who debitWho(Mandates mandates, Accounts accounts, Languages languages) {
    return new DebitPost.Who(mandates, accounts, languages);
  }

  @Bean
  DebitPost debitPost(Messages messages, People people, Locals locals, PublicAddress address, DebitPost.Who who) {
    return new DebitPost(messages, people, locals, address, who);
  }

  @Bean
  DebitBooking.Parts debitBookingParts(Books books, Ledger ledger, Journal journal, BankAccounts accounts,
      Languages languages, Locals locals) {
    return new DebitBooking.Parts(books, ledger, journal, accounts, languages, locals);
  }

  @Bean
  DebitBooking debitBooking(JdbcClient jdbc, Payments payments, DebitBooking.Parts parts, Clock clock) {
    return new DebitBooking(jdbc, payments, parts, clock);
  }

  @Bean
  MakeJob.Parts debitMakeParts(Candidates candidates, DebitItems items, Creditors creditors, DebitPost post,
      Audit audit) {
    return new MakeJob.Parts(candidates, items, creditors, post, audit);
  }

  @Bean
  MakeJob debitMakeJob(JdbcClient jdbc, Transactions transactions, MakeJob.Parts parts, Ids ids, Clock clock) {
    return new MakeJob(jdbc, transactions, parts, ids, clock, PEOPLE_AT_ONCE);
  }

  @Bean
  TakingJob.Parts debitTakingParts(DebitItems items, DebitMandates mandates, DebitBooking booking, Audit audit) {
    return new TakingJob.Parts(items, mandates, booking, audit);
  }

  @Bean
  TakingJob debitTakingJob(JdbcClient jdbc, Transactions transactions, TakingJob.Parts parts, Clock clock) {
    return new TakingJob(jdbc, transactions, parts, clock, PAYMENTS_AT_ONCE);
  }

  @Bean
  DebitBacks debitBacks(JdbcClient jdbc, DebitItems items, DebitMandates mandates, DebitBooking booking, DebitPost post,
      Audit audit) {
    return new DebitBacks(jdbc, items, mandates, booking, new DebitBacks.Told(post, audit));
  }

  @Bean
  ReturnJob.Parts debitReturnParts(DebitItems items, DebitBacks backs) { return new ReturnJob.Parts(items, backs); }

  @Bean
  ReturnJob debitReturnJob(JdbcClient jdbc, ReturnJob.Parts parts, Clock clock) {
    return new ReturnJob(jdbc, parts, clock, PAYMENTS_AT_ONCE);
  }

  @Bean
  FileJob debitFileJob(ObjectProvider<DebitCollections> collections) { return new FileJob(collections); }

  @Bean
  DebitCollections.Work debitWork(MakeJob make, FileJob fileJob, TakingJob taking, Filing filing, PaymentFile file,
      DebitItems items,
      DebitMandates mandates, Creditors creditors, Locals locals) {
    return new DebitCollections.Work(make, fileJob, taking, filing, file, new DebitCollections.Asks(items, mandates),
        creditors,
        locals);
  }

  @Bean
  DebitCollections debitCollections(JdbcClient jdbc, DebitCollections.Work work, Jobs jobs, Audit audit, Ids ids,
      Clock clock) {
    return new DebitCollections(jdbc, work, jobs, audit, ids, clock);
  }

  @Bean
  DebitStops debitStops(DebitItems items, Candidates candidates, Charges charges) {
    return new DebitStops(items, candidates, charges);
  }

  @Bean
  DebitReports debitReports(JdbcClient jdbc, DebitItems items, ReturnJob kind, Jobs jobs, Audit audit, Locals locals,
      Clock clock) {
    return new DebitReports(jdbc, items, kind, jobs, new DebitReports.Source(audit, locals, clock));
  }

  @Bean
  DebitsForgotten debitsForgotten(JdbcClient jdbc, DebitMandates mandates, DebitItems items) {
    return new DebitsForgotten(jdbc, mandates, items);
  }

  @Bean
  DebitsLeft debitsLeft(DebitMandates mandates) { return new DebitsLeft(mandates); }

  @Bean
  DebitSteps debitSteps(DebitCollections collections, DebitItems items, DebitMandates mandates, Creditors creditors,
      DebitBanks banks) {
    return new DebitSteps(collections, items, mandates, creditors, banks);
  }

  @Bean
  DebitRound debitRound(DebitMandates mandates) { return new DebitRound(mandates); }

  /** The clock of jobs is asked for recurring starts before there are jobs: the start itself is looked up when due. */
  @Bean
  RecurringStart dailyDebitRound(ObjectProvider<Jobs> jobs, ObjectProvider<DebitRound> round, Locals locals,
      Transactions transactions) {
    return new RecurringStart("debits-round", DebitRound.CRON, ZoneOffset.UTC,
        () -> EveryLocal.run("the round of direct debits", locals, transactions,
            local -> transactions.write(() -> round.getObject().start(jobs.getObject()))));
  }

  /** Members give their mandate from their own dues. */
  @Bean
  WayToPay byDirectDebit(Creditors creditors) {
    return new WayToPay() {
      @Override
      public int order() { return 20; }

      @Override
      public Optional<Offer> offer(UUID person) {
        return creditors.ready().map(_ -> new Offer("debits.me.title", "dues/debit"));
      }
    };
  }
}
