// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds payments that were marked one by one and went out as one: reimbursements paid together, the parts of a batch of strike
 * pay, several grants. Only entries of one day and one kind are put together, so that a sum is seldom right by chance; and
 * somebody of them may be left out only where that is possible in one way.
 */
final class KnownSets {
  /** So many days before or after the line. */
  static final int DAYS = 7;
  /** Among so many, some are looked for; with more only all of them together. */
  static final int SOME = 12;
  /** The most proposed for a line. */
  private static final int MOST = 2;
  private final JdbcClient jdbc;

  KnownSets(JdbcClient jdbc) { this.jdbc = jdbc; }

  /**
   * Entries that come to a line.
   *
   * @param whole whether they are all of their day and kind
   */
  record Found(List<KnownEntries.Free> entries, boolean whole) {
    Found { entries = List.copyOf(entries); }

    LocalDate on() { return entries.getFirst().on(); }
  }

  /** @param kind of what it is about, as its source says */
  private record Payment(KnownEntries.Free entry, String kind) {}

  /**
   * What each of these lines can be: the nearest day first, and all of a day before some of it.
   *
   * @param free entries of the lines' account that stand for no line
   */
  Map<UUID, List<Found>> of(Collection<BankLine> lines, Collection<KnownEntries.Free> free) {
    List<BankLine> outgoing = lines.stream().filter(each -> !each.incoming() && each.returned().isEmpty()).toList();
    List<KnownEntries.Free> paid = free.stream().filter(each -> each.amount() < 0).toList();
    var found = new HashMap<UUID, List<Found>>();
    if (outgoing.isEmpty() || paid.size() < 2) {
      return found;
    }
    Map<UUID, String> kinds = kinds(paid);
    Map<LocalDate, Map<String, List<KnownEntries.Free>>> groups = paid.stream()
        .filter(each -> kinds.containsKey(each.id()))
        .map(each -> new Payment(each, kinds.getOrDefault(each.id(), "")))
        .collect(Collectors.groupingBy(each -> each.entry().on(), TreeMap::new, Collectors.groupingBy(Payment::kind,
            TreeMap::new, Collectors.mapping(Payment::entry, Collectors.toList()))));
    for (BankLine line : outgoing) {
      List<Found> fitting = groups.values()
          .stream()
          .flatMap(day -> day.values().stream())
          .filter(group -> group.size() > 1 && group.getFirst().from(line.on()) <= DAYS)
          .flatMap(group -> fitting(group, line.amount().minor()).stream())
          .sorted(Comparator.comparing((Found each) -> !each.whole())
              .thenComparingLong(each -> each.entries().getFirst().from(line.on())))
          .limit(MOST)
          .toList();
      if (!fitting.isEmpty()) {
        found.put(line.id(), fitting);
      }
    }
    return found;
  }

  /** All of a group, or the only ones among them, that come to a sum. */
  static Optional<Found> fitting(List<KnownEntries.Free> group, long sum) {
    long all = group.stream().mapToLong(KnownEntries.Free::amount).reduce(0, Math::addExact);
    if (all == sum) {
      return group.size() <= KnownTaking.MOST ? Optional.of(new Found(group, true)) : Optional.empty();
    }
    return group.size() <= SOME && all < sum ? some(group, sum) : Optional.empty();
  }

  /** Two or more of a group that come to a sum, if there is one way only; all amounts have one sign. */
  private static Optional<Found> some(List<KnownEntries.Free> group, long sum) {
    List<KnownEntries.Free> only = List.of();
    for (int choice = 1; choice < 1 << group.size(); choice++) {
      if (Integer.bitCount(choice) < 2) {
        continue;
      }
      long comes = 0;
      for (int at = 0; at < group.size(); at++) {
        comes += (choice & 1 << at) == 0 ? 0 : group.get(at).amount();
      }
      if (comes == sum) {
        if (!only.isEmpty()) {
          return Optional.empty();
        }
        only = chosen(group, choice);
      }
    }
    return only.isEmpty() ? Optional.empty() : Optional.of(new Found(only, false));
  }

  private static List<KnownEntries.Free> chosen(List<KnownEntries.Free> group, int choice) {
    var chosen = new ArrayList<KnownEntries.Free>();
    for (int at = 0; at < group.size(); at++) {
      if ((choice & 1 << at) != 0) {
        chosen.add(group.get(at));
      }
    }
    return chosen;
  }

  /** What entries are about; those that nobody's program made, or that undo another, are left out. */
  private Map<UUID, String> kinds(List<KnownEntries.Free> entries) {
    Set<UUID> ids = new HashSet<>(entries.stream().map(KnownEntries.Free::id).toList());
    return jdbc.sql("""
        select e.id, e.source_kind from ledger.api_entry e
        where e.local_id = ? and e.id in (select unnest(?::uuid[])) and e.source_kind is not null
          and e.reverses_id is null""")
        .param(BankScope.local())
        .param(ids.toArray(UUID[]::new))
        .query(KnownSets::row)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map.Entry<UUID, String> row(ResultSet rs, int at) throws SQLException {
    return Map.entry(rs.getObject(1, UUID.class), rs.getString(2));
  }
}
