// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Sha256;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.ShuffleText.ShuffleProofText;
import org.groundwork.ballot.internal.message.Written;

/** Section <em>Shuffle algorithms</em>: what the prover and the verifier of a shuffle both compute, and the check. */
public final class ShuffleProof {
  private final Context context;

  /** For the ciphertexts of one election. */
  public ShuffleProof(Context context) { this.context = context; }

  /** The numbers that follow from what is public: u, h_i, h, and the challenge c. */
  record Public(List<BigInteger> u, List<Element> generators, Element h, String strC) {}

  Public published(List<Ciphertext> before, List<Ciphertext> after, List<Written> c, List<Element> generators) {
    Group group = context.group();
    int n = before.size();
    String strC = ciphertexts(before) + ciphertexts(after) + elements(c);
    return new Public(getNizkpChallenges(n, "shuffle-challenges|" + context.fingerprint() + "|" + strC), generators,
        group.generator(-1), strC);
  }

  /** Table <em>GetGenerators</em>. */
  List<Element> getGenerators(int n) {
    var generators = new ArrayList<Element>(n);
    for (int i = 0; i < n; i++) {
      generators.add(context.group().generator(i));
    }
    return generators;
  }

  /** Table <em>GetNIZPKChallenges</em>. */
  private List<BigInteger> getNizkpChallenges(int n, String s) {
    String h = hex(s);
    var u = new ArrayList<BigInteger>(n);
    for (int i = 0; i < n; i++) {
      u.add(context.hash(h + hex(Integer.toString(i))));
    }
    return u;
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Table <em>GetNIZPKChallenge</em>, of str_t and str_y. */
  BigInteger challenge(List<Written> t, List<Written> tHat, List<Written> cHat, Public known) {
    return context.hash("shuffle-challenge|" + context.fingerprint() + "|" + elements(t) + elements(tHat)
        + known.strC() + elements(cHat) + context.key().text());
  }

  /** The serialization of ciphertexts: each number with a comma after it. */
  private static String ciphertexts(List<Ciphertext> all) {
    var text = new StringBuilder();
    all.forEach(each -> text.append(each.alpha().text()).append(',').append(each.beta().text()).append(','));
    return text.toString();
  }

  private static String elements(List<Written> all) {
    var text = new StringBuilder();
    all.forEach(each -> text.append(each.text()).append(','));
    return text.toString();
  }

  /**
   * Table <em>CheckShuffleProof</em>.
   *
   * @param before e
   * @param after e'
   * @param proof π, of whose elements each belongs to the group
   */
  public boolean check(ShuffleProofText proof, List<Ciphertext> before, List<Ciphertext> after) {
    Group group = context.group();
    int n = before.size();
    Public known = published(before, after, proof.c(), getGenerators(n));
    BigInteger c = challenge(proof.t(), proof.tHat(), proof.cHat(), known);
    BigInteger minusC = c.negate().mod(group.q());
    Element cBar = group.one();
    Element hs = group.one();
    BigInteger u = BigInteger.ONE;
    for (int i = 0; i < n; i++) {
      cBar = group.times(cBar, proof.c().get(i).element());
      hs = group.times(hs, known.generators().get(i));
      u = u.multiply(known.u().get(i)).mod(group.q());
    }
    cBar = group.times(cBar, group.inverse(hs));
    Element last = n == 0 ? known.h() : proof.cHat().getLast().element();
    Element cHat = group.times(last, group.inverse(group.power(known.h(), u)));
    return same(proof, 0, group.times(group.power(cBar, minusC), context.g().of(proof.s().get(0))))
        && same(proof, 1, group.times(group.power(cHat, minusC), context.g().of(proof.s().get(1))))
        && checkProducts(proof, before, after, known, minusC) && checkChain(proof, known, minusC);
  }

  private boolean same(ShuffleProofText proof, int at, Element mine) {
    return context.group().same(proof.t().get(at).element(), mine);
  }

  /** t_3, t_{4,1} and t_{4,2}. */
  private boolean checkProducts(ShuffleProofText proof, List<Ciphertext> before, List<Ciphertext> after, Public known,
      BigInteger minusC) {
    Group group = context.group();
    BigInteger minusS4 = proof.s().get(3).negate().mod(group.q());
    Element t3 = group.times(
        group.power(product(proof.c().stream().map(Written::element).toList(), known.u()), minusC),
        group.times(context.g().of(proof.s().get(2)), product(known.generators(), proof.sPrime())));
    Element t41 = group.times(group.times(group.power(product(betas(before), known.u()), minusC),
        context.y().of(minusS4)), product(betas(after), proof.sPrime()));
    Element t42 = group.times(group.times(group.power(product(alphas(before), known.u()), minusC),
        context.g().of(minusS4)), product(alphas(after), proof.sPrime()));
    return same(proof, 2, t3) && same(proof, 3, t41) && same(proof, 4, t42);
  }

  /** t̂_i. */
  private boolean checkChain(ShuffleProofText proof, Public known, BigInteger minusC) {
    Group group = context.group();
    Element previous = known.h();
    for (int i = 0; i < proof.c().size(); i++) {
      Element current = proof.cHat().get(i).element();
      Element tHat = group.times(
          group.times(group.power(current, minusC), context.g().of(proof.sHat().get(i))),
          group.power(previous, proof.sPrime().get(i)));
      if (!group.same(tHat, proof.tHat().get(i).element())) {
        return false;
      }
      previous = current;
    }
    return true;
  }

  static List<Element> alphas(List<Ciphertext> all) {
    return all.stream().map(each -> each.alpha().element()).toList();
  }

  static List<Element> betas(List<Ciphertext> all) { return all.stream().map(each -> each.beta().element()).toList(); }

  /** The product of powers, by public exponents. */
  private Element product(List<Element> bases, List<BigInteger> exponents) {
    Group group = context.group();
    Element product = group.one();
    for (int i = 0; i < bases.size(); i++) {
      product = group.times(product, group.power(bases.get(i), exponents.get(i)));
    }
    return product;
  }
}
