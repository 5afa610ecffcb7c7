// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.groundwork.ballot.internal.message.ResultText;
import org.groundwork.ballot.made.Made;
import org.groundwork.ballot.made.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An election from its first event to its last, right at each stage, also where few or none vote. */
class StagesTest {
  @TempDir
  Path folder;

  @Test
  void isRightAtEachStage() throws IOException {
    Made made = Made.in(folder).asks(Made.STRIKE, Made.DELEGATES, Made.RANKING).trustees(1).threshold(2, 3).begin();
    Told.of(made.record()).is(Verdict.VALID_SO_FAR);
    made.vote(1, new int[]{1, 0}, new int[]{1, 0, 0, 0}, new int[]{1, 2, 3});
    made.vote(2, new int[]{0, 1}, new int[]{0, 1, 0, 1}, new int[]{255, 0, 7});
    made.vote(1, new int[]{0, 1}, new int[]{0, 0, 0, 1}, new int[]{3, 2, 1});
    Told.of(made.record()).is(Verdict.VALID_SO_FAR);
    made.close();
    Told.of(made.record()).is(Verdict.VALID_SO_FAR);
    made.shuffle(1, 3);
    Told.of(made.record()).is(Verdict.VALID_SO_FAR);
    made.decrypt(1, 2);
    Told.of(made.record()).is(Verdict.VALID_SO_FAR);
    made.decrypt(4).count();
    Told.of(made.record()).is(Verdict.VALID);
    assertThat(made.result(1)).isEqualTo(sums(0, 2));
    assertThat(made.result(2)).isEqualTo(sums(0, 1, 0, 2));
    assertThat(((ResultText.Lists) made.result(3)).lists()).containsExactlyInAnyOrder(List.of(255, 0, 7),
        List.of(3, 2, 1));
  }

  static ResultText.Sums sums(long... sums) {
    return new ResultText.Sums(java.util.Arrays.stream(sums).mapToObj(BigInteger::valueOf).toList());
  }

  @Test
  void endsWithZerosWhereNobodyVotes() throws IOException {
    Made made = Made.in(folder).asks(Made.STRIKE).begin().close().decrypt(1).count();
    assertThat(made.result(1)).isEqualTo(sums(0, 0));
    Told.of(made.record()).is(Verdict.VALID);
  }

  @Test
  void endsWithoutARankingWhereNobodyRanks() throws IOException {
    Made made = Made.in(folder).asks(Made.RANKING).begin().close().shuffle(1).decrypt(1).count();
    assertThat(((ResultText.Lists) made.result(1)).lists()).isEmpty();
    Told.of(made.record()).is(Verdict.VALID);
  }

  @Test
  void shufflesASingleRanking() throws IOException {
    Made made = Made.in(folder).asks(Made.RANKING).begin().vote(2, new int[]{1, 2, 3}).close().shuffle(1).decrypt(1);
    assertThat(((ResultText.Lists) made.count().result(1)).lists()).containsExactly(List.of(1, 2, 3));
    Told.of(made.record()).is(Verdict.VALID);
  }
}
