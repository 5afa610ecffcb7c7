// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.util.List;
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

  /** The door's place; lower stands higher. */
  int order();

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
