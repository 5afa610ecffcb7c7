// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Entry;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.Line;
import org.groundwork.platform.web.View;
import org.groundwork.treasury.Span;

/**
 * Entries of some months, the latest first.
 *
 * @param account whose entries are shown; empty for all
 * @param total what the account or fund comes to in these months, debit above zero
 * @param after where the next page begins; empty on the last
 * @param sees whether the reader sees papers
 * @param around whether the books have months before and after these
 */
public record JournalPage(Currency currency, Span span, Optional<Account> account, Optional<Fund> fund,
    OptionalLong total, List<Row> rows, String after, Names names, boolean sees, boolean keeper,
    Around around) implements View {
  public JournalPage { rows = List.copyOf(rows); }

  /** Whether there is something of the books to turn to. */
  public record Around(boolean earlier, boolean further) {
    static Around of(Span span, YearMonth opened, YearMonth now) {
      return new Around(span.first().isAfter(opened), span.last().isBefore(now));
    }
  }

  /**
   * An entry.
   *
   * @param amount what it moves
   * @param from the accounts it comes from, in words
   * @param to the accounts it goes to, in words
   */
  public record Row(Entry entry, int papers, long amount, String from, String to) {

    /**
     * As it is shown.
     *
     * @param between where what moves between funds stands a second time
     */
    static Row of(Entry entry, int papers, Names names, UUID between) {
      var own = entry.lines().stream().filter(line -> !line.account().equals(between)).toList();
      var shown = own.isEmpty() ? entry.lines() : own;
      long debit = shown.stream().mapToLong(line -> Math.max(0, line.amount())).reduce(0, Math::addExact);
      long credit = shown.stream().mapToLong(line -> Math.max(0, -line.amount())).reduce(0, Math::addExact);
      return new Row(entry, papers, Math.max(debit, credit), names.accounts(shown, -1), names.accounts(shown, 1));
    }
  }

  /** What accounts and funds are called. */
  public record Names(Map<UUID, String> accounts, Map<UUID, String> funds) {
    public Names {
      accounts = Map.copyOf(accounts);
      funds = Map.copyOf(funds);
    }

    public String account(UUID id) { return accounts.getOrDefault(id, ""); }

    public String fund(UUID id) { return funds.getOrDefault(id, ""); }

    /** The accounts of lines of debit, for one, or of credit, for less. */
    String accounts(List<Line> lines, int side) {
      return lines.stream()
          .filter(line -> Long.signum(line.amount()) == side)
          .map(line -> account(line.account()))
          .distinct()
          .collect(Collectors.joining(", "));
    }
  }

  /** The same list with other months. */
  public String at(Span other, String place) {
    return "treasury/entries?first=" + other.first() + "&last=" + other.last()
        + account.map(one -> "&account=" + one.id()).orElse("") + fund.map(one -> "&fund=" + one.id()).orElse("")
        + (place.isEmpty() ? "" : "&after=" + place);
  }

  /** The months before these, as many. */
  public Span before() {
    int many = span.months().size();
    return new Span(span.first().minusMonths(many), span.last().minusMonths(many));
  }

  /** The months after these, as many. */
  public Span later() {
    int many = span.months().size();
    return new Span(span.first().plusMonths(many), span.last().plusMonths(many));
  }
}
