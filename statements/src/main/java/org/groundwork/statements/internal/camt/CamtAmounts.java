// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.camt;

import org.groundwork.statements.BadFile;
import org.groundwork.statements.Money;
import org.groundwork.statements.internal.xml.Node;

/** Amounts in ISO 20022: never signed themselves; an indicator beside them says which way. */
final class CamtAmounts {
  private CamtAmounts() {}

  /** The amount in an element. */
  static Money of(Node amount) throws BadFile {
    try {
      Money money = Money.of(amount.text(), amount.currency());
      if (money.minor() < 0) {
        throw BadFile.at(amount.line(), amount.column(),
            "an amount has no sign here; CdtDbtInd says which way it goes");
      }
      return money;
    } catch (IllegalArgumentException wrong) {
      throw BadFile.at(amount.line(), amount.column(), String.valueOf(wrong.getMessage()));
    }
  }

  /** The amount with the sign that the element's indicator says. */
  static Money signed(Node in, Money amount) throws BadFile {
    Node indicator = in.at("CdtDbtInd");
    return switch (indicator.text()) {
      case "CRDT" -> amount;
      case "DBIT" -> amount.negated();
      case "" ->
        throw BadFile.at(in.line(), in.column(), in.name() + " has no CdtDbtInd, so nobody knows which way it goes");
      default -> throw BadFile.at(indicator.line(), indicator.column(), "CdtDbtInd is CRDT or DBIT");
    };
  }
}
