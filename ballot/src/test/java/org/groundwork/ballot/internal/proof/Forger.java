// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Strangers;
import org.groundwork.ballot.internal.message.Answer;
import org.groundwork.ballot.internal.message.BallotText;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Proof;
import org.groundwork.ballot.internal.message.Written;

/** Ballots as somebody makes them who has a credential and does not keep to the rules: hash and signature are right. */
public final class Forger {
  private final ElectionText election;
  private final Context context;
  private final Group group;
  private final BigInteger x;
  private final Randomness randomness;

  /** With the exponent of a credential. */
  public Forger(ElectionText election, BigInteger x, Randomness randomness) {
    this.election = election;
    this.context = Context.of(election, 1);
    this.group = election.group();
    this.x = x;
    this.randomness = randomness;
  }

  /** That somebody knows x, for a key that may be another than g^x. */
  public static Proof knows(Group group, Written key, BigInteger x, Randomness randomness) {
    BigInteger w = randomness.below(group.q());
    String text = "pok|" + group.name() + "|" + key.text() + "|" + group.write(group.power(group.g(), w));
    return IntervalProof.answer(Context.hash(group, text), w, x, group.q());
  }

  private Written credential() { return Written.of(group, group.power(group.g(), x)); }

  /** A ballot with any answers. */
  public String ballot(List<Answer> answers) {
    return ballot(election.uuid(), election.fingerprint(), credential(), answers);
  }

  /** A ballot with anything in it, signed with the credential of whoever forges. */
  public String ballot(String uuid, String fingerprint, Written credential, List<Answer> answers) {
    String unsigned = BallotText.unsigned(uuid, fingerprint, credential, answers);
    String hash = ElectionText.fingerprint(unsigned.getBytes(StandardCharsets.US_ASCII));
    return BallotText.signed(unsigned, hash, SchnorrProof.signBallot(group, x, hash, randomness));
  }

  /** The text of a ballot read. */
  public BallotText read(String ballot) {
    return BallotText.read(election, ballot.getBytes(StandardCharsets.UTF_8));
  }

  /** A ciphertext of the same randomness, of a vote that is more by so many. */
  public Ciphertext more(Ciphertext of, int by) {
    Element g = by < 0 ? group.inverse(group.g()) : group.g();
    Element beta = of.beta().element();
    for (int i = 0; i < Math.abs(by); i++) {
      beta = group.times(beta, g);
    }
    return new Ciphertext(of.alpha(), Written.of(group, beta));
  }

  /**
   * A vote for the first answer of a question of one among several, whose first α is moved by an element of small order and
   * whose proofs were drawn until no power in them sees that: every equation of theirs holds.
   *
   * @param order that of {@code stranger}
   */
  public String blindToOrder(Element stranger, int order, int choices) {
    String s0 = context.fingerprint() + "|" + credential().text();
    var ciphertexts = new ArrayList<Ciphertext>();
    var individual = new ArrayList<List<Proof>>();
    BigInteger sum = BigInteger.ZERO;
    for (int j = 0; j < choices; j++) {
      BigInteger r = randomness.below(group.q());
      sum = sum.add(r).mod(group.q());
      Element alpha = group.power(group.g(), r);
      Element beta = group.power(election.publicKey().element(), r);
      var ciphertext = new Ciphertext(Written.of(group, j == 0 ? group.times(alpha, stranger) : alpha),
          Written.of(group, j == 0 ? group.times(beta, group.g()) : beta));
      ciphertexts.add(ciphertext);
      individual.add(drawn(s0, BallotProofs.pair(ciphertext), r, j == 0 ? 1 : 0, 0, 2, j == 0 ? order : 1));
    }
    var pair = new BallotProofs(context, election.questions()).product(ciphertexts);
    List<Proof> overall = drawn(BallotProofs.s(s0, ciphertexts), pair, sum, 0, 1, 1, order);
    return ballot(List.of(new Answer.Homomorphic(ciphertexts, individual, overall, List.of())));
  }

  private List<Proof> drawn(String s, IntervalProof.Pair pair, BigInteger r, int i, int first, int count, int order) {
    while (true) {
      List<Proof> proofs = IntervalProof.prove(context, s, pair, r, i, first, count, randomness);
      if (Strangers.blind(order, proofs.stream().map(Proof::challenge).toList())) {
        return proofs;
      }
    }
  }
}
