// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.group.Element;

/**
 * Commitments recomputed from challenges and responses, until they are written all at once and hashed: a proof is right
 * where the hash is the sum of its challenges.
 */
public final class Commitments {
  private final Context context;
  private final List<Element> elements = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();

  /** None yet. */
  public Commitments(Context context) { this.context = context; }

  private record Claim(String prefix, int from, int to, BigInteger challenges, Reason reason, String where,
      String message) {}

  /** Adds a commitment to the claim that is made next. */
  void add(Element element) { elements.add(element); }

  /** Says that the hash of a prefix and the commitments since the last claim is this sum of challenges. */
  void claim(String prefix, BigInteger challenges, Reason reason, String where, String message) {
    int from = claims.isEmpty() ? 0 : claims.getLast().to();
    claims.add(new Claim(prefix, from, elements.size(), challenges.mod(context.group().q()), reason, where, message));
  }

  /**
   * Checks every claim, in their order.
   *
   * @throws Refused by the first that is false
   */
  public void check() {
    List<String> texts = context.group().write(elements);
    for (Claim claim : claims) {
      String text = claim.prefix() + Context.commas(texts.subList(claim.from(), claim.to()));
      if (!context.hash(text).equals(claim.challenges())) {
        throw new Refused(claim.reason(), claim.where(), claim.message());
      }
    }
  }
}
