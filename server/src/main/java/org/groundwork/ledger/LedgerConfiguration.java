// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.time.Clock;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the books. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

  @Bean
  Books books(JdbcClient jdbc, Ids ids, Audit audit, Clock clock) { return new Books(jdbc, ids, audit, clock); }

  @Bean
  Texts ledgerTexts(KeyStore keys) { return new Texts(new FieldCipher(keys, Purpose.sealing("ledger"))); }

  @Bean
  Ledger ledger(JdbcClient jdbc, Texts texts, Ids ids, Clock clock, ObjectProvider<Promised> promises) {
    return new Ledger(jdbc, texts, ids, clock, new Ledger.Promises(promises));
  }

  @Bean
  ClosedMonths closedMonths(JdbcClient jdbc, Audit audit, Clock clock) { return new ClosedMonths(jdbc, audit, clock); }

  @Bean
  UndoGuard undoGuard(ObjectProvider<Pinned> pins, ObjectProvider<LetOut> told, AccountDays days) {
    return new UndoGuard(pins, told, days);
  }

  @Bean
  Balances balances(JdbcClient jdbc) { return new Balances(jdbc); }

  @Bean
  AccountDays accountDays(JdbcClient jdbc) { return new AccountDays(jdbc); }

  @Bean
  Journal journal(JdbcClient jdbc, Texts texts) { return new Journal(jdbc, texts); }

  @Bean
  Holdings holdings(JdbcClient jdbc) { return new Holdings(jdbc); }

  @Bean
  CashPlaces cashPlaces(JdbcClient jdbc) { return new CashPlaces(jdbc); }

  @Bean
  Discreet discreet(JdbcClient jdbc, Journal journal, Balances balances, Holdings holdings, Books books) {
    return new Discreet(new Quiet(jdbc), journal, balances, holdings, books);
  }

  @Bean
  JournalFiles journalFiles(Books books, Journal journal, Discreet discreet) {
    return new JournalFiles(books, journal, discreet);
  }
}
