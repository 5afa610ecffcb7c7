// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.groundwork.ballot.Asked;
import org.groundwork.ballot.Refused;
import org.junit.jupiter.api.Test;

/** What a voter types means one thing, or is refused. */
class BallotAnswersTest {
  private static final Asked PEOPLE = new Asked("Who", List.of("Ana", "Ben, junior", "Cleo"), false, true, 1, 2);
  private static final Asked NUMBERS = new Asked("How many", List.of("1", "3", "2", "5"), false, false, 1, 1);
  private static final Asked ORDER = new Asked("Order", List.of("Ana", "Ben", "Cleo"), true, false, 0, 3);

  @Test
  void readsNumbersAndTexts() {
    assertThat(BallotAnswers.read(PEOPLE, "1,3")).containsExactly(1, 3);
    assertThat(BallotAnswers.read(PEOPLE, " ana , CLEO ")).containsExactly(1, 3);
    assertThat(BallotAnswers.read(PEOPLE, "Ben, junior")).containsExactly(2);
    assertThat(BallotAnswers.read(PEOPLE, "Blank")).containsExactly(0);
    assertThat(BallotAnswers.read(PEOPLE, "")).isEmpty();
  }

  @Test
  void takesNoNumberThatIsAlsoAnotherAnswersText() {
    assertThat(BallotAnswers.read(NUMBERS, "1")).containsExactly(1);
    assertThatThrownBy(() -> BallotAnswers.read(NUMBERS, "3")).isInstanceOf(Refused.class)
        .hasMessage("3 is the text of answer 2; type #3 for the answer with the number 3, or #2 for this one");
    assertThat(BallotAnswers.read(NUMBERS, "#3")).containsExactly(3);
    assertThat(BallotAnswers.read(NUMBERS, "\"3\"")).containsExactly(2);
    assertThatThrownBy(() -> BallotAnswers.read(NUMBERS, "5")).isInstanceOf(Refused.class);
  }

  @Test
  void readsRankings() {
    assertThat(BallotAnswers.read(ORDER, "Cleo > 1 = ben")).containsExactly(2, 2, 1);
    assertThat(BallotAnswers.read(ORDER, "2")).containsExactly(0, 1, 0);
    assertThat(BallotAnswers.read(ORDER, "")).containsExactly(0, 0, 0);
    assertThatThrownBy(() -> BallotAnswers.read(ORDER, "1>2>1")).isInstanceOf(Refused.class)
        .hasMessage("answer 1 is ranked twice");
    assertThatThrownBy(() -> BallotAnswers.read(ORDER, "1>>2")).isInstanceOf(Refused.class)
        .hasMessage("there is no answer \"\"; type its number, from 1 to 3");
  }

  @Test
  void saysWhatItUnderstood() {
    assertThat(BallotAnswers.words(ORDER, List.of(2, 2, 1))).isEqualTo("1. Cleo, 2. Ana and Ben");
    assertThat(BallotAnswers.words(ORDER, List.of(0, 0, 0))).isEqualTo("nobody is ranked");
    assertThat(BallotAnswers.words(PEOPLE, List.of(0))).isEqualTo("blank");
    assertThat(BallotAnswers.words(PEOPLE, List.of())).isEqualTo("none of the answers");
  }
}
