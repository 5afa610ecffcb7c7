// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.groundwork.aid.Committee;
import org.groundwork.aid.Request;

/**
 * What the committee decides on.
 *
 * @param committee how many decide
 * @param done message key of what was just done, empty if nothing
 */
public record RequestsPage(Currency currency, List<Row> waiting, List<Request> decided, int committee, Instant now,
    ZoneId zone, String done) implements InMoney {
  public RequestsPage {
    waiting = List.copyOf(waiting);
    decided = List.copyOf(decided);
  }

  /**
   * A request that waits.
   *
   * @param name of whoever asks
   * @param said whether the reader has said something to it
   * @param others how many others have
   */
  public record Row(Committee.Waiting waiting, String name, boolean said, int others) {}

  /** Whether the committee is late with one. */
  public boolean late(Row row) {
    return row.waiting().request().wish().filter(wish -> wish.dueAt().isBefore(now)).isPresent();
  }
}
