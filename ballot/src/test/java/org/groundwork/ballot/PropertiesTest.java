// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.message.ResultText;
import org.groundwork.ballot.made.Made;
import org.groundwork.ballot.made.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small elections drawn at random: what is opened at the end is what a count of the open votes gives. */
class PropertiesTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theResultIsThePlainCount(long seed) throws IOException {
    var random = new Random(seed);
    int answers = 1 + random.nextInt(4);
    int min = random.nextInt(answers + 1);
    int max = min + random.nextInt(answers - min + 1);
    boolean blank = random.nextBoolean();
    var asked = new Question.Homomorphic("?", names(answers), blank, min, max);
    int voters = 1 + random.nextInt(6);
    long[] weights = random.longs(voters, 1, seed % 3 == 0 ? 2_000_000 : 9).toArray();
    Made made = Made.in(folder).seed(seed).asks(asked).weights(weights).trustees(1 + random.nextInt(2)).begin();
    var last = new int[voters][];
    var ballots = new ArrayList<String>();
    for (int i = 0; i < 2 * voters; i++) {
      int voter = random.nextInt(voters);
      last[voter] = vote(random, asked);
      ballots.add(made.ballot(voter + 1, last[voter]));
    }
    made.cast(ballots.toArray(String[]::new)).close().decrypt(owners(made)).count();
    var sums = new BigInteger[asked.choices()];
    Arrays.fill(sums, BigInteger.ZERO);
    for (int v = 0; v < voters; v++) {
      for (int j = 0; last[v] != null && j < sums.length; j++) {
        sums[j] = sums[j].add(BigInteger.valueOf(last[v][j] * weights[v]));
      }
    }
    assertThat(made.result(1)).isEqualTo(new ResultText.Sums(List.of(sums)));
    Told.of(made.record()).is(Verdict.VALID);
  }

  private static int[] owners(Made made) {
    return java.util.stream.IntStream.rangeClosed(1, made.trustees().count()).toArray();
  }

  private static List<String> names(int number) {
    return java.util.stream.IntStream.rangeClosed(1, number).mapToObj(each -> "answer " + each).toList();
  }

  private static int[] vote(Random random, Question.Homomorphic asked) {
    var vote = new int[asked.choices()];
    int first = asked.blank() ? 1 : 0;
    if (asked.blank() && random.nextInt(3) == 0) {
      vote[0] = 1;
      return vote;
    }
    int left = asked.min() + random.nextInt(asked.max() - asked.min() + 1);
    while (left > 0) {
      int at = first + random.nextInt(asked.answers().size());
      left -= 1 - vote[at];
      vote[at] = 1;
    }
    return vote;
  }

  /** Sixty of three hundred lose their credentials, and get the same again from the list of the officer. */
  @Test
  void whoLostTheirCredentialGetsTheSameAgain() throws IOException {
    Made made = Made.in(folder).voters(300).begin();
    var ballots = new ArrayList<String>();
    for (int voter = 1; voter <= 300; voter++) {
      boolean lost = voter % 5 == 0;
      if (!lost) {
        ballots.add(made.ballot(voter, new int[]{1, 0}));
      }
    }
    for (int voter = 5; voter <= 300; voter += 5) {
      Secret again = Secret.of(made.credential(voter).text(SecretAccess.granted()), SecretAccess.granted());
      assertThat(again).isEqualTo(made.credential(voter));
      ballots.add(made.ballot(voter, new int[]{0, 1}));
    }
    made.cast(ballots.toArray(String[]::new)).close().decrypt(1).count();
    assertThat(made.result(1)).isEqualTo(StagesTest.sums(240, 60));
    assertThat(made.keeper().state().voters()).isEqualTo(300);
    Told.of(made.record()).is(Verdict.VALID);
  }
}
