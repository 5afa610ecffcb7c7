// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.internal.archive.Event;
import org.groundwork.ballot.internal.archive.Hash;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.json.Canonical;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;

/** Ciphertexts for each question (section <em>Encrypted tally</em>): of each answer, or of each ballot. */
public record Tally(List<List<Ciphertext>> questions) {
  public Tally { questions = List.copyOf(questions); }

  /** Reads one, of which the numbers are those that the questions ask for. */
  public static Tally read(ElectionText election, int ballots, byte[] bytes) {
    var questions = new ArrayList<List<Ciphertext>>();
    List<Node> given = Json.read(bytes).list(election.questions().size());
    for (int i = 0; i < given.size(); i++) {
      int size = switch (election.questions().get(i)) {
        case Question.Homomorphic question -> question.choices();
        case Question.NonHomomorphic _ -> ballots;
      };
      if (given.get(i).list().size() != size) {
        throw given.get(i).refused(Reason.DROPPED_OR_ADDED_BALLOT, size + " ciphertexts are expected");
      }
      questions.add(Ciphertext.readAll(election.group(), given.get(i)));
    }
    var tally = new Tally(questions);
    return Canonical.checked(tally, tally.write(), bytes);
  }

  /** Its text. */
  public String write() {
    var out = new Compact(1 << 16);
    out.open('[');
    questions.forEach(each -> Ciphertext.writeAll(out, each));
    return out.close(']').toString();
  }

  /** The same with the ciphertexts of the questions that are shuffled replaced (<em>nh_ciphertexts</em>). */
  public Tally merged(ElectionText election, List<List<Ciphertext>> shuffled) {
    var merged = new ArrayList<List<Ciphertext>>();
    int next = 0;
    for (int i = 0; i < questions.size(); i++) {
      merged.add(election.questions().get(i) instanceof Question.NonHomomorphic
          ? shuffled.get(next++)
          : questions.get(i));
    }
    return new Tally(merged);
  }

  /** The ciphertexts of the questions that are shuffled. */
  public List<List<Ciphertext>> toShuffle(ElectionText election) {
    var all = new ArrayList<List<Ciphertext>>();
    for (int i = 0; i < questions.size(); i++) {
      if (election.questions().get(i) instanceof Question.NonHomomorphic) {
        all.add(questions.get(i));
      }
    }
    return all;
  }

  /** How many ballots a tally is of, and what they weigh. */
  public record Sized(int ballots, String weight, Hash tally) {
    /** Reads it. */
    public static Sized read(byte[] bytes) {
      Node node = Json.read(bytes);
      var sized = new Sized(node.get("num_tallied").number(0, Integer.MAX_VALUE), node.get("total_weight").digits(),
          Event.hash(node.get("encrypted_tally")));
      return Canonical.checked(sized, sized.write(), bytes);
    }

    /** Its text. */
    public String write() {
      return new Compact().open('{')
          .name("num_tallied")
          .raw(Integer.toString(ballots))
          .name("total_weight")
          .raw(Weights.json(weight))
          .name("encrypted_tally")
          .plain(tally.toString())
          .close('}')
          .toString();
    }
  }
}
