// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

/** What a record is. */
public enum Verdict {
  /** Everything is right, to the result. */
  VALID,
  /** Everything is right so far, and the election is not at its end. */
  VALID_SO_FAR,
  /** Something is false. */
  INVALID;

  /** The words that the verifier prints. */
  public String words() { return name().replace('_', ' '); }
}
