// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.json.Canonical;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;

/** One trustee's factors, and that they are right (section <em>Partial decryptions</em>). */
public record PartialDecryption(List<List<Written>> factors, List<List<Proof>> proofs) {
  public PartialDecryption {
    factors = List.copyOf(factors);
    proofs = List.copyOf(proofs);
  }

  /** Reads one of a tally; there is a factor and a proof for each of its ciphertexts. */
  public static PartialDecryption read(Group group, Tally tally, byte[] bytes) {
    Node node = Json.read(bytes);
    List<Node> factors = sized(node.get("decryption_factors"), tally.questions().size());
    List<Node> proofs = sized(node.get("decryption_proofs"), tally.questions().size());
    var allFactors = new ArrayList<List<Written>>();
    var allProofs = new ArrayList<List<Proof>>();
    for (int i = 0; i < factors.size(); i++) {
      int size = tally.questions().get(i).size();
      var mine = new ArrayList<Written>();
      for (Node each : sized(factors.get(i), size)) {
        mine.add(Written.read(group, each));
      }
      sized(proofs.get(i), size);
      allFactors.add(mine);
      allProofs.add(Proof.readAll(group.q(), proofs.get(i)));
    }
    var part = new PartialDecryption(allFactors, allProofs);
    return Canonical.checked(part, part.write(), bytes);
  }

  private static List<Node> sized(Node node, int size) {
    List<Node> list = node.list();
    if (list.size() != size) {
      throw node.refused(Reason.BAD_DECRYPTION_PROOF, size + " are expected here, one for each ciphertext");
    }
    return list;
  }

  /** Its text. */
  public String write() {
    var out = new Compact(1 << 14);
    out.open('{').name("decryption_factors").open('[');
    for (List<Written> each : factors) {
      out.open('[');
      each.forEach(factor -> out.plain(factor.text()));
      out.close(']');
    }
    out.close(']').name("decryption_proofs").open('[');
    proofs.forEach(each -> Proof.writeAll(out, each));
    return out.close(']').close('}').toString();
  }
}
