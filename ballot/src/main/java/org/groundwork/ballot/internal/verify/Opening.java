// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Membership;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Owned;
import org.groundwork.ballot.internal.message.PartialDecryption;
import org.groundwork.ballot.internal.message.PublicKey;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.message.ResultText;
import org.groundwork.ballot.internal.message.Tally;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.message.Written;
import org.groundwork.ballot.internal.proof.DecryptionProof;

/** From a tally to its result (sections <em>Partial decryptions</em> and <em>Election result</em>). */
public final class Opening {
  private final ElectionText election;
  private final Group group;
  private final Group.Powers g;
  private final Trustees trustees;
  private final Tally tally;
  private final Map<Integer, PartialDecryption> parts = new TreeMap<>();

  /** Of a tally whose shuffles, if it needs any, are done. */
  public Opening(ElectionText election, Trustees trustees, Tally tally, Group.Powers g) {
    this.election = election;
    this.group = election.group();
    this.trustees = trustees;
    this.tally = tally;
    this.g = g;
  }

  /** The trustees' numbers whose part is here. */
  public List<Integer> owners() { return List.copyOf(parts.keySet()); }

  /** A trustee's part, if it is here. */
  public Optional<PartialDecryption> part(int owner) {
    return Optional.ofNullable(parts.get(owner));
  }

  /**
   * Takes a trustee's part.
   *
   * @throws Refused if it is false
   */
  public void add(Owned owned, byte[] text) { parts.put(owned.owner(), checked(owned, text)); }

  /**
   * A trustee's part, which is not taken yet.
   *
   * @throws Refused if it is false
   */
  public PartialDecryption checked(Owned owned, byte[] text) {
    String where = "trustee " + owned.owner();
    if (owned.owner() > trustees.count()) {
      throw new Refused(Reason.WRONG_OWNER, where, "there is no such trustee");
    }
    if (parts.containsKey(owned.owner())) {
      throw new Refused(Reason.WRONG_OWNER, where, "the trustee decrypted already");
    }
    try {
      PartialDecryption part = PartialDecryption.read(group, tally, text);
      check(part, trustees.keys().get(owned.owner() - 1));
      return part;
    } catch (Refused e) {
      throw e.within(where);
    }
  }

  private void check(PartialDecryption part, PublicKey key) {
    var members = new Membership(group);
    Group.Powers x = group.prepared(key.key().element(), tally.questions().stream().mapToLong(List::size).sum());
    for (int i = 0; i < tally.questions().size(); i++) {
      List<Ciphertext> ciphertexts = tally.questions().get(i);
      for (int j = 0; j < ciphertexts.size(); j++) {
        Element factor = part.factors().get(i).get(j).element();
        members.add(factor);
        if (!DecryptionProof.verify(group, g, x, election.fingerprint(), key.key(),
            ciphertexts.get(j).alpha().element(), factor, part.proofs().get(i).get(j))) {
          throw new Refused(Reason.BAD_DECRYPTION_PROOF, "question " + (i + 1) + ", ciphertext " + (j + 1),
              "the proof of the trustee's part of the decryption is false");
        }
      }
    }
    if (members.firstStranger() >= 0) {
      throw new Refused(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP, "", "a factor that is outside the group");
    }
  }

  /**
   * What is in each ciphertext: g^m, or the element that holds a ranking.
   *
   * @throws Refused if the part of a trustee is missing who is needed
   */
  public List<List<Element>> opened() {
    List<List<Element>> factors = new ArrayList<>();
    for (List<Ciphertext> each : tally.questions()) {
      var ones = new Element[each.size()];
      Arrays.fill(ones, group.one());
      factors.add(Arrays.asList(ones));
    }
    int next = 1;
    for (Trustees.Kind kind : trustees.kinds()) {
      switch (kind) {
        case Trustees.Single _ -> multiply(factors, next, BigInteger.ONE);
        case Trustees.Pedersen ceremony -> multiplyShares(factors, ceremony, next);
      }
      next += kind.keys().size();
    }
    var opened = new ArrayList<List<Element>>();
    for (int i = 0; i < factors.size(); i++) {
      var elements = new ArrayList<Element>();
      for (int j = 0; j < factors.get(i).size(); j++) {
        elements.add(group.times(tally.questions().get(i).get(j).beta().element(),
            group.inverse(factors.get(i).get(j))));
      }
      opened.add(elements);
    }
    return opened;
  }

  private void multiply(List<List<Element>> factors, int owner, BigInteger exponent) {
    PartialDecryption part = parts.get(owner);
    if (part == null) {
      throw new Refused(Reason.WRONG_OWNER, "trustee " + owner, "the trustee's part of the decryption is missing");
    }
    for (int i = 0; i < factors.size(); i++) {
      for (int j = 0; j < factors.get(i).size(); j++) {
        Written factor = part.factors().get(i).get(j);
        factors.get(i)
            .set(j, group.times(factors.get(i).get(j),
                exponent.equals(BigInteger.ONE) ? factor.element() : group.power(factor.element(), exponent)));
      }
    }
  }

  /** The shares of as many as are needed, each to its Lagrange coefficient. */
  private void multiplyShares(List<List<Element>> factors, Trustees.Pedersen ceremony, int first) {
    var present = new ArrayList<Integer>();
    for (int index = 1; index <= ceremony.keys().size() && present.size() < ceremony.threshold(); index++) {
      if (parts.containsKey(first + index - 1)) {
        present.add(index);
      }
    }
    if (present.size() < ceremony.threshold()) {
      throw new Refused(Reason.WRONG_OWNER, "trustees from " + first,
          "only " + present.size() + " of " + ceremony.threshold() + " parts of the decryption are here");
    }
    for (int index : present) {
      multiply(factors, first + index - 1, lagrange(present, index));
    }
  }

  private BigInteger lagrange(List<Integer> present, int index) {
    BigInteger coefficient = BigInteger.ONE;
    for (int k : present) {
      if (k != index) {
        coefficient = coefficient.multiply(BigInteger.valueOf(k))
            .multiply(BigInteger.valueOf((long) k - index).modInverse(group.q()))
            .mod(group.q());
      }
    }
    return coefficient;
  }

  /**
   * Checks a published result.
   *
   * @param weight what all ballots weigh together, which no sum is above
   * @throws Refused if it is another
   */
  public void check(ResultText result, BigInteger weight) {
    List<List<Element>> opened = opened();
    for (int i = 0; i < opened.size(); i++) {
      for (int j = 0; j < opened.get(i).size(); j++) {
        if (!is(opened.get(i).get(j), election.questions().get(i), result.questions().get(i), j, weight)) {
          throw new Refused(Reason.FALSE_RESULT, "question " + (i + 1) + ", number " + (j + 1),
              "the published result is not what the decryption gives");
        }
      }
    }
  }

  private boolean is(Element opened, Question question, ResultText.Counted counted, int j, BigInteger weight) {
    return switch (counted) {
      case ResultText.Sums sums -> sums.sums().get(j).compareTo(weight) <= 0
          && group.same(g.of(sums.sums().get(j)), opened);
      case ResultText.Lists lists -> Arrays.equals(group.toInts(opened, question.answers().size()),
          lists.lists().get(j).stream().mapToInt(Integer::intValue).toArray());
    };
  }
}
