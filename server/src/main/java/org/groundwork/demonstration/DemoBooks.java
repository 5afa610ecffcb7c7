// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.groundwork.demonstration.DemoTown.Cast;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.files.FileIntake;
import org.groundwork.platform.ids.Ids;
import org.groundwork.treasury.Budgets;
import org.groundwork.treasury.Months;
import org.groundwork.treasury.Papers;
import org.groundwork.treasury.QuarterPrints;
import org.groundwork.treasury.Signings;
import org.groundwork.treasury.Span;

/**
 * How the books of the demonstration are kept: what was spent in cash, a budget, the account at the bank, what is to be paid
 * out, direct debits where the money is euro, and at last the months that are over, but for the last one, closed and a quarter of
 * them signed.
 */
final class DemoBooks {
  /** Who checks the books: elected, of another house than whoever keeps them. */
  static final String AUDITOR = "Hanne";
  private static final String TREASURER = "Ngozi";
  private final DemoTown town;
  private final DemoLedger ledger;
  private final Kept kept;
  private final Papered papered;
  private final Scenes scenes;

  DemoBooks(DemoTown town, DemoLedger ledger, Kept kept, Papered papered, Scenes scenes) {
    this.town = town;
    this.ledger = ledger;
    this.kept = kept;
    this.papered = papered;
    this.scenes = scenes;
  }

  /** What is planned, closed and signed. */
  record Kept(Budgets budgets, Months months, ClosedMonths closed, QuarterPrints prints, Signings signings) {}

  /** How papers come to entries. */
  record Papered(FileIntake intake, Papers papers, Ids ids) {}

  /** What else is done with the money. */
  record Scenes(DemoBank bank, DemoSpending spending, DemoDebits debits) {}

  /** Plays it, after what {@link DemoMoney} wrote down; opens its own transactions. */
  void play(Cast cast, DemoCompany company) throws Exception {
    cash(cast, company);
    company.does(TREASURER, this::plan);
    UUID account = scenes.bank().play(cast, company, TREASURER);
    scenes.spending().play(cast, company, TREASURER);
    scenes.debits().play(cast, company, TREASURER, account);
    company.does(TREASURER, this::close);
    company.does(AUDITOR, () -> kept.signings().sign(signed(), cast.of(AUDITOR), say(cast, "signed")));
  }

  /** What was bought out of the box, with a bill that hangs on its entry. */
  private void cash(Cast cast, DemoCompany company) throws Exception {
    LocalDate first = company.does(TREASURER, town::today).withDayOfMonth(1);
    UUID form = papered.ids().random();
    var paper = new DemoPaper("receipt.pdf", List.of(say(cast, "bank-shop"), "12 Elm Street", "",
        say(cast, "food-bought"), "21.40", "", first.minusMonths(2).plusDays(19).toString()));
    var file = company.alone(TREASURER, () -> paper.safe(papered.intake()));
    company.does(TREASURER, () -> papered.papers().keep(form, file));
    company.does(TREASURER, () -> {
      UUID bought = ledger.spent(first.minusMonths(2).plusDays(19), say(cast, "food"), "5300", UsedFor.CASH, 2_140);
      return papered.papers().handOver(form, bought);
    });
    company.does(TREASURER,
        () -> ledger.spent(first.minusMonths(1).plusDays(21), say(cast, "stamps"), "5400", UsedFor.CASH, 960));
  }

  /** What the members mean to take in and to spend this year. */
  private boolean plan() {
    Book book = ledger.books().find().orElseThrow();
    YearMonth year = Span.year(YearMonth.from(town.today()), book.yearBegins()).first();
    kept.budgets()
        .plan(year, List.of(planned("4000", FundKind.GENERAL, 112_000), planned("4000", FundKind.STRIKE, 32_000),
            planned("4000", FundKind.HARDSHIP, 16_000), planned("4200", FundKind.GENERAL, 30_000),
            planned("4400", FundKind.GENERAL, 60_000), planned("5000", FundKind.GENERAL, 45_000),
            planned("5100", FundKind.GENERAL, 30_000), planned("5200", FundKind.GENERAL, 40_000),
            planned("5300", FundKind.GENERAL, 18_000), planned("5400", FundKind.GENERAL, 24_000),
            planned("5500", FundKind.STRIKE, 80_000), planned("5700", FundKind.GENERAL, 4_800),
            planned("5900", FundKind.HARDSHIP, 12_000)));
    return true;
  }

  private Budgets.Planned planned(String code, FundKind fund, long amount) {
    return new Budgets.Planned(ledger.account(code), ledger.fund(fund), amount);
  }

  /** All months that are over but the last one. */
  private boolean close() {
    List<YearMonth> over = kept.months().toClose();
    Book book = ledger.books().find().orElseThrow();
    for (YearMonth month : over.subList(0, over.size() - 1)) {
      if (kept.closed().close(month, town.zone()) != ClosedMonths.Closing.DONE) {
        throw new IllegalStateException("the demonstration's books do not close " + month);
      }
      kept.prints().keep(Span.quarter(month, book.yearBegins()));
    }
    return true;
  }

  /** The last quarter whose months are all closed: of three months one after the other, one is the last of a quarter. */
  private Span signed() {
    var closed = kept.closed().all();
    return kept.months()
        .quarters()
        .stream()
        .filter(quarter -> closed.containsAll(kept.months().since(quarter).months()))
        .findFirst()
        .orElseThrow();
  }

  private String say(Cast cast, String key) { return town.text(cast, "demonstration.money." + key); }
}
