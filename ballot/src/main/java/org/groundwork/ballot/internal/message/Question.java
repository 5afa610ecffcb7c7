// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Node;

/** A question (section <em>Questions</em>). */
public sealed interface Question {
  /** So many answers a question has at most. */
  int MOST_ANSWERS = 1_000;

  /** What is asked. */
  String text();

  /** What can be answered. */
  List<String> answers();

  /**
   * Answers of 0 or 1 that are added up without being opened.
   *
   * @param blank whether a vote may be blank
   * @param min so many are chosen at least, if the vote is not blank
   * @param max so many at most
   */
  record Homomorphic(String text, List<String> answers, boolean blank, int min, int max) implements Question {
    public Homomorphic { answers = List.copyOf(answers); }

    /** So many values are encrypted: one for each answer, and one before them that says whether the vote is blank. */
    public int choices() {
      return answers.size() + (blank ? 1 : 0);
    }
  }

  /** A number for each answer, opened one ballot at a time after the ballots were shuffled. */
  record NonHomomorphic(String text, List<String> answers) implements Question {
    public NonHomomorphic { answers = List.copyOf(answers); }
  }

  /** Reads one. */
  static Question read(Group group, Node node) {
    if (node.find("type").isEmpty()) {
      return readHomomorphic(node);
    }
    String type = node.get("type").text();
    if (!type.equals("NonHomomorphic")) {
      throw node.refused(Reason.UNKNOWN_KIND, "a kind of question that is not known here");
    }
    Node value = node.get("value");
    List<String> answers = answers(value);
    if (answers.size() > group.mostInts()) {
      throw node.refused(Reason.BAD_QUESTION,
          "the group " + group.name() + " holds rankings of at most " + group.mostInts() + " answers");
    }
    return new NonHomomorphic(value.get("question").text(), answers);
  }

  private static Homomorphic readHomomorphic(Node node) {
    List<String> answers = answers(node);
    int min = node.get("min").number(0, MOST_ANSWERS);
    int max = node.get("max").number(0, MOST_ANSWERS);
    if (min > max || max > answers.size()) {
      throw node.refused(Reason.BAD_QUESTION,
          "from " + min + " to " + max + " of " + answers.size() + " answers cannot be chosen");
    }
    return new Homomorphic(node.get("question").text(), answers,
        node.find("blank").map(Node::truth).orElse(false), min, max);
  }

  private static List<String> answers(Node node) {
    var answers = new ArrayList<String>();
    for (Node each : node.get("answers").list()) {
      answers.add(each.text());
    }
    if (answers.isEmpty() || answers.size() > MOST_ANSWERS) {
      throw node.refused(Reason.BAD_QUESTION, "a question has from 1 to " + MOST_ANSWERS + " answers");
    }
    return answers;
  }

  /** Writes it. */
  default void write(Compact out) {
    switch (this) {
      case Homomorphic question -> {
        out.open('{').name("answers").open('[');
        question.answers().forEach(out::text);
        out.close(']');
        if (question.blank()) {
          out.name("blank").raw("true");
        }
        out.name("min")
            .raw(Integer.toString(question.min()))
            .name("max")
            .raw(Integer.toString(question.max()))
            .name("question")
            .text(question.text())
            .close('}');
      }
      case NonHomomorphic question -> {
        out.open('{').name("type").plain("NonHomomorphic").name("value").open('{').name("answers").open('[');
        question.answers().forEach(out::text);
        out.close(']').name("question").text(question.text()).close('}').close('}');
      }
    }
  }
}
