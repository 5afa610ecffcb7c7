// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * An entry that could tell what one person got, or owes.
 *
 * @param quiet the account that makes it so
 * @param closed when its month was closed; empty while it is open
 * @param payments how many were paid by it: lines of that account, those that take back less; or how many people owe it, below zero
 *     where it undoes another
 */
record QuietEntry(UUID id, YearMonth month, UUID quiet, Optional<Instant> closed, int payments, List<Part> parts) {
  QuietEntry { parts = List.copyOf(parts); }

  /** @param counts whether it is part of what a fund holds */
  record Part(Line line, boolean counts) {}

  /** Which accounts and funds it names. Only entries that name the same are added up: each of their sums is over all. */
  SortedSet<String> shape() {
    var shape = new TreeSet<String>();
    parts.forEach(part -> shape.add(part.line().account() + " " + part.line().fund()));
    return shape;
  }
}
