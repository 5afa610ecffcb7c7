// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What {@link Discreet} tells, reckoned anew from every entry: slow, and short enough to be looked at. What is kept since
 * months were closed must come to the same.
 */
final class DiscreetAnew {
  private final QuietEntries quiet = new QuietEntries(OpenBooks.part(JdbcClient.class));
  private final Journal journal = OpenBooks.part(Journal.class);
  private final Balances balances = OpenBooks.part(Balances.class);
  private final Holdings holdings = OpenBooks.part(Holdings.class);
  private final Books books = OpenBooks.part(Books.class);

  /** An entry or a sum as it is read: its day, its text and its lines. */
  record Told(LocalDate on, String what, List<Line> lines) {
    static Told of(Entry entry) { return new Told(entry.on(), entry.what(), entry.lines()); }
  }

  /** What is told of hardship aid or strike pay, the latest first. */
  List<Discreet.Total> totals(UsedFor use) {
    UUID account = books.account(use).id();
    return sums(quiet.all()).stream()
        .flatMap(sum -> sum.lines()
            .stream()
            .filter(line -> line.account().equals(account))
            .map(line -> new Discreet.Total(sum.first(), sum.last(), account, line.fund(), line.amount())))
        .sorted(Comparator.comparing(Discreet.Total::last).thenComparing(Discreet.Total::first).reversed())
        .toList();
  }

  /**
   * All entries of some days, in the order of days: a sum stands on the last day of its last month, under the name of its
   * account. No entry has a number, since missing ones would tell how many there are.
   */
  void each(LocalDate first, LocalDate last, Consumer<Told> reader) {
    List<QuietEntry> all = quiet.all();
    Set<UUID> hidden = all.stream().map(QuietEntry::id).collect(Collectors.toSet());
    Deque<Told> sums = new ArrayDeque<>(entries(sums(all)).stream()
        .filter(sum -> !sum.on().isBefore(first) && !sum.on().isAfter(last))
        .toList());
    journal.each(first, last, entry -> {
      while (!sums.isEmpty() && sums.getFirst().on().isBefore(entry.on())) {
        reader.accept(sums.removeFirst());
      }
      if (!hidden.contains(entry.id())) {
        reader.accept(Told.of(entry));
      }
    });
    sums.forEach(reader);
  }

  /** What was entered in some months, by account and fund, in their order. */
  List<Balance> between(YearMonth first, YearMonth last) {
    List<QuietEntry> all = quiet.all();
    Map<List<UUID>, long[]> sides = new TreeMap<>(Comparator.comparing(List::toString));
    balances.between(first, last)
        .forEach(each -> sides.put(List.of(each.account(), each.fund()), new long[]{each.debit(), each.credit()}));
    all.stream()
        .filter(entry -> within(entry.month(), first, last))
        .forEach(entry -> entry.parts().forEach(part -> add(sides, part.line(), -1)));
    sums(all).stream()
        .filter(sum -> within(sum.last(), first, last))
        .forEach(sum -> sum.lines().forEach(line -> add(sides, line, 1)));
    return sides.entrySet()
        .stream()
        .filter(each -> each.getValue()[0] != 0 || each.getValue()[1] != 0)
        .map(each -> new Balance(each.getKey().getFirst(), each.getKey().getLast(), each.getValue()[0],
            each.getValue()[1]))
        .toList();
  }

  /** The same for all months until one. */
  List<Balance> until(YearMonth last) {
    return between(YearMonth.of(1, 1), last);
  }

  /** What is in a fund, as far as it is told. */
  long held(UUID fund) {
    List<QuietEntry> all = quiet.all();
    Set<UUID> told = sums(all).stream()
        .flatMap(sum -> sum.entries().stream())
        .map(QuietEntry::id)
        .collect(Collectors.toSet());
    long untold = all.stream()
        .filter(entry -> !told.contains(entry.id()))
        .flatMap(entry -> entry.parts().stream())
        .filter(part -> part.counts() && part.line().fund().equals(fund))
        .mapToLong(part -> part.line().amount())
        .sum();
    return Math.subtractExact(holdings.of(fund), untold);
  }

  private static List<QuietSums.Sum> sums(List<QuietEntry> all) { return QuietSums.of(all, Discreet.LEAST); }

  private List<Told> entries(List<QuietSums.Sum> sums) {
    var names = new HashMap<UUID, String>();
    books.accounts().forEach(account -> names.put(account.id(), account.name()));
    return sums.stream()
        .filter(sum -> !sum.lines().isEmpty())
        .map(sum -> new Told(sum.last().atEndOfMonth(), names.getOrDefault(sum.quiet(), "-"), sum.lines()))
        .sorted(Comparator.comparing(Told::on))
        .toList();
  }

  private static boolean within(YearMonth month, YearMonth first, YearMonth last) {
    return !month.isBefore(first) && !month.isAfter(last);
  }

  private static void add(Map<List<UUID>, long[]> sides, Line line, int sign) {
    long[] side = sides.computeIfAbsent(List.of(line.account(), line.fund()), _ -> new long[2]);
    int at = line.amount() > 0 ? 0 : 1;
    side[at] = Math.addExact(side[at], sign * Math.abs(line.amount()));
  }
}
