// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Node;

/** A trustee's public key, with the proof that somebody knows the private one (section <em>Verification keys</em>). */
public record PublicKey(Proof pok, Written key) {
  /** Reads one. */
  public static PublicKey read(Group group, Node node) {
    return new PublicKey(Proof.read(group.q(), node.get("pok")), Written.read(group, node.get("public_key")));
  }

  /** Writes it. */
  public void write(Compact out) {
    out.open('{').name("pok");
    pok.write(out);
    out.name("public_key").plain(key.text()).close('}');
  }
}
