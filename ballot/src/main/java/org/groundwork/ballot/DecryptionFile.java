// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.math.BigInteger;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Membership;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;
import org.groundwork.ballot.internal.message.PartialDecryption;
import org.groundwork.ballot.internal.message.Proof;
import org.groundwork.ballot.internal.message.PublicKey;
import org.groundwork.ballot.internal.proof.BoundDecryption;
import org.groundwork.ballot.internal.role.Decryption;
import org.groundwork.ballot.internal.verify.RecordVerifier.State;

/**
 * What a trustee hands over when they decrypt: their part, which goes into the record byte by byte, and the proof that is bound
 * to what it speaks of, for which records have no place.
 *
 * @param part a partial decryption
 */
record DecryptionFile(String part, Proof bound) {
  /** What the file that holds it says it is. */
  static final String WHAT = "decryption";
  private static final String MARK = ",\"part\":";
  private static final int LONGEST_PROOF = 2048;

  /** That of the trustee who has a key. */
  static DecryptionFile of(State state, Secret key, Randomness randomness) {
    PartialDecryption part = Decryption.part(state.election(), state.tally(), key, randomness);
    return new DecryptionFile(part.write(), Decryption.bound(state.election(), state.tally(), part, key, randomness));
  }

  /** Its text. */
  String write() {
    var out = new Compact().open('{').name("bound");
    bound.write(out);
    return out + MARK + part + "}";
  }

  /**
   * Reads one.
   *
   * @param q the order of the election's group
   * @throws Refused if it has no such proof
   */
  static DecryptionFile read(BigInteger q, String payload) {
    int at = payload.indexOf(MARK);
    if (at < 0 || at > LONGEST_PROOF || !payload.endsWith("}")) {
      throw new Refused(Reason.MALFORMED, "",
          "the proof that is bound to the votes is missing here; the trustee has to decrypt again");
    }
    Node head = Json.read(Handover.utf8(payload.substring(0, at) + "}")).only("bound").get("bound");
    return new DecryptionFile(payload.substring(at + MARK.length(), payload.length() - 1),
        Proof.read(q, head.only("challenge", "response")));
  }

  /**
   * Whether it proves the part.
   *
   * @param state the record after the voting and the shuffles
   * @param number the trustee's
   * @throws Refused if not, or if the part is none
   */
  void check(State state, int number) {
    Group group = state.election().group();
    PublicKey key = state.trustees().keys().get(number - 1);
    PartialDecryption read = PartialDecryption.read(group, state.tally(), Handover.utf8(part));
    var members = new Membership(group);
    read.factors().forEach(each -> each.forEach(factor -> members.add(factor.element())));
    if (members.firstStranger() >= 0) {
      throw new Refused(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP, "trustee " + number,
          "a factor that is outside the group");
    }
    var statement = new BoundDecryption(group, state.election().fingerprint(), key.key(), state.tally(), read);
    if (!statement.holds(state.context().g(), group.prepared(key.key().element(), 1), bound)) {
      throw new Refused(Reason.BAD_BOUND_PROOF, "trustee " + number,
          "the proof that is bound to the votes is false: the part was made for others, or changed");
    }
  }
}
