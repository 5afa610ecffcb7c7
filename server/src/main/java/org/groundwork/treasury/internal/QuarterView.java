// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.Entry;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.treasury.Months;
import org.groundwork.treasury.QuarterFile;
import org.groundwork.treasury.QuarterPrints;
import org.groundwork.treasury.Signings;
import org.groundwork.treasury.Span;
import org.groundwork.treasury.StatementRow;
import org.groundwork.treasury.Statements;
import org.springframework.stereotype.Component;

/** A quarter as whoever checks it looks through it. */
@Component
class QuarterView {
  /** So many entries are looked at with their papers: the same for everybody, spread over the quarter. */
  private static final int SAMPLE = 8;
  private static final Set<UsedFor> PLACES = Set.of(UsedFor.CASH, UsedFor.BANK, UsedFor.SERVICES, UsedFor.ON_ITS_WAY);
  private final TreasuryDesk desk;
  private final JournalController.Parts parts;
  private final Quarter quarter;

  QuarterView(TreasuryDesk desk, JournalController.Parts parts, Quarter quarter) {
    this.desk = desk;
    this.parts = parts;
    this.quarter = quarter;
  }

  /** What is known of a quarter. */
  @Component("quarterParts")
  record Quarter(Statements statements, Months months, ClosedMonths closed, Signings signings, QuarterPrints prints) {}

  QuarterPage page(Book book, Span span, QuarterForm form, FormErrors errors) {
    var closed = quarter.closed().all();
    List<YearMonth> open = quarter.months()
        .since(span)
        .months()
        .stream()
        .filter(month -> !closed.contains(month))
        .toList();
    int entries = parts.journal().count(span.first(), span.last());
    var sees = Callers.actor().mayEverywhere(Power.SEE_MONEY);
    var sample = sees ? sample(span, entries) : List.<Entry>of();
    var signed = quarter.signings().of(span);
    return new QuarterPage(book.currency(), span, open, entries, sees ? parts.balances().faults(span).size() : 0,
        places(span), sample, papers(sample),
        quarter.prints().kept(span).map(QuarterFile.Print::fingerprint).orElse(""),
        signed, desk.profile().zone(), reader(span, sees, signed), form, errors);
  }

  private QuarterPage.Reader reader(Span span, boolean sees, List<Signings.Signing> signed) {
    var actor = Callers.actor();
    boolean checks = actor.mayEverywhere(Power.CHECK_BOOKS);
    return new QuarterPage.Reader(sees, checks, checks && quarter.signings().keptTheMoney(span, actor.person()),
        signed.stream().anyMatch(each -> each.by().equals(actor.person())));
  }

  private List<StatementRow> places(Span span) {
    return quarter.statements()
        .balance(span.last())
        .assets()
        .stream()
        .filter(row -> row.account().usedFor().filter(PLACES::contains).isPresent())
        .toList();
  }

  /** Every so-manieth entry, beginning with the first. */
  private List<Entry> sample(Span span, int entries) {
    int step = Math.max(1, Math.ceilDiv(entries, SAMPLE));
    return parts.journal().spread(span.firstDay(), span.lastDay(), step, SAMPLE);
  }

  private Map<UUID, Integer> papers(List<Entry> sample) {
    var counts = new HashMap<UUID, Integer>();
    parts.papers()
        .ofMany(sample.stream().map(Entry::id).toList())
        .forEach((entry, files) -> counts.put(entry, files.size()));
    return counts;
  }
}
