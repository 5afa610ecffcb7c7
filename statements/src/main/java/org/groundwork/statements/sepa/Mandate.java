// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import java.time.LocalDate;
import java.util.Optional;

/**
 * By what somebody allows collections.
 *
 * @param id 1 to 35 characters, the creditor's own
 * @param signed the day it was signed
 * @param amendment what changed since the collection before; empty if nothing did
 */
public record Mandate(String id, LocalDate signed, Optional<Amendment> amendment) {
  /** @throws IllegalArgumentException if the identifier has characters or a length that it cannot */
  public Mandate {
    id = SepaText.identifier(id, 35, "a mandate's identifier");
  }

  /**
   * What changed of a mandate; at least one of these.
   *
   * @param id its identifier before
   * @param creditorId the creditor identifier before
   * @param creditorName the creditor's name before
   * @param debtorAccount whether the debtor's account is another one than before
   */
  public record Amendment(Optional<String> id, Optional<String> creditorId, Optional<String> creditorName,
      boolean debtorAccount) {
    /** @throws IllegalArgumentException if nothing changed, or a part cannot be */
    public Amendment {
      id = id.map(each -> SepaText.identifier(each, 35, "a mandate's identifier"));
      creditorName = creditorName.map(each -> SepaText.required(each, 70, "the creditor's name"));
      if (creditorId.isPresent() && !CreditorId.isValid(creditorId.get())) {
        throw new IllegalArgumentException("the former creditor identifier's form or check digits are wrong");
      }
      creditorId = creditorId.map(CreditorId::compact);
      if (id.isEmpty() && creditorId.isEmpty() && creditorName.isEmpty() && !debtorAccount) {
        throw new IllegalArgumentException("an amendment says what changed");
      }
    }
  }
}
