// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Strike pay that was paid at once.
 *
 * @param until the last day that was paid for
 * @param people how many got something
 * @param total in minor units
 * @param backPeople of how many it was taken back since
 * @param backTotal what of it was taken back, in minor units
 * @param named whether it is still kept who they were
 */
public record StrikeBatch(UUID id, UUID step, LocalDate until, int people, long total, LocalDate paidOn,
    int backPeople, long backTotal, boolean named) {
  /** What stays paid. */
  public long stays() { return Math.subtractExact(total, backTotal); }
}
