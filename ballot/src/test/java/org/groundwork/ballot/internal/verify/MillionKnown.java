// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.verify;

import java.nio.ByteBuffer;
import org.groundwork.ballot.internal.archive.Hash;

/** What the verifier remembers of a million credentials with weights and a million ballots; run with a small heap. */
final class MillionKnown {
  private static final int MILLION = 1_000_000;

  private MillionKnown() {}

  private static Hash hash(int number) { return Hash.of(ByteBuffer.allocate(Integer.BYTES).putInt(number).array()); }

  public static void main(String[] none) {
    var credentials = new CredentialTable();
    var ballots = new HashSet256();
    for (int i = 0; i < MILLION; i++) {
      if (!credentials.add(hash(i), 1 + i % 3) || !ballots.add(hash(-1 - i))) {
        throw new IllegalStateException("known before it was added: " + i);
      }
      credentials.vote(i, 1L << 40 | i, 1_000 + i % 7);
    }
    int known = 0;
    for (int i = 0; i < MILLION; i++) {
      int at = credentials.find(hash(i));
      if (at == i && credentials.weight(at) == 1 + i % 3 && credentials.lastFrom(at) == (1L << 40 | i)
          && credentials.lastLength(at) == 1_000 + i % 7 && ballots.contains(hash(-1 - i)) && !ballots.contains(hash(i))
          && credentials.find(hash(-1 - i)) < 0 && !ballots.add(hash(-1 - i))) {
        known++;
      }
    }
    System.out.println(known + " known");
  }
}
