// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

/**
 * What a bank says of a payment, a batch or a whole file of ours; texts may be empty.
 *
 * @param level of what it speaks
 * @param file the identifier of our file
 * @param batch the identifier of the batch, unless it speaks of the file
 * @param endToEnd the end-to-end identifier, if it speaks of a payment
 * @param mandate the mandate, if it speaks of a payment and names it
 * @param status the bank's code: {@code RJCT} for what is rejected, others such as {@code ACCP}, {@code PART} and {@code PDNG}
 * @param reason the code of the reason, such as {@code AC04} for an account that is closed
 * @param detail what else is said
 */
public record Rejection(Level level, String file, String batch, String endToEnd, String mandate, String status,
    String reason, String detail) {
  /** Of what it speaks. */
  public enum Level {
    /** The whole file. */
    FILE,
    /** A batch. */
    BATCH,
    /** One payment. */
    PAYMENT
  }

  /** Whether it does not go through. */
  public boolean rejected() { return status.equals("RJCT"); }
}
