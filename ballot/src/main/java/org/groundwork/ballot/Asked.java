// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.util.List;
import org.groundwork.ballot.internal.message.Question;

/**
 * A question as a voter is asked it.
 *
 * @param answers what can be answered, numbered from 1
 * @param ranking whether each answer is given a rank instead of being chosen or not
 * @param blank whether a vote may be blank; of a ranking always no, since it may rank nobody
 * @param min so many are chosen at least, if the vote is not blank; of a ranking 0
 * @param max so many at most; of a ranking all
 */
public record Asked(String text, List<String> answers, boolean ranking, boolean blank, int min, int max) {
  public Asked { answers = List.copyOf(answers); }

  static Asked of(Question question) {
    return switch (question) {
      case Question.Homomorphic asked ->
        new Asked(asked.text(), asked.answers(), false, asked.blank(), asked.min(), asked.max());
      case Question.NonHomomorphic asked ->
        new Asked(asked.text(), asked.answers(), true, false, 0, asked.answers().size());
    };
  }

  Question question() {
    return ranking
        ? new Question.NonHomomorphic(text, answers)
        : new Question.Homomorphic(text, answers, blank, min, max);
  }
}
