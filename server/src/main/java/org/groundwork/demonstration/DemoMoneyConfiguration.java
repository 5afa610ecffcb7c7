// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import org.groundwork.banking.BankAccounts;
import org.groundwork.banking.BankLines;
import org.groundwork.banking.PaymentReferences;
import org.groundwork.banking.Proposals;
import org.groundwork.banking.Settling;
import org.groundwork.banking.StatementImports;
import org.groundwork.debits.Creditors;
import org.groundwork.debits.DebitCollections;
import org.groundwork.debits.DebitMandates;
import org.groundwork.dues.Runs;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.Ledger;
import org.groundwork.platform.files.FileIntake;
import org.groundwork.platform.ids.Ids;
import org.groundwork.spending.Appropriations;
import org.groundwork.spending.Approvals;
import org.groundwork.spending.FundMoves;
import org.groundwork.spending.Paying;
import org.groundwork.spending.Payouts;
import org.groundwork.spending.PettyCash;
import org.groundwork.spending.SecondLooks;
import org.groundwork.treasury.Budgets;
import org.groundwork.treasury.Months;
import org.groundwork.treasury.QuarterPrints;
import org.groundwork.treasury.Signings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires how the money of the demonstration is kept. */
@Configuration(proxyBeanMethods = false)
class DemoMoneyConfiguration {

  @Bean
  DemoLedger demoLedger(Books books, Ledger ledger) { return new DemoLedger(books, ledger); }

  @Bean
  DemoBank.Brought demoBrought(BankAccounts accounts, StatementImports imports, PaymentReferences references) {
    return new DemoBank.Brought(accounts, imports, references);
  }

  @Bean
  DemoBank demoBank(DemoTown town, DemoLedger ledger, DemoBank.Brought brought, BankLines lines, Proposals proposals,
      Settling settling, Ids ids) {
    return new DemoBank(town, ledger, brought, new DemoBank.Said(lines, proposals, settling), ids);
  }

  @Bean
  DemoSpending.Paid demoPaid(Payouts payouts, Approvals approvals, Paying paying) {
    return new DemoSpending.Paid(payouts, approvals, paying);
  }

  @Bean
  DemoSpending.Other demoOther(PettyCash petty, Appropriations appropriations, FundMoves moves, SecondLooks looks) {
    return new DemoSpending.Other(petty, appropriations, moves, looks);
  }

  @Bean
  DemoSpending demoSpending(DemoTown town, DemoLedger ledger, DemoSpending.Paid paid, DemoSpending.Other other,
      FileIntake intake, org.groundwork.spending.Papers papers, Ids ids) {
    return new DemoSpending(town, ledger, paid, other, new DemoSpending.Papered(intake, papers, ids));
  }

  @Bean
  DemoDebits demoDebits(DemoTown town, Creditors creditors, DebitMandates mandates, DebitCollections collections,
      Runs runs) {
    return new DemoDebits(town, creditors, mandates, collections, runs);
  }

  @Bean
  DemoBooks.Kept demoKeptBooks(Budgets budgets, Months months, ClosedMonths closed, QuarterPrints prints,
      Signings signings) {
    return new DemoBooks.Kept(budgets, months, closed, prints, signings);
  }

  @Bean
  DemoBooks.Papered demoPapered(FileIntake intake, org.groundwork.treasury.Papers papers, Ids ids) {
    return new DemoBooks.Papered(intake, papers, ids);
  }

  @Bean
  DemoBooks demoBooks(DemoTown town, DemoLedger ledger, DemoBooks.Kept kept, DemoBooks.Papered papered, DemoBank bank,
      DemoSpending spending, DemoDebits debits) {
    return new DemoBooks(town, ledger, kept, papered, new DemoBooks.Scenes(bank, spending, debits));
  }
}
