// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import java.math.BigInteger;

/** How numbers are written that grow with weights. */
final class Weights {
  /** From 2^30 on they are texts, as Belenios 2.0 writes them; its specification does not say so. */
  private static final BigInteger LARGE = BigInteger.ONE.shiftLeft(30);

  private Weights() {}

  /** A number of these digits in JSON. */
  static String json(String digits) {
    return new BigInteger(digits).compareTo(LARGE) < 0 ? digits : "\"" + digits + "\"";
  }
}
