// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.internal.group.Groups;
import org.groundwork.ballot.made.Made;
import org.groundwork.ballot.made.Story;
import org.groundwork.ballot.made.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Belenios 2.0 finds the records right that are made here, at each stage; it knows the groups of 2048 bits only. */
class BeleniosTakesOursTest {
  @TempDir
  Path folder;
  private BeleniosTool tool;

  @BeforeEach
  void find() throws IOException { tool = new BeleniosTool(folder.resolve("tool")); }

  @Test
  void withSeveralQuestionsBlanksWeightsRevotesAndAnAbsentTrustee() throws Exception {
    Made made = Made.in(folder)
        .group(Groups.BELENIOS_2048)
        .asks(Made.STRIKE, Made.DELEGATES)
        .threshold(2, 3)
        .weights(1, 1 << 30, 7, (1 << 30) - 1)
        .begin();
    tool.verifies(made.record());
    made.cast(made.ballot(1, new int[]{1, 0}, new int[]{1, 0, 0, 0}),
        made.ballot(2, new int[]{1, 0}, new int[]{0, 1, 0, 1}), made.ballot(1, new int[]{0, 1}, new int[]{0, 0, 0, 1}),
        made.ballot(3, new int[]{0, 1}, new int[]{1, 0, 0, 0}), made.ballot(4, new int[]{0, 1}, new int[]{0, 0, 1, 0}));
    tool.verifies(made.record());
    made.close();
    tool.verifies(made.record());
    made.decrypt(1, 2);
    tool.verifies(made.record());
    made.decrypt(4);
    tool.verifies(made.record());
    made.count();
    tool.verifies(made.record());
    Told.of(made.record()).is(Verdict.VALID);
    String tally = made.story().all(Story.Tallied.class).getFirst().weight();
    assertThat(tally).isEqualTo("\"2147483655\"");
    assertThat(made.story().all(Story.Result.class).getFirst().text())
        .isEqualTo("{\"result\":[[\"1073741824\",\"1073741831\"],[7,\"1073741824\",1073741823,\"1073741825\"]]}");
  }

  @Test
  void withRankings() throws Exception {
    Made made = Made.in(folder).group(Groups.RFC_3526_2048).asks(Made.RANKING, Made.STRIKE).voters(3).begin();
    made.cast(made.ballot(1, new int[]{1, 2, 3}, new int[]{1, 0}),
        made.ballot(3, new int[]{255, 0, 1}, new int[]{0, 1}));
    made.close();
    tool.verifies(made.record());
    made.shuffle(1);
    tool.verifies(made.record());
    made.decrypt(1).count();
    tool.verifies(made.record());
    Told.of(made.record()).is(Verdict.VALID);
  }

  /** It takes the very same ballot twice and counts it once; here it is refused, since nobody casts it twice by mistake. */
  @Test
  void takesTheVerySameBallotTwiceWhereWeDoNot() throws Exception {
    Made made = Made.in(folder).group(Groups.BELENIOS_2048).begin().vote(1, new int[]{1, 0});
    Story twice = made.story().plus(made.story().steps().getLast());
    tool.verifies(twice.write(made.record()));
    Told.of(twice).refusedAs(Reason.REPLAYED_BALLOT);
  }

  @Test
  void refusesUnknownFieldsAndSpacesInABallotAsWeDo() throws Exception {
    Made made = Made.in(folder).group(Groups.BELENIOS_2048).begin();
    String honest = made.ballot(1, new int[]{1, 0});
    for (String other : new String[]{honest.replaceFirst("}$", ",\"note\":1}"), honest.replaceFirst("\\{", "{\"a\":1,"),
        honest.replaceFirst(",\"credential\"", ", \"credential\"")}) {
      Story story = made.story().plus(new Story.Ballot(other));
      assertThat(tool.refuses(story.write(folder.resolve(made.record().getFileName())))).contains("canonical");
      Told.of(story).refusedAs(Reason.NOT_CANONICAL);
      made.story().first(1).write(made.record());
    }
  }

  @Test
  void refusesADroppedBallotAsWeDo() throws Exception {
    Made made = Made.in(folder).group(Groups.BELENIOS_2048).begin();
    made.cast(made.ballot(1, new int[]{1, 0}), made.ballot(2, new int[]{0, 1})).close().decrypt(1).count();
    tool.verifies(made.record());
    Story story = made.story().without(1);
    tool.refuses(story.write(made.record()));
    Told.of(story).refusedAs(Reason.DROPPED_OR_ADDED_BALLOT);
  }
}
