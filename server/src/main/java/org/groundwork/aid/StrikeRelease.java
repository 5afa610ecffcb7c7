// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Strike pay above the limit that is to be paid at once: it waits for a further person, or they released it.
 *
 * @param until the last day that is paid for
 * @param people how many get something
 * @param total in minor units
 * @param askedBy who asked; nobody once they are forgotten
 * @param released whether a further person said yes
 * @param releasedBy who that was; nobody once they are forgotten
 * @param appropriation under which it leaves the fund, where it needs one
 */
public record StrikeRelease(UUID id, UUID step, LocalDate until, int people, long total, Optional<UUID> askedBy,
    LocalDate askedOn, boolean released, Optional<UUID> releasedBy, Optional<UUID> appropriation) {

  /** Whether somebody asked for it, and so is not the one who releases it. */
  public boolean by(UUID person) {
    return askedBy.filter(person::equals).isPresent();
  }

  /** Whether it is about just so much for so many until this day. */
  public boolean covers(LocalDate day, int count, long sum) {
    return until.equals(day) && people == count && total == sum;
  }

  /** What strike pay needs before it is paid. */
  public enum Needs {
    NOTHING,
    /** A further person. */
    RELEASE,
    /** A further person, and a decision under which it leaves the fund. */
    APPROPRIATION
  }
}
