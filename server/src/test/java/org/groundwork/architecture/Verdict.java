// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/**
 * What a rule found.
 *
 * @param lookedAt how many things it looked at; a rule that looked at nothing does not hold
 * @param complaints one sentence each, naming the thing and what to do instead
 */
record Verdict(int lookedAt, List<String> complaints) {
  Verdict { complaints = List.copyOf(complaints); }

  /** Collects a verdict while a rule goes through its things. */
  static final class Collector {
    private final List<String> complaints = new ArrayList<>();
    private int lookedAt;

    void look() { lookedAt++; }

    void complainIf(boolean wrong, String sentence) {
      if (wrong) {
        complaints.add(sentence);
      }
    }

    void complain(String sentence) { complaints.add(sentence); }

    Verdict verdict() { return new Verdict(lookedAt, complaints); }
  }

  /** Asserts that the rule looked at something and has nothing to complain about. */
  void holds() {
    assertThat(lookedAt).as("things the rule looked at").isPositive();
    assertThat(complaints).isEmpty();
  }

  /** Asserts that the rule has one complaint, and that it says all of {@code words}. */
  void complainsOnceOf(String... words) {
    assertThat(complaints).singleElement().asString().contains(words);
  }
}
