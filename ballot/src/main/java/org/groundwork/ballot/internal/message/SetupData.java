// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import org.groundwork.ballot.internal.archive.Event;
import org.groundwork.ballot.internal.archive.Hash;
import org.groundwork.ballot.internal.json.Canonical;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;

/** What an election begins with (section <em>Elections</em>). */
public record SetupData(Hash election, Hash trustees, Hash credentials) {
  /** Reads it. */
  public static SetupData read(byte[] bytes) {
    Node node = Json.read(bytes);
    var setup = new SetupData(Event.hash(node.get("election")), Event.hash(node.get("trustees")),
        Event.hash(node.get("credentials")));
    return Canonical.checked(setup, setup.write(), bytes);
  }

  /** Its text. */
  public String write() {
    return new Compact().open('{')
        .name("election")
        .plain(election.toString())
        .name("trustees")
        .plain(trustees.toString())
        .name("credentials")
        .plain(credentials.toString())
        .close('}')
        .toString();
  }
}
