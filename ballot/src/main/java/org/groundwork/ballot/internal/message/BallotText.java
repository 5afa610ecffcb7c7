// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;

/**
 * A ballot (section <em>Ballots</em>).
 *
 * @param signedHash the hash that its signature is of
 * @param hash the hash of its text without the signature, which {@code signedHash} has to be
 */
public record BallotText(String electionUuid, String electionHash, Written credential, List<Answer> answers,
    String signedHash, Proof signature, String hash) {
  public BallotText { answers = List.copyOf(answers); }

  /** Reads a ballot of an election from the one way to write it. */
  public static BallotText read(ElectionText election, byte[] bytes) {
    Node node = Json.read(bytes);
    String uuid = node.get("election_uuid").text();
    if (!uuid.equals(election.uuid())) {
      throw node.refused(Reason.WRONG_UUID, "the ballot is of another election");
    }
    String electionHash = node.get("election_hash").text();
    if (!electionHash.equals(election.fingerprint())) {
      throw node.refused(Reason.WRONG_ELECTION_HASH, "the ballot is of an election with another fingerprint");
    }
    Written credential = Written.read(election.group(), node.get("credential"));
    var answers = new ArrayList<Answer>();
    List<Node> given = node.get("answers").list();
    if (given.size() != election.questions().size()) {
      throw node.refused(Reason.WRONG_ANSWERS,
          given.size() + " answers to " + election.questions().size() + " questions");
    }
    for (int i = 0; i < given.size(); i++) {
      answers.add(Answer.read(election.group(), election.questions().get(i), given.get(i)));
    }
    Node signature = node.get("signature");
    String signedHash = signature.get("hash").text();
    Proof proof = Proof.read(election.group().q(), signature.get("proof"));
    String unsigned = unsigned(uuid, electionHash, credential, answers);
    if (!java.util.Arrays.equals(bytes, signed(unsigned, signedHash, proof).getBytes(StandardCharsets.UTF_8))) {
      throw new Refused(Reason.NOT_CANONICAL, "", "the ballot is not written in the one way that its hash is of");
    }
    return new BallotText(uuid, electionHash, credential, answers, signedHash, proof,
        ElectionText.fingerprint(unsigned.getBytes(StandardCharsets.US_ASCII)));
  }

  /** The text without the signature. */
  public static String unsigned(String uuid, String electionHash, Written credential, List<Answer> answers) {
    var out = new Compact(4096);
    out.open('{')
        .name("election_uuid")
        .plain(uuid)
        .name("election_hash")
        .plain(electionHash)
        .name("credential")
        .plain(credential.text())
        .name("answers")
        .open('[');
    answers.forEach(each -> each.write(out));
    return out.close(']').close('}').toString();
  }

  /** The whole text. */
  public static String signed(String unsigned, String hash, Proof proof) {
    var out = new Compact(256);
    out.open('{').name("hash").text(hash).name("proof");
    proof.write(out);
    out.close('}');
    return unsigned.substring(0, unsigned.length() - 1) + ",\"signature\":" + out + "}";
  }

  /** The smart ballot tracker of a ballot with this text. */
  public static String tracker(byte[] text) {
    return ElectionText.fingerprint(text);
  }
}
