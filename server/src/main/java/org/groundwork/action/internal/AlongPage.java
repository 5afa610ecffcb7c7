// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.time.ZoneId;
import java.util.List;
import org.groundwork.action.Action;
import org.groundwork.organizing.Turfs;
import org.groundwork.platform.web.View;

/**
 * Taking the list of an action along, for a door without a signal; and the phones that carry it now.
 *
 * @param out phones that carry it
 * @param hours how long a phone keeps it
 */
public record AlongPage(Action action, List<Out> out, int hours, ZoneId zone) implements View {
  public AlongPage { out = List.copyOf(out); }

  /** A phone that carries the list, and whose it is. */
  public record Out(Turfs.Turf turf, String name) {}
}
