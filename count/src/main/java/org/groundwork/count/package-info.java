// SPDX-License-Identifier: Apache-2.0
/**
 * Counts elections by stated rules, exactly, and records each stage so that a losing candidate can follow every vote.
 *
 * <p>
 * {@link org.groundwork.count.ElectionReader} makes an {@link org.groundwork.count.Election} of a file,
 * {@link org.groundwork.count.Rule} says how it is counted, {@link org.groundwork.count.Counting} counts it, and an
 * {@link org.groundwork.count.Outcome} says who is elected and why. No floating point anywhere; the order of the ballots
 * never changes anything. The rules and the texts they implement stand in {@code docs/SPEC-count.md}.
 */
@NullMarked
package org.groundwork.count;

import org.jspecify.annotations.NullMarked;
