// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Optional;
import java.util.UUID;

/**
 * What came of jotting people down.
 *
 * @param set the change-set of what was just entered, which one tap undoes
 * @param again how many lines named somebody who is there already
 * @param undone whether they were just taken back, and stand in the form again
 */
public record Added(Optional<UUID> set, int again, boolean undone) {
  /** Lines that an address may say at the most. */
  private static final int MOST = KnownLines.MOST_LINES;

  static Added nothing() { return new Added(Optional.empty(), 0, false); }

  static Added takenBack() { return new Added(Optional.empty(), 0, true); }

  static Added of(Optional<UUID> set, int again) { return new Added(set, Math.clamp(again, 0, MOST), false); }

  /** The part of an address that says it. */
  String query() {
    String said = set.map(id -> "&added=" + id).orElse("") + (again > 0 ? "&again=" + again : "");
    return said.isEmpty() ? "" : "?" + said.substring(1);
  }
}
