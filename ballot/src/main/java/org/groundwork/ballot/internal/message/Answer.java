// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Node;

/** An encrypted answer to a question (section <em>Encrypted answers</em>). */
public sealed interface Answer {
  /** The ciphertexts of the answer. */
  List<Ciphertext> ciphertexts();

  /**
   * To a question that is added up.
   *
   * @param individual for each choice, that it is 0 or 1
   * @param overall that their number is within the limits
   * @param blank that the vote is blank or names something, not both: two proofs, or none where no vote may be blank
   */
  record Homomorphic(List<Ciphertext> choices, List<List<Proof>> individual, List<Proof> overall, List<Proof> blank)
      implements
        Answer {
    public Homomorphic {
      choices = List.copyOf(choices);
      individual = List.copyOf(individual);
      overall = List.copyOf(overall);
      blank = List.copyOf(blank);
    }

    @Override
    public List<Ciphertext> ciphertexts() { return choices; }
  }

  /** To a question that is opened: one ciphertext, and that who made it knows what it was made with. */
  record NonHomomorphic(Ciphertext choices, Proof proof) implements Answer {
    @Override
    public List<Ciphertext> ciphertexts() { return List.of(choices); }
  }

  /** Reads the answer to a question; the numbers of its parts are those that the question asks for. */
  static Answer read(Group group, Question question, Node node) {
    return switch (question) {
      case Question.Homomorphic asked -> readHomomorphic(group, asked, node);
      case Question.NonHomomorphic asked -> new NonHomomorphic(Ciphertext.read(group, node.get("choices")),
          Proof.read(group.q(), node.get("proof")));
    };
  }

  private static Homomorphic readHomomorphic(Group group, Question.Homomorphic asked, Node node) {
    var individual = new ArrayList<List<Proof>>();
    for (Node each : sized(node.get("individual_proofs"), asked.choices())) {
      sized(each, 2);
      individual.add(Proof.readAll(group.q(), each));
    }
    sized(node.get("choices"), asked.choices());
    sized(node.get("overall_proof"), asked.max() - asked.min() + (asked.blank() ? 2 : 1));
    if (asked.blank()) {
      sized(node.get("blank_proof"), 2);
    } else if (node.find("blank_proof").isPresent()) {
      throw node.refused(Reason.WRONG_ANSWERS, "no vote can be blank here");
    }
    return new Homomorphic(Ciphertext.readAll(group, node.get("choices")), individual,
        Proof.readAll(group.q(), node.get("overall_proof")),
        asked.blank() ? Proof.readAll(group.q(), node.get("blank_proof")) : List.of());
  }

  private static List<Node> sized(Node node, int size) {
    List<Node> list = node.list();
    if (list.size() != size) {
      throw node.refused(Reason.WRONG_ANSWERS, "the question asks for " + size + " here, not " + list.size());
    }
    return list;
  }

  /** Writes it. */
  default void write(Compact out) {
    switch (this) {
      case Homomorphic answer -> {
        out.open('{').name("choices");
        Ciphertext.writeAll(out, answer.choices());
        out.name("individual_proofs").open('[');
        answer.individual().forEach(each -> Proof.writeAll(out, each));
        out.close(']').name("overall_proof");
        Proof.writeAll(out, answer.overall());
        if (!answer.blank().isEmpty()) {
          out.name("blank_proof");
          Proof.writeAll(out, answer.blank());
        }
        out.close('}');
      }
      case NonHomomorphic answer -> {
        out.open('{').name("choices");
        answer.choices().write(out);
        out.name("proof");
        answer.proof().write(out);
        out.close('}');
      }
    }
  }
}
