// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.util.Locale;

/** What a verifier looks at, in the order in which a record is made. */
public enum Check {
  /** The file itself: its entries, and that each name is the hash of what is in it. */
  ARCHIVE,
  /** That the record goes on where an earlier one ended. */
  SINCE,
  /** Each event follows the one before it, in an order that an election has. */
  CHAIN,
  /** The questions, the group and the key. */
  ELECTION,
  /** That each trustee has their key, and that the election's key is made of them. */
  TRUSTEES,
  /** The list of credentials and their weights. */
  CREDENTIALS,
  /** Every ballot: its election, credential, proofs and signature. */
  BALLOTS,
  /** That the encrypted tally is that of everybody's last ballot. */
  TALLY,
  /** That each shuffle only changed the order and the randomness. */
  SHUFFLES,
  /** That each trustee decrypted what there was to decrypt. */
  DECRYPTIONS,
  /** That the result is what the decryption gives. */
  RESULT,
  /** That each trustee's part is proved by the proof that is bound to it too, which is not in the record. */
  BOUND;

  /** The word that the verifier prints. */
  public String word() { return name().toLowerCase(Locale.ROOT); }
}
