// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.util.Optional;
import java.util.function.Function;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.treasury.MoneyDoor;

/** A part of what is paid out, as the page about money leads to it. */
record Door(int order, String title, String path, Power power, Function<Caller.Actor, Optional<Waiting>> said)
    implements
      MoneyDoor {

  static MoneyDoor of(int order, String title, String path, Power power,
      Function<Caller.Actor, Optional<Waiting>> said) {
    return new Door(order, title, path, power, said);
  }

  static Optional<Waiting> nothing(Caller.Actor reader) { return Optional.empty(); }

  @Override
  public Optional<Waiting> waiting(Caller.Actor reader) { return said.apply(reader); }
}
