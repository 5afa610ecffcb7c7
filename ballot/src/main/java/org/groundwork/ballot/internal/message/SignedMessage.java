// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Node;

/** A message of a key ceremony with its signature (section <em>Public key infrastructure</em>). */
public record SignedMessage(String message, Proof signature) {
  /** Reads one. */
  public static SignedMessage read(BigInteger q, Node node) {
    return new SignedMessage(node.get("message").text(), Proof.read(q, node.get("signature")));
  }

  /** Reads a list of them. */
  public static List<SignedMessage> readAll(BigInteger q, Node node) {
    var all = new ArrayList<SignedMessage>();
    for (Node each : node.list()) {
      all.add(read(q, each));
    }
    return all;
  }

  /** Writes it. */
  public void write(Compact out) {
    out.open('{').name("message").text(message).name("signature");
    signature.write(out);
    out.close('}');
  }

  /** Writes a list of them. */
  public static void writeAll(Compact out, List<SignedMessage> all) {
    out.open('[');
    all.forEach(each -> each.write(out));
    out.close(']');
  }
}
