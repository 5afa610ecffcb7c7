// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

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
 * The books as every member may read them. What people got from the hardship fund and as strike pay, and what members gave
 * beside dues, money or goods, stands there as sums over closed months and at least {@value #LEAST} people, months being put together until
 * there are so many; so does what fewer people were charged, such as whoever joined last. What is held of a gift is hidden with it. What is left over stands nowhere yet, neither as an entry nor in
 * what accounts and funds come to. All of it is books that balance, and no two ways to read them differ by fewer people.
 */
public final class Discreet implements BookSums {
  /** Over so many people a sum is, or it is not told. */
  public static final int LEAST = 5;
  private static final Set<UsedFor> HIDING = Set.of(UsedFor.HARDSHIP_AID, UsedFor.STRIKE_PAY, UsedFor.MEMBERS_GIFTS);
  /** What is hidden where it is one person's, who then has a mark. */
  private static final Set<UsedFor> MARKED = Set.of(UsedFor.HELD, UsedFor.GIFTS_IN_KIND);
  private final Quiet quiet;
  private final Journal journal;
  private final Balances balances;
  private final Holdings holdings;
  private final Books books;

  Discreet(Quiet quiet, Journal journal, Balances balances, Holdings holdings, Books books) {
    this.quiet = quiet;
    this.journal = journal;
    this.balances = balances;
    this.holdings = holdings;
    this.books = books;
  }

  /**
   * What was paid in some months, in minor units; to {@value #LEAST} people or more, all out of one fund. Below zero what as many
   * gave for it.
   */
  public record Total(YearMonth first, YearMonth last, UUID account, UUID fund, long amount) {}

  /** What is told of hardship aid, strike pay or members' gifts, the latest first. */
  public List<Total> totals(UsedFor use) {
    UUID account = books.account(use).id();
    return quiet.sums()
        .stream()
        .flatMap(sum -> sum.lines()
            .stream()
            .filter(line -> line.account().equals(account))
            .map(line -> new Total(sum.first(), sum.last(), account, line.fund(), line.amount())))
        .sorted(Comparator.comparing(Total::last).thenComparing(Total::first).reversed())
        .toList();
  }

  /** Whether an entry is not shown by itself. */
  public boolean hides(UUID entry) { return quiet.hides(entry); }

  /**
   * All entries of some days, in the order of days: a sum stands on the last day of its last month, under the name of its
   * account. No entry has a number, since missing ones would tell how many there are.
   */
  public void each(LocalDate first, LocalDate last, Consumer<Entry> reader) {
    Set<UUID> hiding = used(HIDING);
    Set<UUID> marked = used(MARKED);
    Deque<Entry> sums = new ArrayDeque<>(entries(quiet.sums(YearMonth.from(first), YearMonth.from(last))).stream()
        .filter(sum -> !sum.on().isBefore(first) && !sum.on().isAfter(last))
        .toList());
    journal.each(first, last, entry -> {
      while (!sums.isEmpty() && sums.getFirst().on().isBefore(entry.on())) {
        reader.accept(sums.removeFirst());
      }
      if (entry.people().isEmpty() && entry.lines()
          .stream()
          .noneMatch(line -> hiding.contains(line.account())
              || (line.mark().isPresent() && marked.contains(line.account())))) {
        reader.accept(unnumbered(entry));
      }
    });
    sums.forEach(reader);
  }

  /** What was entered in some months, by account and fund, in their order. */
  @Override
  public List<Balance> between(YearMonth first, YearMonth last) {
    Map<List<UUID>, long[]> sides = new TreeMap<>(Comparator.comparing(List::toString));
    balances.between(first, last)
        .forEach(each -> sides.put(List.of(each.account(), each.fund()), new long[]{each.debit(), each.credit()}));
    quiet.hidden(first, last).forEach(hidden -> take(sides, hidden));
    quiet.sums(first, last).forEach(sum -> sum.lines().forEach(line -> add(sides, line)));
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
    return Math.subtractExact(holdings.of(fund), quiet.untold(fund));
  }

  private Set<UUID> used(Set<UsedFor> uses) {
    return books.accounts()
        .stream()
        .filter(account -> account.usedFor().filter(uses::contains).isPresent())
        .map(Account::id)
        .collect(Collectors.toSet());
  }

  private List<Entry> entries(List<Quiet.Sum> sums) {
    var names = new HashMap<UUID, String>();
    books.accounts().forEach(account -> names.put(account.id(), account.name()));
    return sums.stream()
        .map(sum -> entry(sum, names.getOrDefault(sum.quiet(), "-")))
        .sorted(Comparator.comparing(Entry::on).thenComparing(Entry::id))
        .toList();
  }

  private static Entry entry(Quiet.Sum sum, String what) {
    LocalDate on = sum.last().atEndOfMonth();
    return new Entry(sum.id(), on, what, Optional.empty(),
        Optional.empty(), Optional.empty(), on.atStartOfDay(ZoneOffset.UTC).toInstant(), Optional.empty(),
        OptionalInt.empty(), OptionalInt.empty(), sum.lines());
  }

  private static Entry unnumbered(Entry entry) {
    return new Entry(entry.id(), entry.on(), entry.what(), entry.source(), entry.reverses(), entry.reversedBy(),
        entry.at(), entry.by(), OptionalInt.empty(), entry.people(), entry.lines());
  }

  private static void take(Map<List<UUID>, long[]> sides, Balance hidden) {
    long[] side = sides.computeIfAbsent(List.of(hidden.account(), hidden.fund()), _ -> new long[2]);
    side[0] = Math.subtractExact(side[0], hidden.debit());
    side[1] = Math.subtractExact(side[1], hidden.credit());
  }

  private static void add(Map<List<UUID>, long[]> sides, Line line) {
    long[] side = sides.computeIfAbsent(List.of(line.account(), line.fund()), _ -> new long[2]);
    int at = line.amount() > 0 ? 0 : 1;
    side[at] = Math.addExact(side[at], Math.abs(line.amount()));
  }
}
