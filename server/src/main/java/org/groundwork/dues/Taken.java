// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.util.UUID;
import org.groundwork.ledger.Entered;

/** What became of a payment. */
public sealed interface Taken {
  /** It is in the books. */
  record Yes(UUID payment, String receipt) implements Taken {}

  /** It was taken before. */
  record Already() implements Taken {}

  /** Another payment has this receipt's number. */
  record ReceiptTaken() implements Taken {}

  /** The books do not take it; nothing changed. */
  record NotEntered(Entered why) implements Taken {}
}
