// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.Optional;
import java.util.function.Function;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.treasury.MoneyDoor;

/** A door to a page of the books themselves. */
record OwnDoor(int order, String title, String path, Power power,
    Function<Caller.Actor, Optional<Waiting>> asked) implements MoneyDoor {

  @Override
  public Optional<Waiting> waiting(Caller.Actor reader) { return asked.apply(reader); }
}
