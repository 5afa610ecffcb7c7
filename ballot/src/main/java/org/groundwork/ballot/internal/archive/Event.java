// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.archive;

import java.util.Locale;
import java.util.Optional;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.json.Canonical;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;

/** A link of the chain (section <em>Public data</em>). */
public record Event(Optional<Hash> parent, int height, Type type, Optional<Hash> payload) {
  /** What happened. */
  public enum Type {
    /** The election, its trustees and credentials. */
    SETUP("Setup"),
    /** A ballot. */
    BALLOT("Ballot"),
    /** No more ballots. */
    END_BALLOTS("EndBallots"),
    /** The ballots added up, still encrypted. */
    ENCRYPTED_TALLY("EncryptedTally"),
    /** A shuffle. */
    SHUFFLE("Shuffle"),
    /** No more shuffles. */
    END_SHUFFLES("EndShuffles"),
    /** One trustee's part of the decryption. */
    PARTIAL_DECRYPTION("PartialDecryption"),
    /** The result. */
    RESULT("Result");

    private final String word;

    Type(String word) { this.word = word; }

    /** How an archive calls it. */
    public String word() { return word; }

    /** Whether an event of this type refers to something. */
    public boolean hasPayload() {
      return this != END_BALLOTS && this != END_SHUFFLES;
    }

    private static Type read(Node node) {
      String text = node.text();
      for (Type each : values()) {
        if (each.word.equals(text)) {
          return each;
        }
      }
      throw node.refused(Reason.UNKNOWN_KIND, "a type of event that is not known here");
    }
  }

  /** Reads one. */
  public static Event read(byte[] bytes) {
    Node node = Json.read(bytes);
    var event = new Event(node.find("parent").map(Event::hash), node.get("height").number(0, Integer.MAX_VALUE),
        Type.read(node.get("type")), node.find("payload").map(Event::hash));
    if (event.payload.isPresent() != event.type.hasPayload()) {
      throw new Refused(Reason.MALFORMED, "", String.format(Locale.ROOT, "an event \"%s\" %s", event.type.word(),
          event.type.hasPayload() ? "has to refer to something" : "refers to nothing"));
    }
    return Canonical.checked(event, event.write(), bytes);
  }

  /** A hash in JSON. */
  public static Hash hash(Node node) {
    return Hash.read(node.text()).orElseThrow(() -> node.refused(Reason.MALFORMED, "a hash is expected"));
  }

  /** Its text. */
  public String write() {
    var out = new Compact(256);
    out.open('{');
    parent.ifPresent(each -> out.name("parent").plain(each.toString()));
    out.name("height").raw(Integer.toString(height)).name("type").plain(type.word());
    payload.ifPresent(each -> out.name("payload").plain(each.toString()));
    return out.close('}').toString();
  }
}
