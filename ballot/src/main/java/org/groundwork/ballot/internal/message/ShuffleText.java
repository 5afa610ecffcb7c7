// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.json.Canonical;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;

/** Ciphertexts in another order and under other randomness, and that they are the same votes (section <em>Shuffles</em>). */
public record ShuffleText(List<List<Ciphertext>> ciphertexts, List<ShuffleProofText> proofs) {
  public ShuffleText {
    ciphertexts = List.copyOf(ciphertexts);
    proofs = List.copyOf(proofs);
  }

  /**
   * A proof, in the symbols of table <em>GenShuffleProof</em>.
   *
   * @param t t_1, t_2, t_3, t_{4,1}, t_{4,2}
   * @param tHat t̂_1 … t̂_N
   * @param s s_1 … s_4
   * @param sHat ŝ_1 … ŝ_N
   * @param sPrime s'_1 … s'_N
   * @param c c_1 … c_N
   * @param cHat ĉ_1 … ĉ_N
   */
  public record ShuffleProofText(List<Written> t, List<Written> tHat, List<BigInteger> s, List<BigInteger> sHat,
      List<BigInteger> sPrime, List<Written> c, List<Written> cHat) {
    public ShuffleProofText {
      t = List.copyOf(t);
      tHat = List.copyOf(tHat);
      s = List.copyOf(s);
      sHat = List.copyOf(sHat);
      sPrime = List.copyOf(sPrime);
      c = List.copyOf(c);
      cHat = List.copyOf(cHat);
    }

    /** Every element that has to belong to the group. */
    public List<Written> elements() {
      var all = new ArrayList<Written>(t);
      all.addAll(tHat);
      all.addAll(c);
      all.addAll(cHat);
      return all;
    }

    private static ShuffleProofText read(Group group, int size, Node node) {
      List<Node> parts = sized(node, 4);
      List<Node> t = sized(parts.get(0), 5);
      List<Node> pair = sized(t.get(3), 2);
      List<Node> s = sized(parts.get(1), 6);
      return new ShuffleProofText(
          elements(group, List.of(t.get(0), t.get(1), t.get(2), pair.get(0), pair.get(1))),
          elements(group, sized(t.get(4), size)), scalars(group, s.subList(0, 4)),
          scalars(group, sized(s.get(4), size)), scalars(group, sized(s.get(5), size)),
          elements(group, sized(parts.get(2), size)), elements(group, sized(parts.get(3), size)));
    }

    private static List<Written> elements(Group group, List<Node> nodes) {
      return nodes.stream().map(each -> Written.read(group, each)).toList();
    }

    private static List<BigInteger> scalars(Group group, List<Node> nodes) {
      return nodes.stream().map(each -> Proof.scalar(group.q(), each)).toList();
    }

    private void write(Compact out) {
      out.open('[').open('[');
      t.subList(0, 3).forEach(each -> out.plain(each.text()));
      texts(out, t.subList(3, 5));
      texts(out, tHat);
      out.close(']').open('[');
      s.forEach(each -> out.plain(each.toString()));
      numbers(out, sHat);
      numbers(out, sPrime);
      out.close(']');
      texts(out, c);
      texts(out, cHat);
      out.close(']');
    }

    private static void texts(Compact out, List<Written> elements) {
      out.open('[');
      elements.forEach(each -> out.plain(each.text()));
      out.close(']');
    }

    private static void numbers(Compact out, List<BigInteger> numbers) {
      out.open('[');
      numbers.forEach(each -> out.plain(each.toString()));
      out.close(']');
    }
  }

  private static List<Node> sized(Node node, int size) {
    List<Node> list = node.list();
    if (list.size() != size) {
      throw node.refused(Reason.BAD_SHUFFLE, size + " parts are expected here");
    }
    return list;
  }

  /** Reads a shuffle of these lists of ciphertexts. */
  public static ShuffleText read(Group group, List<List<Ciphertext>> before, byte[] bytes) {
    Node node = Json.read(bytes);
    List<Node> ciphertexts = sized(node.get("ciphertexts"), before.size());
    List<Node> proofs = sized(node.get("proofs"), before.size());
    var all = new ArrayList<List<Ciphertext>>();
    var allProofs = new ArrayList<ShuffleProofText>();
    for (int i = 0; i < before.size(); i++) {
      int size = before.get(i).size();
      sized(ciphertexts.get(i), size);
      all.add(Ciphertext.readAll(group, ciphertexts.get(i)));
      allProofs.add(ShuffleProofText.read(group, size, proofs.get(i)));
    }
    var shuffle = new ShuffleText(all, allProofs);
    return Canonical.checked(shuffle, shuffle.write(), bytes);
  }

  /** Its text. */
  public String write() {
    var out = new Compact(1 << 16);
    out.open('{').name("ciphertexts").open('[');
    ciphertexts.forEach(each -> Ciphertext.writeAll(out, each));
    out.close(']').name("proofs").open('[');
    proofs.forEach(each -> each.write(out));
    return out.close(']').close('}').toString();
  }
}
