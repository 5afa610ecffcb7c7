// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.dues.Charge;
import org.groundwork.dues.Charges;

/**
 * What the bank has to be told between its file and the day: payments that should not be collected any more. Runs inside the caller's
 * transaction.
 */
public final class DebitStops {
  private static final int AT_ONCE = 500;
  private final DebitItems items;
  private final Candidates candidates;
  private final Charges charges;

  DebitStops(DebitItems items, Candidates candidates, Charges charges) {
    this.items = items;
    this.candidates = candidates;
    this.charges = charges;
  }

  /** A payment that should be stopped, and why. */
  public record Stop(DebitItem item, DebitItem.Why why) {}

  /** Those in the file of a collection that should not be collected any more; at most {@code most}. */
  public List<Stop> of(UUID collection, int most) {
    var found = new ArrayList<Stop>();
    Set<UUID> seen = new HashSet<>();
    for (DebitItem each : items.toStop(collection, most)) {
      seen.add(each.id());
      found.add(new Stop(each, each.person().isPresent() ? DebitItem.Why.REVOKED : DebitItem.Why.FORGOTTEN));
    }
    Optional<UUID> after = Optional.empty();
    List<DebitItem> some;
    do {
      some = items.of(collection, DebitItem.State.FILED, after, AT_ONCE);
      paid(some).stream()
          .filter(each -> found.size() < most && seen.add(each.id()))
          .forEach(each -> found.add(new Stop(each, DebitItem.Why.PAID)));
      after = some.isEmpty() ? after : Optional.of(some.getLast().id());
    } while (some.size() == AT_ONCE && found.size() < most);
    return found;
  }

  /** Whose dues were paid otherwise, or are not asked for any more. */
  private List<DebitItem> paid(List<DebitItem> some) {
    List<UUID> people = some.stream().flatMap(each -> each.person().stream()).distinct().toList();
    Map<UUID, List<Charge>> open = charges.open(people).stream().collect(Collectors.groupingBy(Charge::person));
    var asked = candidates.asked(some.stream().map(DebitItem::id).collect(Collectors.toSet()));
    return some.stream()
        .filter(each -> each.person()
            .filter(person -> !Candidates.stillOpen(person, asked.getOrDefault(each.id(), List.of()),
                open.getOrDefault(person, List.of())))
            .isPresent())
        .toList();
  }
}
