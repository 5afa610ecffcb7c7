// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.util.UUID;
import org.groundwork.statements.sepa.CreditorReference;

/** References that we give out: of one length, so that they are found in the middle of a text. */
final class OwnReferences {
  /** So many digits stand behind the check digits. */
  static final int BODY = 10;

  private OwnReferences() {}

  /** A reference with check digits, from a random identifier. */
  static String of(UUID random) {
    long number = Math.floorMod(random.getLeastSignificantBits(), 10_000_000_000L);
    return CreditorReference.of(String.format("%010d", number));
  }
}
