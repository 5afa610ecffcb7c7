// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What one striker gets.
 *
 * @param person as they are on the roll now
 * @param amount in minor units
 */
public record StrikeShare(UUID person, List<LocalDate> days, long amount) {
  public StrikeShare { days = List.copyOf(days); }
}
