// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.spending.Payout;
import org.groundwork.spending.Stage;
import org.groundwork.spending.Way;

/**
 * Finds what waits to be paid and went out as one transfer. Only what somebody let go together, on one day, or what is left
 * to pay of one kind that was asked for on one day, is put together, and always all of it: a sum of some chosen payments is
 * too often right by chance. What is paid in cash is in no transfer.
 */
final class WaitingSets {
  private WaitingSets() {}

  /**
   * What waits together.
   *
   * @param why what it has in common, as message keys have it: {@code released} or {@code run}
   * @param on the day that it has in common
   */
  record Found(List<Payout> payouts, String why, LocalDate on) {
    Found { payouts = List.copyOf(payouts); }

    long amount() { return payouts.stream().mapToLong(Payout::amount).reduce(0, Math::addExact); }

    /** Whether all of it was owed by a day. */
    boolean owedBy(LocalDate day) {
      return payouts.stream().noneMatch(each -> letGo(each).on().isAfter(day));
    }
  }

  /** @param by who let it go, or nobody where that is not what counts */
  private record Key(String why, String what, Optional<UUID> by, LocalDate on) {}

  /** All sets of two or more, each once, what was let go together first. */
  static List<Found> of(Collection<Payout> owed) {
    List<Payout> some = owed.stream()
        .filter(each -> each.stage() instanceof Stage.Approved && each.way() != Way.CASH)
        .toList();
    Map<Key, List<Payout>> groups = some.stream()
        .collect(Collectors.groupingBy(each -> new Key("released", "", letGo(each).by(), letGo(each).on()),
            LinkedHashMap::new, Collectors.toList()));
    some.forEach(each -> groups.computeIfAbsent(new Key("run", each.kind() + " " + each.account(), Optional.empty(),
        each.askedOn()), _ -> new java.util.ArrayList<>()).add(each));
    var sets = new LinkedHashMap<List<UUID>, Found>();
    groups.forEach((key, group) -> {
      if (group.size() > 1 && group.size() <= KnownTaking.MOST) {
        sets.putIfAbsent(group.stream().map(Payout::id).sorted().toList(), new Found(group, key.why(), key.on()));
      }
    });
    return List.copyOf(sets.values());
  }

  /** Who let something go, and when: whoever released it, or said yes where that was enough. */
  private static Stage.Act letGo(Payout payout) {
    var approved = (Stage.Approved) payout.stage();
    return approved.released().orElse(approved.act());
  }
}
