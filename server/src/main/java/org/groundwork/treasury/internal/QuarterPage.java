// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.ledger.Entry;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.treasury.Signings.Signing;
import org.groundwork.treasury.Span;
import org.groundwork.treasury.StatementRow;

/**
 * A quarter that is checked.
 *
 * @param faults how many things in the books do not add up
 * @param places where money lies, with what should be there at the end of the quarter
 * @param sample entries whose papers are looked at
 * @param papers how many each has
 * @param fingerprint of the file of the quarter as it was kept; empty while a month is open, and until it was first asked
 *     for after that
 */
public record QuarterPage(Currency currency, Span quarter, List<YearMonth> open, int entries, int faults,
    List<StatementRow> places, List<Entry> sample, Map<UUID, Integer> papers, String fingerprint, List<Signing> signed,
    ZoneId zone, Reader reader, QuarterForm form, FormErrors errors) implements View {
  public QuarterPage {
    open = List.copyOf(open);
    places = List.copyOf(places);
    sample = List.copyOf(sample);
    papers = Map.copyOf(papers);
    signed = List.copyOf(signed);
  }

  /**
   * What the reader may and did.
   *
   * @param sees whether they see papers
   * @param checks whether they check the books
   * @param kept whether they were treasurer in this quarter
   * @param done whether they signed
   */
  public record Reader(boolean sees, boolean checks, boolean kept, boolean done) {
    public boolean maySign() { return checks && !kept && !done; }
  }

  public boolean canBeSigned() { return open.isEmpty() && reader.maySign(); }

  public int papersOf(Entry entry) { return papers.getOrDefault(entry.id(), 0); }

  /** The rows of the quarter. */
  public String rows() {
    return "treasury/entries?first=" + quarter.first() + "&last=" + quarter.last();
  }
}
