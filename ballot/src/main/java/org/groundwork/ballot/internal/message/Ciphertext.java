// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Node;

/** An encryption after El Gamal. */
public record Ciphertext(Written alpha, Written beta) {
  /** Reads one. */
  public static Ciphertext read(Group group, Node node) {
    return new Ciphertext(Written.read(group, node.get("alpha")), Written.read(group, node.get("beta")));
  }

  /** Reads a list of them. */
  public static List<Ciphertext> readAll(Group group, Node node) {
    var all = new ArrayList<Ciphertext>();
    for (Node each : node.list()) {
      all.add(read(group, each));
    }
    return all;
  }

  /** Writes it. */
  public void write(Compact out) {
    out.open('{').name("alpha").plain(alpha.text()).name("beta").plain(beta.text()).close('}');
  }

  /** Writes a list of them. */
  public static void writeAll(Compact out, List<Ciphertext> all) {
    out.open('[');
    all.forEach(each -> each.write(out));
    out.close(']');
  }
}
