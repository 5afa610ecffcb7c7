// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.dues.Charges;
import org.groundwork.dues.Payments;
import org.groundwork.dues.WayToPay;
import org.groundwork.gifts.Gifts;
import org.groundwork.gifts.Payers;
import org.groundwork.gifts.TakenBack;
import org.groundwork.ledger.AccountDays;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Journal;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Pinned;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Languages;
import org.groundwork.platform.web.NextStep;
import org.groundwork.roll.NameSearch;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.People;
import org.groundwork.spending.Paying;
import org.groundwork.spending.Payouts;
import org.groundwork.spending.SecondLooks;
import org.groundwork.treasury.MoneyDoor;
import org.groundwork.treasury.OutOfPlaces;
import org.groundwork.treasury.RealPlaces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires accounts at banks, statements and what their lines are for. */
@Configuration(proxyBeanMethods = false)
class BankingConfiguration {

  @Bean
  BankSeals bankSeals(KeyStore keys) {
    return new BankSeals(new FieldCipher(keys, Purpose.sealing("banking")),
        new BlindIndex(keys, Purpose.indexing("bank-lines")));
  }

  @Bean
  BankAccounts bankAccounts(JdbcClient jdbc, Books books, BankSeals seals, Audit audit, Ids ids, Clock clock) {
    return new BankAccounts(jdbc, books, seals, audit, ids, clock);
  }

  @Bean
  CsvMappings csvMappings(JdbcClient jdbc, Ids ids, Clock clock) { return new CsvMappings(jdbc, ids, clock); }

  @Bean
  StatementFiles statementFiles(JdbcClient jdbc, Transactions transactions, BankSeals seals, Ids ids, Clock clock) {
    return new StatementFiles(jdbc, transactions, seals, ids, clock);
  }

  @Bean
  Reading statementReading(JdbcClient jdbc, Transactions transactions, CsvMappings mappings, StatementFiles files,
      Locals locals) {
    return new Reading(jdbc, transactions, mappings, files, locals);
  }

  @Bean
  LookJob statementLookJob(JdbcClient jdbc, Transactions transactions, Reading reading, BankAccounts accounts,
      Books books, BankSeals seals, Ids ids, Clock clock) {
    return new LookJob(jdbc, transactions, new LookJob.Parts(reading, accounts, books, seals), ids, clock);
  }

  @Bean
  TakeJob statementTakeJob(JdbcClient jdbc, Transactions transactions, Reading reading, BankAccounts accounts,
      Books books, BankSeals seals, Ids ids, Clock clock) {
    return new TakeJob(jdbc, transactions, reading, accounts, books, new LineRows(jdbc, seals, ids, clock), clock);
  }

  @Bean
  StatementImports statementImports(JdbcClient jdbc, Transactions transactions, Jobs jobs, LookJob look, TakeJob take,
      StatementFiles files, BankSeals seals, Audit audit, Ids ids, Clock clock) {
    return new StatementImports(jdbc, transactions, jobs, new StatementImports.Work(look, take, files), seals, audit,
        new StatementImports.Source(ids, clock));
  }

  @Bean
  BankLines bankLines(JdbcClient jdbc, BankSeals seals) { return new BankLines(jdbc, seals); }

  @Bean
  Rules bankRules(JdbcClient jdbc, BankSeals seals, Ids ids, Clock clock) { return new Rules(jdbc, seals, ids, clock); }

  @Bean
  Settlements bankSettlements(JdbcClient jdbc, BankSeals seals, Ids ids, Clock clock, Payments payments,
      People people) {
    return new Settlements(jdbc, seals, ids, clock, payments, people);
  }

  @Bean
  PaymentReferences paymentReferences(JdbcClient jdbc, BankSeals seals, Ids ids, Clock clock) {
    return new PaymentReferences(jdbc, seals, ids, clock);
  }

  @Bean
  DuesProposals duesByBank(JdbcClient jdbc, People people, NameSearch names, Charges charges, Payments payments,
      Books books) {
    return new DuesProposals(jdbc, people, names, charges, payments, books);
  }

  @Bean
  KnownEntries knownEntries(JdbcClient jdbc, AccountDays days, Journal journal, Payments payments,
      BankAccounts accounts) {
    return new KnownEntries(jdbc, days, journal, payments, accounts);
  }

  @Bean
  KnownTaking knownTaking(JdbcClient jdbc, KnownEntries entries, Settlements settlements, Ids ids, Clock clock) {
    return new KnownTaking(jdbc, entries, settlements, ids, clock);
  }

  @Bean
  PayoutTaking payoutsTakenFromBank(Payouts payouts, Paying paying, KnownTaking known, Transactions transactions) {
    return new PayoutTaking(payouts, paying, known, transactions);
  }

  /** An entry that a line is stays until the line is taken back. */
  @Bean
  Pinned entriesOfLines(JdbcClient jdbc) {
    return entry -> jdbc
        .sql("select exists (select from banking.known where local_id = ? and entry_id = ? and stands)")
        .params(BankScope.local(), entry)
        .query(Boolean.class)
        .single();
  }

  @Bean
  WaitingPayments paymentsOfLines(Payouts payouts, Paying paying, Books books) {
    return new WaitingPayments(payouts, paying, books);
  }

