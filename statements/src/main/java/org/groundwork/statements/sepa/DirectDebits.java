// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;

/**
 * A file of direct debits.
 *
 * @param messageId 1 to 30 characters, another for each file; batches are called by it and a number
 * @param created when the file was made, in the creditor's time; seconds are kept
 * @param scheme which rules apply
 * @param creditor who collects
 * @param collections 1 to 100,000, of any days and sequence types
 */
public record DirectDebits(String messageId, LocalDateTime created, Scheme scheme, Creditor creditor,
    List<Collection> collections) {
  /** How many a file may have. */
  public static final int MOST = 100_000;

  /** Which rules apply. */
  public enum Scheme {
    /** For everybody; refunds within eight weeks. */
    CORE,
    /** Between businesses; no refunds. */
    B2B
  }

  /** @throws IllegalArgumentException if there are none or too many, an identifier is there twice, or one cannot be */
  public DirectDebits {
    messageId = SepaText.identifier(messageId, 30, "a file's identifier");
    collections = List.copyOf(collections);
    if (collections.isEmpty() || collections.size() > MOST) {
      throw new IllegalArgumentException("a file has 1 to " + MOST + " direct debits");
    }
    var seen = new HashSet<String>();
    for (Collection each : collections) {
      if (!seen.add(each.endToEndId())) {
        throw new IllegalArgumentException("the end-to-end identifier " + each.endToEndId() + " is there twice");
      }
    }
  }

  /**
   * Writes it as pain.008.001.08 in UTF-8: a batch for each day and sequence type, in that order, and within it the order given. The
   * same value writes the same bytes.
   *
   * @param out is not closed
   * @throws java.io.UncheckedIOException if the stream cannot be written
   */
  public void write(OutputStream out) { new Pain008(this).write(out); }
}
