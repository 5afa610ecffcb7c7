// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.organizing.Reply;
import org.groundwork.platform.access.Callers;
import org.groundwork.pledge.Call;
import org.groundwork.pledge.Calls;
import org.groundwork.pledge.Said;
import org.groundwork.pledge.SealKind;

/** What people of the demonstration said that they will do. */
final class DemoPledges {
  private static final int LAST_DAY = 16;
  /** How many it takes for each of them; 0 for a plain yes, below it for not yet. */
  private static final List<Integer> LEAST = List.of(0, 0, 3, 5, 6, 12, 12, -1);
  private final DemoTown town;
  private final Calls calls;

  DemoPledges(DemoTown town, Calls calls) {
    this.town = town;
    this.calls = calls;
  }

  /**
   * A call on its way: some say yes, some if enough do, somebody not yet.
   *
   * @param people at least eight
   */
  void underWay(UUID step, List<UUID> people) {
    calls.set(step, 0, SealKind.OPEN, new Call.Own(OptionalInt.of(12), OptionalInt.empty(), OptionalInt.of(25)),
        town.today().plusDays(LAST_DAY));
    for (int at = 0; at < LEAST.size(); at++) {
      say(step, people.get(at), LEAST.get(at), at);
    }
  }

  /** A call that enough answered today. */
  void met(UUID step, List<UUID> people) {
    calls.set(step, 0, SealKind.OPEN, new Call.Own(OptionalInt.of(5), OptionalInt.empty(), OptionalInt.empty()),
        town.today().plusDays(LAST_DAY));
    for (int at = 0; at < people.size(); at++) {
      say(step, people.get(at), at < 3 ? 0 : 5, at);
    }
  }

  /** @param least how many it takes; 0 for a plain yes, below it for not yet */
  private void say(UUID step, UUID person, int least, int at) {
    var reply = least < 0 ? Reply.NOT_YET : least == 0 ? Reply.YES : Reply.YES_IF;
    calls.take(step, new Said(person, reply, least > 0 ? OptionalInt.of(least) : OptionalInt.empty(),
        town.now().minus(Duration.ofHours(3L * (9 - at))), Callers.actor().person()));
  }
}
