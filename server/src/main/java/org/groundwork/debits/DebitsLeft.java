// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.util.UUID;
import org.groundwork.roll.PersonLeft;

/**
 * Whoever leaves is not debited any more: their mandate ends. What is in the hands of a bank already is not called back; what
 * they owe they can still pay in another way.
 */
record DebitsLeft(DebitMandates mandates) implements PersonLeft {

  @Override
  public void left(UUID person) {
    mandates.of(person, 1).stream().filter(DebitMandate::inForce).forEach(each -> mandates.revoke(each.id()));
  }
}
