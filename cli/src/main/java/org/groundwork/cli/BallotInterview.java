// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.groundwork.ballot.Asked;

/** Asks somebody at a terminal what an election asks, line by line; what cannot be meant is asked again. */
final class BallotInterview {
  /** So many answers can be chosen from at most. */
  private static final int MOST_ANSWERS = 1_000;
  private static final String NUMBER = "[0-9]{1,3}";
  private final BallotStep step;

  BallotInterview(BallotStep step) { this.step = step; }

  /** What somebody said. */
  record Said(String name, String description, List<Asked> questions) {
    Said { questions = List.copyOf(questions); }
  }

  Said whole() throws IOException {
    String name = needed("Title of the election: ");
    String description = line("What voters are told of it (may be empty): ");
    var questions = new ArrayList<Asked>();
    questions.add(question(needed("First question: ")));
    for (String text = more(questions); !text.isEmpty(); text = more(questions)) {
      questions.add(question(text));
    }
    return new Said(name, description, questions);
  }

  private String more(List<Asked> questions) throws IOException {
    return line("Question " + (questions.size() + 1) + " (empty if that was all): ");
  }

  private String line(String prompt) throws IOException { return step.ask(prompt).strip(); }

  private String needed(String prompt) throws IOException {
    String line = line(prompt);
    while (line.isEmpty()) {
      step.complain("something has to be here");
      line = line(prompt);
    }
    return line;
  }

  private Asked question(String text) throws IOException {
    List<String> answers = answers();
    if (yes("  Do voters rank the answers, instead of choosing some of them? (yes or no): ")) {
      return new Asked(text, answers, true, false, 0, answers.size());
    }
    int min = number("  At least how many are chosen (1): ", 0, answers.size(), 1);
    int max = number("  At most how many (" + Math.max(1, min) + "): ", Math.max(1, min), answers.size(),
        Math.max(1, min));
    return new Asked(text, answers, false, yes("  May a vote be blank? (yes or no): "), min, max);
  }

  private List<String> answers() throws IOException {
    var answers = new ArrayList<String>();
    while (answers.size() < MOST_ANSWERS) {
      String answer = line("  Answer " + (answers.size() + 1)
          + (answers.size() < 2 ? ": " : " (empty if those were all): "));
      if (answer.isEmpty() && answers.size() >= 2) {
        break;
      }
      if (answer.isEmpty() || answers.contains(answer)) {
        step.complain(answer.isEmpty() ? "a question needs two answers at least" : "this answer is there already");
      } else {
        answers.add(answer);
      }
    }
    return answers;
  }

  private boolean yes(String prompt) throws IOException {
    while (true) {
      switch (line(prompt).toLowerCase(Locale.ROOT)) {
        case "yes", "y" -> {
          return true;
        }
        case "no", "n" -> {
          return false;
        }
        default -> step.complain("type yes or no");
      }
    }
  }

  private int number(String prompt, int least, int most, int usual) throws IOException {
    while (true) {
      String typed = line(prompt);
      if (typed.isEmpty()) {
        return usual;
      }
      if (typed.matches(NUMBER) && Integer.parseInt(typed) >= least && Integer.parseInt(typed) <= most) {
        return Integer.parseInt(typed);
      }
      step.complain("type a number from " + least + " to " + most);
    }
  }
}
