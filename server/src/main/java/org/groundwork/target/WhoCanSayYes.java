// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.Optional;

/**
 * An answer to "who can say yes": a person, perhaps with a firm behind, or honestly nobody yet. A company alone is
 * refused, because a company cannot be talked to; behind it stands somebody who signs.
 */
public sealed interface WhoCanSayYes {

  /** A person, with the firm behind if there is one. */
  record Somebody(String person, Optional<String> firm) implements WhoCanSayYes {}

  /** Nobody knows yet; to find out is the first research task. */
  record NotKnownYet(Optional<String> firm) implements WhoCanSayYes {}

  /** Not accepted, for a reason with a message key {@code target.refused.<reason>}. */
  record Refused(String reason) implements WhoCanSayYes {}

  /** Reads an answer as typed; {@code unknown} is the box "we do not know yet". */
  static WhoCanSayYes read(String person, String firm, boolean unknown) {
    Optional<String> behind = firm.isBlank() ? Optional.empty() : Optional.of(firm.strip());
    if (unknown) {
      return new NotKnownYet(behind);
    }
    if (person.isBlank()) {
      return new Refused(behind.isPresent() ? "firm-alone" : "nobody");
    }
    String named = person.strip();
    if (CompanyName.role(named)) {
      return new Refused("role");
    }
    if (CompanyName.is(named)) {
      return new Refused(CompanyName.besideAPerson(named) ? "firm-in-name" : "firm-alone");
    }
    return new Somebody(named, behind);
  }
}
