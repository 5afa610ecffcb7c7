// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.action.Action;
import org.groundwork.action.Takers;
import org.groundwork.campaign.CampaignList;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;
import org.groundwork.roll.People;
import org.springframework.stereotype.Component;

/** Whom the pages of a march and of a picket let one choose, and what they are called. */
@Component
class PartDesk {
  private final ActionDesk desk;
  private final Takers takers;
  private final People people;

  PartDesk(ActionDesk desk, Takers takers, People people) {
    this.desk = desk;
    this.takers = takers;
    this.people = people;
  }

  /** Who can be given something to do, by name; nobody where only numbers are kept. */
  List<Choice> choices(Action action) {
    if (action.countOnly()) {
      return List.of();
    }
    return names(takers(action)).entrySet()
        .stream()
        .map(known -> new Choice(known.getKey(), known.getValue()))
        .sorted(Comparator.comparing(Choice::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Choice::id))
        .toList();
  }

  /** Whether somebody can be given something to do. */
  boolean mayTake(Action action, UUID person) {
    return !action.countOnly() && takers(action).contains(person);
  }

  /** Of an action that is no place's, all members of the local, for whoever may see them. */
  private List<UUID> takers(Action action) {
    boolean everybody = action.site().isEmpty() && desk.campaign(action).flatMap(CampaignList.Line::site).isEmpty()
        && Callers.actor().reachOf(Power.SEE_PEOPLE).orElse(null) instanceof Reach.WholeLocal;
    return everybody ? takers.ofAll(action.id()) : takers.of(action.id(), site(action));
  }

  /** What people are called; empty for whoever is not on the roll any more. */
  Map<UUID, String> names(Collection<UUID> of) {
    return people.known(of)
        .entrySet()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, known -> known.getValue().name()));
  }

  /** The place whose people can be chosen, as far as the caller may see them. */
  private Optional<UUID> site(Action action) {
    return action.site()
        .or(() -> desk.campaign(action).flatMap(CampaignList.Line::site))
        .filter(site -> Callers.actor().may(Power.SEE_PEOPLE, site));
  }
}
