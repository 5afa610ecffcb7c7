// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Puts entries that could tell what one person got into sums that cannot, all of them anew: what {@link QuietClosing} keeps
 * is held against it. Whatever is closed later only adds sums to those
 * that were told before and changes none, so that nothing can be found by subtracting what is told today from what was
 * told yesterday.
 */
final class QuietSums {
  /** @param entries what it is the sum of */
  record Sum(YearMonth first, YearMonth last, UUID quiet, List<QuietEntry> entries) {
    Sum { entries = List.copyOf(entries); }

    /** What each account comes to in each fund, where it is not nothing. */
    List<Line> lines() {
      Map<List<UUID>, Long> sums = new TreeMap<>(Comparator.comparing(List::toString));
      entries.forEach(entry -> entry.parts()
          .forEach(part -> sums.merge(List.of(part.line().account(), part.line().fund()), part.line().amount(),
              Math::addExact)));
      return sums.entrySet()
          .stream()
          .filter(sum -> sum.getValue() != 0)
          .map(sum -> new Line(sum.getKey().getFirst(), sum.getKey().getLast(), sum.getValue()))
          .toList();
    }
  }

  private QuietSums() {}

  /** The sums over months that are closed, in the order in which they could be told. */
  static List<Sum> of(List<QuietEntry> entries, int least) {
    Map<Instant, List<QuietEntry>> byClosing = entries.stream()
        .filter(entry -> entry.closed().isPresent())
        .collect(Collectors.groupingBy(entry -> entry.closed().orElseThrow(), TreeMap::new, Collectors.toList()));
    var waiting = new TreeMap<String, List<QuietEntry>>();
    var sums = new ArrayList<Sum>();
    byClosing.values().forEach(closed -> {
      closed.forEach(entry -> waiting.computeIfAbsent(key(entry.shape()), _ -> new ArrayList<>()).add(entry));
      waiting.values().removeIf(same -> told(same, least, sums));
    });
    return sums;
  }

  private static boolean told(List<QuietEntry> same, int least, List<Sum> sums) {
    boolean enough = people(same) >= least;
    if (enough) {
      var months = same.stream().map(QuietEntry::month).sorted().toList();
      sums.add(new Sum(months.getFirst(), months.getLast(), same.getFirst().quiet(), same));
    }
    return enough;
  }

  /**
   * Over how many people entries are. However often somebody got something they are one, and nobody if all of it was taken
   * back; what has no mark is somebody else each time, and when it is taken back one fewer.
   */
  private static int people(List<QuietEntry> entries) {
    int few = entries.stream().mapToInt(entry -> entry.few().orElse(0)).sum();
    Map<UUID, Integer> marked = new HashMap<>();
    int others = 0;
    for (QuietEntry entry : entries) {
      for (Line line : entry.paid().toList()) {
        int more = entry.given() ? -Long.signum(line.amount()) : Long.signum(line.amount());
        line.mark().ifPresent(mark -> marked.merge(mark, more, Integer::sum));
        others += line.mark().isPresent() ? 0 : more;
      }
    }
    return few + others + (int) marked.values().stream().filter(times -> times > 0).count();
  }

  private static String key(SortedSet<String> shape) { return String.join(", ", shape); }
}
