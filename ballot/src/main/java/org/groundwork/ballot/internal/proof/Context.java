// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Group.Powers;
import org.groundwork.ballot.internal.group.Sha256;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Written;

/**
 * What all proofs of an election have in common: its group, its key y, its fingerprint φ, and g and y prepared for many
 * powers.
 */
public record Context(Group group, Written key, String fingerprint, Powers g, Powers y) {
  /** Of each choice of a ballot about so many powers of g and of y are computed. */
  private static final long POWERS = 4;

  /**
   * That of an election.
   *
   * @param ballots about how many ballots follow
   */
  public static Context of(ElectionText election, long ballots) {
    Group group = election.group();
    long choices = election.questions().stream().mapToLong(each -> each.answers().size() + 1L).sum();
    long powers = Math.multiplyExact(POWERS, Math.multiplyExact(choices, ballots));
    return new Context(group, election.publicKey(), election.fingerprint(), group.prepared(group.g(), powers),
        group.prepared(election.publicKey().element(), powers));
  }

  /** The hash of a text of ASCII as a number modulo q. */
  BigInteger hash(String text) { return hash(group, text); }

  static BigInteger hash(Group group, String text) {
    return new BigInteger(1, Sha256.of(text.getBytes(StandardCharsets.UTF_8))).mod(group.q());
  }

  /** Texts with commas between them. */
  static String commas(List<String> texts) { return String.join(",", texts); }
}
