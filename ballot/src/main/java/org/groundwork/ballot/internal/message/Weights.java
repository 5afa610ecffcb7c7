// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import java.math.BigInteger;

/** How numbers are written that grow with weights. */
final class Weights {
  /** From here on they are texts. */
  private static final BigInteger LARGE = BigInteger.valueOf(1_000_000_000);

  private Weights() {}

  /** A number of these digits in JSON. */
  static String json(String digits) {
    return new BigInteger(digits).compareTo(LARGE) < 0 ? digits : "\"" + digits + "\"";
  }
}
