// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.attack;

import java.io.IOException;
import java.nio.file.Path;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.made.Made;
import org.groundwork.ballot.made.Story;
import org.groundwork.ballot.made.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights that are changed, too large, or none. */
class WeightsTest {
  @TempDir
  Path folder;

  private static Story with(Story story, String from, String to) {
    Story.Setup setup = story.setup();
    return story.with(0, new Story.Setup(setup.election(), setup.trustees(),
        setup.credentials().replaceFirst(from, to)));
  }

  @Test
  void cannotBeChangedAfterTheCount() throws IOException {
    Made made = Made.in(folder).weights(2, 3).begin().vote(1, new int[]{1, 0}).vote(2, new int[]{0, 1}).close();
    Story story = made.decrypt(1).count().story();
    Told.of(story).is(Verdict.VALID);
    Told.of(with(story, ",2\"", ",3\"")).refusedAs(Reason.DROPPED_OR_ADDED_BALLOT);
    Told.of(with(with(story, ",2\"", ",4\""), ",3\"", ",1\""))
        .refusedAs(Reason.DROPPED_OR_ADDED_BALLOT)
        .at("question 1");
    Story larger = story.changing(Story.Tallied.class, each -> new Story.Tallied(2, "6", each.tally()));
    Told.of(with(larger, ",2\"", ",3\"")).refusedAs(Reason.DROPPED_OR_ADDED_BALLOT).at("question 1");
  }

  @Test
  void areWholeNumbersAboveZero() throws IOException {
    Story story = Made.in(folder).weights(2, 3).begin().story();
    for (String weight : new String[]{"0", "-1", "", "01", "1.5", "1e3", "+1", " 1", "1,1", "x", "99999999999999999999",
        "9007199254740992", "9007199254740989", "0x10", "\u0661"}) {
      Told.of(with(story, ",2\"", "," + weight + "\"")).refusedAs(Reason.BAD_WEIGHT).at("credential");
    }
    Told.of(with(story, ",2\"", "\"")).refusedAs(Reason.BAD_WEIGHT);
    Told.of(with(story, ",2\"", ",9007199254740988\"")).is(Verdict.VALID_SO_FAR);
  }

  @Test
  void areNoneWhereThereAreRankings() throws IOException {
    Made made = Made.in(folder).asks(Made.RANKING).voters(1).begin();
    Told.of(with(made.story(), "\"\\]", ",2\"]")).refusedAs(Reason.BAD_WEIGHT);
    Told.of(with(made.story(), "\"\\]", ",1\"]")).is(Verdict.VALID_SO_FAR);
  }

  @Test
  void standBehindEachCredentialOnce() throws IOException {
    Made made = Made.in(folder).weights(2, 3).begin();
    String first = made.publicCredentials().getFirst();
    for (String again : new String[]{first, first.replace(",2", ",5")}) {
      Told.of(made.story()
          .changing(Story.Setup.class,
              each -> new Story.Setup(each.election(), each.trustees(),
                  each.credentials().replace("]", ",\"" + again + "\"]"))))
          .refusedAs(Reason.DUPLICATE_CREDENTIAL)
          .at("credential 3");
    }
  }

  /** All votes weigh 5 together: a result of more is claimed for nobody. */
  @Test
  void areNotExceededByAResult() throws IOException {
    Made made = Made.in(folder).weights(2, 3).begin().vote(1, new int[]{1, 0}).vote(2, new int[]{1, 0}).close();
    Story story = made.decrypt(1).count().story();
    for (String sums : new String[]{"6,0", "4,0", "5,1", "\"6\",0",
        "5,\"7237005577332262213973186563042994240857116359379907606001950938285454250989\""}) {
      Told.of(story.with(story.steps().size() - 1, new Story.Result("{\"result\":[[" + sums + "]]}")))
          .refusedAs(Reason.FALSE_RESULT, Reason.MALFORMED, Reason.NOT_CANONICAL);
    }
  }
}