  @Bean
  Proposals bankProposals(JdbcClient jdbc, BankAccounts accounts, Books books, Rules rules, DuesProposals dues,
      KnownEntries entries, WaitingPayments waiting) {
    return new Proposals(jdbc, accounts, books, rules, dues, entries, waiting);
  }

  @Bean
  DuesTaking duesTakenFromBank(Payments payments, Ledger ledger, Settlements settlements, Books books, Locals locals,
      Languages languages, Ids ids) {
    return new DuesTaking(payments, ledger, settlements, books, new EntryWords(books, locals, languages), ids);
  }

  @Bean
  GiftTaking giftsTakenFromBank(Gifts gifts, Payers payers, TakenBack takenBack, Ledger ledger, Books books,
      Settlements settlements, Locals locals, Languages languages, Ids ids) {
    return new GiftTaking(new GiftTaking.Giving(gifts, payers, takenBack), ledger, books, settlements,
        new EntryWords(books, locals, languages), ids);
  }

  @Bean
  OwnData ownBankReference(PaymentReferences references) { return new OwnReference(references); }

  @Bean
  EntryChoices bankEntryChoices(Books books, BankAccounts accounts, OutOfPlaces out) {
    return new EntryChoices(books, accounts, out);
  }

  /** Real money lies in the accounts that statements come from. */
  @Bean
  RealPlaces placesAtBanks(BankAccounts accounts) {
    return () -> accounts.all().stream().map(BankAccount::ledgerAccount).collect(Collectors.toSet());
  }

  @Bean
  Settling.Keeping settlingKeeping(BankLines lines, BankAccounts accounts, Settlements settlements, Rules rules,
      Books books, Ledger ledger, DuesTaking dues, KnownTaking known, PayoutTaking payouts, GiftTaking gifts,
      EntryChoices choices, SecondLooks looks) {
    return new Settling.Keeping(lines, accounts, settlements, rules, books, ledger, dues, known, payouts, gifts,
        choices,
        looks);
  }

  @Bean
  Settling bankSettling(Settling.Keeping keeping, Proposals proposals, Languages languages, Audit audit, Locals locals,
      Ids ids, Clock clock) {
    return new Settling(keeping, proposals, new EntryWords(keeping.books(), locals, languages), audit, locals,
        new Settling.Making(ids, clock));
  }

  @Bean
  SureJob bankSureJob(Transactions transactions, BankLines lines, Proposals proposals, Settling bankSettling) {
    return new SureJob(transactions, lines, proposals, bankSettling);
  }

  @Bean
  SureStart bankSureStart(Jobs jobs, SureJob kind, Audit audit) { return new SureStart(jobs, kind, audit); }

  @Bean
  Reconciling bankReconciling(JdbcClient jdbc, AccountDays days, Journal journal, Books books) {
    return new Reconciling(jdbc, days, journal, books);
  }

  /** Money goes into and out of accounts at banks: who keeps it is led there. */
  @Bean
  MoneyDoor bankDoor(BankLines lines) { return new BankDoor(lines); }

  /** How dues are paid by transfer, for every member. */
  @Bean
  MoneyDoor transferDoor() { return new TransferDoor(); }

  /** The same from a member's own dues. */
  @Bean
  WayToPay byTransfer(BankAccounts accounts) {
    return new WayToPay() {
      @Override
      public int order() { return 10; }

      @Override
      public Optional<Offer> offer(UUID person) {
        return accounts.forTransfers().isEmpty()
            ? Optional.empty()
            : Optional.of(new Offer("bank.me.title", "bank/me"));
      }
    };
  }

  @Bean
  NextStep bankLinesStep(BankLines lines) {
    return actor -> actor.mayEverywhere(Power.KEEP_MONEY) ? step(waiting(lines)) : Optional.empty();
  }

  private static Optional<NextStep.Step> step(int waiting) {
    return waiting == 0
        ? Optional.empty()
        : Optional.of(new NextStep.Step(40, "bank.step.title", "bank.step.detail", List.of(waiting), "bank",
            "bank.step.open"));
  }

  static int waiting(BankLines lines) { return lines.openOfAll().values().stream().mapToInt(Integer::intValue).sum(); }

  /** The door to one's own reference. */
  private record TransferDoor() implements MoneyDoor {
    @Override
    public int order() { return 15; }

    @Override
    public String title() { return "bank.me.title"; }

    @Override
    public String path() { return "bank/me"; }

    @Override
    public Power power() { return Power.TAKE_PART; }

    @Override
    public Optional<Waiting> waiting(Caller.Actor reader) { return Optional.empty(); }
  }

  /** The door of the page about money. */
  private record BankDoor(BankLines lines) implements MoneyDoor {
    @Override
    public int order() { return 30; }

    @Override
    public String title() { return "bank.title"; }

    @Override
    public String path() { return "bank"; }

    @Override
    public Power power() { return Power.SEE_MONEY; }

    @Override
    public Optional<Waiting> waiting(Caller.Actor reader) {
      int open = BankingConfiguration.waiting(lines);
      return open == 0 ? Optional.empty() : Optional.of(new Waiting("bank.waiting", List.of(open)));
    }
  }
}
