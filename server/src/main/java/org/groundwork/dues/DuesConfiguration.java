// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.Ledger;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.jobs.RecurringStart;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.EveryLocal;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Languages;
import org.groundwork.platform.web.MenuEntry;
import org.groundwork.platform.web.NextStep;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.PeopleSought;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires dues. */
@Configuration(proxyBeanMethods = false)
class DuesConfiguration {

  @Bean
  Seals duesSeals(KeyStore keys) { return new Seals(new FieldCipher(keys, Purpose.sealing("dues"))); }

  @Bean
  Choices duesChoices(JdbcClient jdbc, Seals duesSeals, Audit audit, Clock clock) {
    return new Choices(jdbc, duesSeals, audit, clock);
  }

  @Bean
  Plans duesPlans(JdbcClient jdbc, Ids ids, Audit audit, Clock clock, Choices choices, Seals duesSeals) {
    return new Plans(jdbc, ids, audit, clock, choices, duesSeals);
  }

  @Bean
  Waivers duesWaivers(JdbcClient jdbc, Ids ids, Seals duesSeals, Audit audit, Clock clock) {
    return new Waivers(jdbc, ids, duesSeals, audit, clock);
  }

  @Bean
  Charges duesCharges(JdbcClient jdbc) { return new Charges(jdbc); }

  @Bean
  Standings duesStandings(JdbcClient jdbc) { return new Standings(jdbc); }

  @Bean
  Words duesWords(Languages languages, Locals locals) { return new Words(languages, locals); }

  @Bean
  Payments.Parts duesParts(JdbcClient jdbc, Clock clock, Charges charges, Books books, Ledger ledger,
      Words duesWords, Ids ids, Seals duesSeals, AheadLimit duesAhead) {
    var settling = new Settling(jdbc, books);
    var accounting = new Credits.Accounting(books, ledger, duesWords, ids);
    return new Payments.Parts(charges, settling, new Credits(jdbc, clock, charges, settling, accounting), accounting,
        new Receipts(jdbc), duesSeals, duesAhead);
  }

  @Bean
  AheadLimit duesAhead(JdbcClient jdbc, Plans plans, Choices choices) { return new AheadLimit(jdbc, plans, choices); }

  @Bean
  Beyond duesBeyond(JdbcClient jdbc, Clock clock, Audit audit, Payments payments, Payments.Parts parts) {
    var inside = parts.accounting();
    return new Beyond(jdbc, clock, audit, payments,
        new Beyond.Inside(inside.books(), inside.ledger(), inside.words()));
  }

  /** What was paid beyond what may be paid ahead has to go back. */
  @Bean
  NextStep duesBeyondStep(Beyond beyond, Books books) {
    return actor -> {
      int back = actor.mayEverywhere(Power.KEEP_MONEY) && books.find().isPresent() ? beyond.count(100) : 0;
      return back == 0
          ? Optional.empty()
          : Optional
              .of(new NextStep.Step(43, "dues.step.beyond", "dues.step.beyond.detail", List.of(back), "dues/beyond",
                  "dues.step.beyond.action"));
    };
  }

  @Bean
  Payments duesPayments(JdbcClient jdbc, Ids ids, Clock clock, Audit audit, Payments.Parts parts) {
    return new Payments(jdbc, ids, clock, audit, parts);
  }

  @Bean
  WriteOffs duesWriteOffs(JdbcClient jdbc, Ids ids, Clock clock, Audit audit, Payments.Parts parts) {
    return new WriteOffs(jdbc, ids, clock, audit, parts);
  }

  @Bean
  RunJob duesRunJob(JdbcClient jdbc, Transactions transactions, Clock clock, Locals locals, Audit audit,
      Payments.Parts parts) {
    return new RunJob(jdbc, transactions, clock, locals, audit, parts);
  }

  @Bean
  Runs duesRuns(JdbcClient jdbc, Ids ids, Audit audit, Clock clock, RunJob kind, Jobs jobs,
      Locals locals) {
    return new Runs(jdbc, ids, audit, clock, kind, jobs, locals);
  }

  @Bean
  Brought duesBrought(JdbcClient jdbc, Ids ids, Clock clock, Audit audit, Payments.Parts parts, Plans plans,
      ClosedMonths months) {
    return new Brought(jdbc, ids, clock, audit, parts,
        new Brought.Around(plans, months, new BroughtBack(jdbc, ids, clock, parts),
            new BroughtBooks(jdbc, ids, clock, parts)));
  }

  @Bean
  BroughtJob duesBroughtJob(JdbcClient jdbc, Transactions transactions, Clock clock, Locals locals, Brought brought,
      PeopleSought people, Payments.Parts parts) {
    return new BroughtJob(jdbc, transactions, clock, locals,
        new BroughtJob.Inside(brought, new BroughtLook(jdbc, people, brought), parts, parts.seals()));
  }

  @Bean
  BroughtFiles duesBroughtFiles(JdbcClient jdbc, Clock clock, Audit audit, Jobs jobs, BroughtJob kind,
      Seals duesSeals) {
    return new BroughtFiles(jdbc, clock, audit, jobs, kind, duesSeals);
  }

  /** The clock of jobs is asked for recurring starts before there are jobs: what is done is looked up when due. */
  @Bean
  RecurringStart oldTablesOfDues(ObjectProvider<BroughtFiles> files, Locals locals, Transactions transactions) {
    return new RecurringStart("dues-old-tables", "0 20 3 * * *", ZoneOffset.UTC,
        () -> EveryLocal.run("old tables of dues", locals, transactions,
            local -> transactions.write(() -> files.getObject().forgetOld())));
  }

  @Bean
  ForgottenByDues forgottenByDues(JdbcClient jdbc, Clock clock, Locals locals, Books books, WriteOffs writeOffs) {
    return new ForgottenByDues(jdbc, clock, locals, books, writeOffs);
  }

  @Bean
  Talks duesTalks(JdbcClient jdbc, Ids ids, Audit audit, Clock clock, Standings standings, Charges charges,
      Stewards stewards, Conversations conversations) {
    return new Talks(jdbc, ids, audit, clock, new Talks.Known(standings, charges, stewards, conversations));
  }

  @Bean
  OwnData ownDues(Plans plans, Choices choices, Charges charges, Payments payments, Waivers waivers, Talks talks) {
    return new OwnDues(plans, choices, charges, payments, waivers, talks);
  }

  @Bean
  DuesSteps duesSteps(Books books, Plans plans, Runs runs, Choices choices, Charges charges, Waivers waivers,
      Locals locals, Clock clock) {
    return new DuesSteps(books, plans, runs, new DuesSteps.Of(choices, charges, waivers),
        new DuesSteps.Here(locals, clock));
  }

  @Bean
  MenuEntry duesEntry() { return MenuEntry.of(6, "dues.mine", "dues", "coins", Power.TAKE_PART); }
}
