// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.time.ZoneId;
import java.util.List;
import org.groundwork.organizing.Turfs;
import org.groundwork.platform.web.View;
import org.groundwork.rounds.Round;

/**
 * Taking a round along on a phone, with the numbers of its receipts; and the phones that carry it now.
 *
 * @param takes whether the reader can take it along
 * @param numbers whether enough numbers for receipts are left for a phone
 * @param hours how long a phone keeps the names
 */
public record RoundAlongPage(Round round, String place, boolean takes, boolean numbers, List<Out> out, int hours,
    ZoneId zone)
    implements
      View {
  public RoundAlongPage { out = List.copyOf(out); }

  /** A phone that carries it, and whose it is. */
  public record Out(Turfs.Turf turf, String name) {}
}
