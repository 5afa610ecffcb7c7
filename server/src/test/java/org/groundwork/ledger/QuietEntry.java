// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An entry that could tell what one person got, owes or gave.
 *
 * @param quiet the account that makes it so
 * @param given whether that is what people give, and so a credit where they did
 * @param closed when its month was closed; empty while it is open
 * @param few how many people owe it, where it is what few were charged; below zero where it undoes that
 */
record QuietEntry(UUID id, YearMonth month, UUID quiet, boolean given, Optional<Instant> closed, Optional<Integer> few,
    List<Part> parts) {
  QuietEntry { parts = List.copyOf(parts); }

  /** @param counts whether it is part of what a fund holds */
  record Part(Line line, boolean counts) {}

  /** Which accounts and funds it names. Only entries that name the same are added up: each of their sums is over all. */
  SortedSet<String> shape() {
    var shape = new TreeSet<String>();
    parts.forEach(part -> shape.add(part.line().account() + " " + part.line().fund()));
    return shape;
  }

  /** What was paid by it: lines of the account that makes it so. */
  Stream<Line> paid() {
    return few.isPresent()
        ? Stream.empty()
        : parts.stream().map(Part::line).filter(line -> line.account().equals(quiet));
  }
}
