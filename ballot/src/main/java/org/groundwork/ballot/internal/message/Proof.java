// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Node;

/** A challenge and a response (section <em>Common structures</em>), both from 0 to q-1. */
public record Proof(BigInteger challenge, BigInteger response) {
  private static final int DIGITS = 620;

  /** Reads a proof. */
  public static Proof read(BigInteger q, Node node) {
    return new Proof(scalar(q, node.get("challenge")), scalar(q, node.get("response")));
  }

  /** Reads a list of proofs. */
  public static List<Proof> readAll(BigInteger q, Node node) {
    var proofs = new ArrayList<Proof>();
    for (Node each : node.list()) {
      proofs.add(read(q, each));
    }
    return proofs;
  }

  /** A number from 0 to q-1, in the one way to write it. */
  public static BigInteger scalar(BigInteger q, Node node) {
    String text = node.text();
    int length = text.length();
    if (length == 0 || length > DIGITS) {
      throw node.refused(Reason.OUT_OF_RANGE, "a number from 0 to q-1 is expected");
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        throw node.refused(Reason.MALFORMED, "a number in base 10 is expected");
      }
    }
    if (length > 1 && text.charAt(0) == '0') {
      throw node.refused(Reason.NOT_CANONICAL, "a number with leading zeros");
    }
    var number = new BigInteger(text);
    if (number.compareTo(q) >= 0) {
      throw node.refused(Reason.OUT_OF_RANGE, "a number from 0 to q-1 is expected, and this is larger");
    }
    return number;
  }

  /** Writes it. */
  public void write(Compact out) {
    out.open('{').name("challenge").plain(challenge.toString()).name("response").plain(response.toString()).close('}');
  }

  /** Writes a list of them. */
  public static void writeAll(Compact out, List<Proof> proofs) {
    out.open('[');
    proofs.forEach(each -> each.write(out));
    out.close(']');
  }
}
