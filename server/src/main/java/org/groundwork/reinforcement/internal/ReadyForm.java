// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.reinforcement.Ready;
import org.groundwork.reinforcement.ReadyList;
import org.groundwork.reinforcement.Reinforcement;
import org.groundwork.reinforcement.Slots;
import org.jspecify.annotations.Nullable;

/**
 * When somebody can be called and for what, as typed.
 *
 * @param day numbers of days, Monday 1
 * @param part parts of a day
 * @param can what they can do
 */
public record ReadyForm(@Nullable List<String> day, @Nullable List<String> part, @Nullable List<String> can,
    @Nullable String site, @Nullable String area) {

  /** What somebody said, to change; empty for whoever said nothing, but for the place they belong to. */
  static ReadyForm of(Optional<Ready> said, List<ReadyList.OwnPlace> places) {
    if (said.isEmpty()) {
      return new ReadyForm(List.of(), List.of(), List.of(),
          places.stream().findFirst().map(place -> place.id().toString()).orElse(""), "");
    }
    var ready = said.get();
    var can = new ArrayList<String>();
    Arrays.stream(Reinforcement.Need.values()).filter(ready::can).forEach(need -> can.add(need.key()));
    return new ReadyForm(Slots.days(ready.slots()).stream().map(day -> Integer.toString(day.getValue())).toList(),
        Slots.parts(ready.slots()).stream().map(Slots.Part::key).toList(), can,
        ready.site().map(UUID::toString).orElse(""), ready.area());
  }

  /** Whether a box is ticked. */
  public boolean has(@Nullable List<String> of, String key) {
    return of != null && of.contains(key);
  }

  /** What it comes to, absent where something is refused. */
  Optional<Ready> read(FormErrors errors, List<ReadyList.OwnPlace> places) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    Set<Slots.Part> parts = EnumSet.noneOf(Slots.Part.class);
    Arrays.stream(DayOfWeek.values()).filter(one -> has(day, Integer.toString(one.getValue()))).forEach(days::add);
    Arrays.stream(Slots.Part.values()).filter(one -> has(part, one.key())).forEach(parts::add);
    if (days.isEmpty()) {
      errors.refuse("day", "ready.no-day");
    }
    if (parts.isEmpty()) {
      errors.refuse("part", "ready.no-part");
    }
    int able = Arrays.stream(Reinforcement.Need.values())
        .filter(need -> has(can, need.key()))
        .mapToInt(Reinforcement.Need::bit)
        .reduce(0, (one, other) -> one | other);
    String town = CallTyped.area(errors, "area", errors.optional("area", area, 80));
    var at = CallTyped.id(site);
    if (at.isPresent() && places.stream().noneMatch(place -> place.id().equals(at.get()))) {
      errors.refuse("site", "reinforcement.not-yours");
    }
    return errors.any() ? Optional.empty() : Optional.of(new Ready(at, town, Slots.of(days, parts), able));
  }
}
