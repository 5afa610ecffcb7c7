// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The books as every member may read them. What people got from the hardship fund and as strike pay stands there as sums
 * over closed months and at least {@value #LEAST} people, months being put together until there are so many; so does what
 * fewer people were charged, such as whoever joined last. What is left over stands nowhere yet, neither as an entry nor in
 * what accounts and funds come to. All of it is books that balance, and no two ways to read them differ by fewer people.
 */
public final class Discreet implements BookSums {
  /** Over so many people a sum is, or it is not told. */
  public static final int LEAST = 5;
  private final QuietEntries quiet;
  private final Journal journal;
  private final Balances balances;
  private final Holdings holdings;
  private final Books books;

  Discreet(QuietEntries quiet, Journal journal, Balances balances, Holdings holdings, Books books) {
    this.quiet = quiet;
    this.journal = journal;
    this.balances = balances;
    this.holdings = holdings;
    this.books = books;
  }

  /** What was paid in some months, in minor units; to {@value #LEAST} people or more, all out of one fund. */
  public record Total(YearMonth first, YearMonth last, UUID account, UUID fund, long amount) {}

  /** What is told of hardship aid or strike pay, the latest first. */
  public List<Total> totals(UsedFor use) {
    UUID account = books.account(use).id();
    return sums(quiet.all()).stream()
        .flatMap(sum -> sum.lines()
            .stream()
            .filter(line -> line.account().equals(account))
            .map(line -> new Total(sum.first(), sum.last(), account, line.fund(), line.amount())))
        .sorted(Comparator.comparing(Total::last).thenComparing(Total::first).reversed())
        .toList();
  }

  /** Whether an entry is not shown by itself. */
  public boolean hides(UUID entry) {
    return quiet.all().stream().anyMatch(each -> each.id().equals(entry));
  }

  /** The entries that are not shown by themselves. */
  public Set<UUID> hidden() {
    return quiet.all().stream().map(QuietEntry::id).collect(Collectors.toSet());
  }

  /**
   * All entries of some days, in the order of days: a sum stands on the last day of its last month, under the name of its
   * account. No entry has a number, since missing ones would tell how many there are.
   */
  public void each(LocalDate first, LocalDate last, Consumer<Entry> reader) {
    List<QuietEntry> all = quiet.all();
    Set<UUID> hidden = all.stream().map(QuietEntry::id).collect(Collectors.toSet());
    Deque<Entry> sums = new ArrayDeque<>(entries(sums(all)).stream()
        .filter(sum -> !sum.on().isBefore(first) && !sum.on().isAfter(last))
        .toList());
    journal.each(first, last, entry -> {
      while (!sums.isEmpty() && sums.getFirst().on().isBefore(entry.on())) {
        reader.accept(sums.removeFirst());
      }
      if (!hidden.contains(entry.id())) {
        reader.accept(unnumbered(entry));
      }
    });
    sums.forEach(reader);
  }

  /** What was entered in some months, by account and fund, in their order. */
  @Override
  public List<Balance> between(YearMonth first, YearMonth last) {
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
  @Override
  public List<Balance> until(YearMonth last) { return between(YearMonth.of(1, 1), last); }

  /** What is in a fund, as far as it is told. */
  public long held(UUID fund) {
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

  private static List<QuietSums.Sum> sums(List<QuietEntry> all) { return QuietSums.of(all, LEAST); }

  private List<Entry> entries(List<QuietSums.Sum> sums) {
    var names = new HashMap<UUID, String>();
    books.accounts().forEach(account -> names.put(account.id(), account.name()));
    return sums.stream()
        .filter(sum -> !sum.lines().isEmpty())
        .map(sum -> entry(sum, names.getOrDefault(sum.quiet(), "-")))
        .sorted(Comparator.comparing(Entry::on).thenComparing(Entry::id))
        .toList();
  }

  private static Entry entry(QuietSums.Sum sum, String what) {
    LocalDate on = sum.last().atEndOfMonth();
    String seed = sum.first() + " " + sum.last() + " " + sum.entries().getFirst().shape();
    return new Entry(UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)), on, what, Optional.empty(),
        Optional.empty(), Optional.empty(), on.atStartOfDay(ZoneOffset.UTC).toInstant(), Optional.empty(),
        OptionalInt.empty(), OptionalInt.empty(), sum.lines());
  }

  private static Entry unnumbered(Entry entry) {
    return new Entry(entry.id(), entry.on(), entry.what(), entry.source(), entry.reverses(), entry.reversedBy(),
        entry.at(), entry.by(), OptionalInt.empty(), entry.people(), entry.lines());
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
