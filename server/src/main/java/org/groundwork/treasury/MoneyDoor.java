// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;

/**
 * Port: a part of the local's money that another module keeps, as the page about money leads to it. Implementations are
 * beans; the page shows those whose power its reader has, in {@link #order}, lower first.
 */
public interface MoneyDoor {

  /** Something that waits for the reader there: a message key and its arguments. */
  record Waiting(String key, List<Object> arguments) {
    public Waiting { arguments = List.copyOf(arguments); }
  }

  /** Parts of the page about money, in the order in which they stand. */
  enum Part {
    /** What members pay, and how. */
    DUES(10),
    /** What leaves. */
    OUT(20),
    /** Where it lies and comes from. */
    PLACES(30),
    /** What the members decided and the limits they set. */
    AGREED(40),
    /** The books themselves. */
    BOOKS(50);

    private final int from;

    Part(int from) { this.from = from; }

    /** As message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }
  }

  /** The door's place, from 10; lower stands higher. Those of a {@link Part} begin with its tens: 20 … 29 is what leaves. */
  int order();

  /** In which part of the page it stands. */
  default Part part() {
    return Arrays.stream(Part.values())
        .filter(each -> each.from <= order())
        .reduce((_, last) -> last)
        .orElse(Part.DUES);
  }

  /** Message key of what is behind it, a few words. */
  String title();

  /** Where it leads, within the local, without a leading slash. */
  String path();

  /** Who sees it. */
  Power power();

  /** Whether it is anything for the local at all. Asked in a reading transaction of the local. */
  default boolean here() {
    return true;
  }

  /** What waits there for this reader, empty if nothing does. Asked in a reading transaction of the local. */
  Optional<Waiting> waiting(Caller.Actor reader);
}
