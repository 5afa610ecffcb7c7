// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.time.Clock;
import org.groundwork.dues.Charges;
import org.groundwork.dues.Waivers;
import org.groundwork.ledger.AccountDays;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Discreet;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.Journal;
import org.groundwork.ledger.Ledger;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.MenuEntry;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.PersonInUse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the books as people read and keep them. */
@Configuration(proxyBeanMethods = false)
class TreasuryConfiguration {

  @Bean
  Seals treasurySeals(KeyStore keys) { return new Seals(new FieldCipher(keys, Purpose.sealing("treasury"))); }

  @Bean
  Statements treasuryStatements(Books books, ReadersSums sums) { return new Statements(books, sums); }

  @Bean
  ReadersSums readersSums(Balances balances, Discreet discreet) { return new ReadersSums(balances, discreet); }

  @Bean
  Opening booksOpening(Books books, Ledger ledger) { return new Opening(books, ledger); }

  @Bean
  OpeningLines openingLines(Books books, Ledger ledger, Journal journal, ClosedMonths closed) {
    return new OpeningLines(books, ledger, journal, closed);
  }

  @Bean
  FundRules fundRules(JdbcClient jdbc, Books books, Ids ids, Clock clock, Audit audit) {
    return new FundRules(jdbc, books, ids, clock, audit);
  }

  @Bean
  OutOfPlaces outOfPlaces(Books books, ObjectProvider<RealPlaces> places) { return new OutOfPlaces(books, places); }

  @Bean
  ByHandSum byHandSum(AccountDays days, OutOfPlaces out, Books books, Clock clock) {
    return new ByHandSum(days, out, books, clock);
  }

  @Bean
  Months monthsOfBooks(Books books, ClosedMonths closed, Locals locals, Clock clock) {
    return new Months(books, closed, locals, clock);
  }

  @Bean
  Papers papersOfEntries(FileStore files, Audit audit) { return new Papers(files, audit); }

  @Bean
  Budgets budgets(JdbcClient jdbc, Clock clock, Audit audit) { return new Budgets(jdbc, clock, audit); }

  @Bean
  QuarterFile quarterFile(Books books, Journal journal) { return new QuarterFile(books, journal); }

  @Bean
  QuarterPrints quarterPrints(JdbcClient jdbc, Clock clock, QuarterFile file, Months months, ClosedMonths closed) {
    return new QuarterPrints(jdbc, clock, file, months, closed);
  }

  @Bean
  Signings.Parts signingParts(Months months, ClosedMonths closed, QuarterPrints prints, Mandates mandates,
      Locals locals) {
    return new Signings.Parts(months, closed, prints, mandates, locals);
  }

  @Bean
  Signings quarterSignings(JdbcClient jdbc, Ids ids, Clock clock, Signings.Parts parts, Seals treasurySeals,
      Audit audit) {
    return new Signings(jdbc, ids, clock, parts, treasurySeals, audit);
  }

  @Bean
  HandoverItems handoverItems(Books books, Balances balances, ReadersSums sums, Months months) {
    return new HandoverItems(books, balances, sums, months);
  }

  @Bean
  Handovers moneyHandovers(JdbcClient jdbc, Ids ids, Clock clock, Audit audit) {
    return new Handovers(jdbc, ids, clock, audit);
  }

  @Bean
  OwnData ownMoney(JdbcClient jdbc, Seals treasurySeals) { return new OwnMoney(jdbc, treasurySeals); }

  @Bean
  PersonInUse inUseByBooks(JdbcClient jdbc) { return new InUse(jdbc); }

  @Bean
  MenuEntry moneyEntry() { return MenuEntry.of(5, "treasury.title", "treasury", "coins", Power.TAKE_PART); }

  @Bean
  MoneyDoor ownDuesDoor(Charges charges, Waivers waivers) { return new DuesDoors(false, charges, waivers); }

  @Bean
  MoneyDoor membersDuesDoor(Charges charges, Waivers waivers) { return new DuesDoors(true, charges, waivers); }
}
