// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import org.groundwork.linkage.internal.text.AddressParser;
import org.groundwork.linkage.internal.text.Similarity;

/** Addresses in the one form in which they are compared. */
public final class Addresses {
  private Addresses() {}

  /** Takes a written address apart; parts that cannot be found are empty. Never fails. */
  public static Address parse(String line) {
    return AddressParser.parse(PostalAddress.ofLine(line));
  }

  /** The same for an address whose parts a register keeps apart. */
  public static Address parse(PostalAddress address) {
    return AddressParser.parse(address);
  }

  /** Whether two streets differ by no more than a slip of the pen; numbers in them must be equal. */
  public static boolean similarStreets(String one, String other) {
    return Similarity.streets(one, other);
  }
}
