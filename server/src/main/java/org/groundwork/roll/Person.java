// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A human as the local knows them.
 *
 * @param version raised by every change of the record itself
 * @param agreedOn the day they agreed to be written to, absent while they have not
 * @param forgetOn the day the record is deleted unless somebody talks to them; only contacts have one
 * @param knownBy the person of the local who knows this contact
 * @param mergedInto the record that took this one's place
 */
public record Person(UUID id, long version, People.Known known, PersonState state, Optional<LocalDate> agreedOn,
    Optional<LocalDate> forgetOn, Optional<UUID> knownBy, Optional<UUID> mergedInto,
    Instant entered) {

  /**
   * A place somebody holds now.
   *
   * @param id the position's own identity
   * @param version raised by every change of it
   * @param unit absent while nobody knows which door or department
   */
  public record Held(UUID id, long version, UUID site, String siteName, Optional<UUID> unit, Optional<String> unitLabel,
      boolean bossSide, LocalDate since) {}
}
