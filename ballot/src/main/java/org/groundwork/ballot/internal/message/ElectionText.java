// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Sha256;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;

/**
 * What is public of an election from the start (section <em>Elections</em>).
 *
 * @param fingerprint φ: the hash of the text it was read from or is written as, in Base64 without padding
 */
public record ElectionText(String uuid, String name, String description, Group group, Written publicKey,
    List<Question> questions, Optional<String> administrator, Optional<String> credentialAuthority,
    String fingerprint) {
  private static final int VERSION = 1;
  private static final int MOST_QUESTIONS = 200;
  /** Bytes that suffice for a proof, two numbers below a q of 2048 bits; for a choice, two elements and two proofs; and for the rest. */
  private static final long PROOF = 1_300;
  private static final long CHOICE = 4_000;
  private static final long BALLOT = 4_000;
  /** Of each ciphertext no text has more elements, or numbers as long, and more bytes beside them. */
  private static final long ELEMENTS = 8;
  private static final long COUNTED = 2_000;
  /** No election's text is longer, in bytes. */
  public static final int LONGEST = 1 << 24;

  public ElectionText { questions = List.copyOf(questions); }

  /** Reads one. */
  public static ElectionText read(byte[] bytes) {
    Node node = Json.read(bytes);
    int version = node.get("version").number(0, Integer.MAX_VALUE);
    if (version != VERSION) {
      throw node.refused(Reason.UNKNOWN_KIND, "version " + version + " of the protocol is not known here, only 1");
    }
    String name = node.get("group").text();
    Group group = Group.named(name)
        .orElseThrow(() -> node.refused(Reason.UNKNOWN_KIND, "a group that is not known here"));
    var questions = new ArrayList<Question>();
    for (Node each : node.get("questions").list()) {
      questions.add(Question.read(group, each));
    }
    if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
      throw node.refused(Reason.BAD_QUESTION, "an election has from 1 to " + MOST_QUESTIONS + " questions");
    }
    return new ElectionText(uuid(node.get("uuid")), node.get("name").text(), node.get("description").text(), group,
        Written.read(group, node.get("public_key")), questions, node.find("administrator").map(Node::text),
        node.find("credential_authority").map(Node::text), fingerprint(bytes));
  }

  /** An identifier: 14 to 64 characters that cannot be mistaken for one another. */
  static String uuid(Node node) {
    String uuid = node.text();
    if (!uuid.matches("[1-9A-HJ-NP-Za-km-z]{14,64}")) {
      throw node.refused(Reason.MALFORMED, "an identifier of at least 14 characters of Base58 is expected");
    }
    return uuid;
  }

  /** SHA-256 in Base64 without padding (section <em>Ballots</em>). */
  public static String fingerprint(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(Sha256.of(bytes));
  }

  /** The text of an election, of which the fingerprint is taken. */
  public static String write(String uuid, String name, String description, Group group, Written publicKey,
      List<Question> questions, Optional<String> administrator, Optional<String> credentialAuthority) {
    var out = new Compact();
    out.open('{')
        .name("version")
        .raw(Integer.toString(VERSION))
        .name("description")
        .text(description)
        .name("name")
        .text(name)
        .name("group")
        .plain(group.name())
        .name("public_key")
        .plain(publicKey.text())
        .name("questions")
        .open('[');
    questions.forEach(each -> each.write(out));
    out.close(']').name("uuid").plain(uuid);
    administrator.ifPresent(each -> out.name("administrator").text(each));
    credentialAuthority.ifPresent(each -> out.name("credential_authority").text(each));
    return out.close('}').toString();
  }

  /** More bytes than any ballot of the election has, in whichever group. */
  public long longestBallot() {
    long length = BALLOT;
    for (Question each : questions) {
      length += switch (each) {
        case Question.Homomorphic asked -> (long) asked.choices() * CHOICE + (asked.max() - asked.min() + 4) * PROOF;
        case Question.NonHomomorphic _ -> CHOICE;
      };
    }
    return length;
  }

  /** More bytes than the tally of so many ballots has, or a shuffle, a part of the decryption or the result. */
  public long longestCount(int ballots) {
    long ciphertexts = 1;
    for (Question each : questions) {
      ciphertexts += switch (each) {
        case Question.Homomorphic asked -> asked.choices();
        case Question.NonHomomorphic _ -> ballots;
      };
    }
    return ciphertexts * (ELEMENTS * publicKey.text().length() + COUNTED);
  }

  /** Whether a question needs the ballots shuffled. */
  public boolean needsShuffles() {
    return questions.stream().anyMatch(Question.NonHomomorphic.class::isInstance);
  }
}
