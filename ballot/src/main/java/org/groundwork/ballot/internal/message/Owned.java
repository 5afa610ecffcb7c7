// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import org.groundwork.ballot.internal.archive.Event;
import org.groundwork.ballot.internal.archive.Hash;
import org.groundwork.ballot.internal.json.Canonical;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;

/** Which trustee made something (<em>owned_shuffle</em>, <em>owned_partial_decryption</em>); they are counted from 1. */
public record Owned(int owner, Hash payload) {
  /** Reads it. */
  public static Owned read(byte[] bytes) {
    Node node = Json.read(bytes);
    var owned = new Owned(node.get("owner").number(1, Integer.MAX_VALUE), Event.hash(node.get("payload")));
    return Canonical.checked(owned, owned.write(), bytes);
  }

  /** Its text. */
  public String write() {
    return new Compact().open('{')
        .name("owner")
        .raw(Integer.toString(owner))
        .name("payload")
        .plain(payload.toString())
        .close('}')
        .toString();
  }
}
