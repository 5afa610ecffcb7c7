// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.made.Made;
import org.groundwork.ballot.made.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record of any length is verified in little memory: here in a program that has less of it than one entry is long. */
class MemoryTest {
  private static final String HEAP = "40m";
  private static final int LONG = 48 << 20;
  @TempDir
  Path folder;

  private static String padded(String text) { return text + " ".repeat(LONG); }

  private List<Story> stories() throws IOException {
    Story story = Made.in(folder).begin().vote(1, new int[]{1, 0}).close().decrypt(1).count().story();
    Story ranked = Made.in(folder).asks(Made.RANKING).begin().vote(1, new int[]{1, 2, 3}).close().shuffle(1).story();
    return List.of(
        story.changing(Story.Setup.class, each -> new Story.Setup(padded(each.election()), each.trustees(),
            each.credentials())),
        story.changing(Story.Setup.class, each -> new Story.Setup(each.election(), padded(each.trustees()),
            each.credentials())),
        story.changing(Story.Ballot.class, each -> new Story.Ballot(padded(each.text()))),
        story.changing(Story.Tallied.class,
            each -> new Story.Tallied(each.ballots(), each.weight(), padded(each.tally()))),
        story.changing(Story.Part.class, each -> new Story.Part(each.owner(), padded(each.text()))),
        story.changing(Story.Result.class, each -> new Story.Result(padded(each.text()))),
        ranked.changing(Story.Shuffled.class, each -> new Story.Shuffled(each.owner(), padded(each.text()))));
  }

  @Test
  void isNotTakenByEntriesThatAreLongerThanAnyCanBe() throws Exception {
    for (Story each : stories()) {
      Path record = each.write(folder.resolve("long.bel"));
      assertThat(VerifyAll.with("plain", HEAP, List.of(record)).getFirst().getLast()).startsWith("FAIL")
          .contains("\ttoo_large: longer than it can be");
      Files.delete(record);
    }
  }

  /** A list of credentials is read as a stream, with spaces between them it may be of any length. */
  @Test
  void isNotTakenByALongListOfCredentials() throws Exception {
    Story story = Made.in(folder).begin().story();
    Path record = story.changing(Story.Setup.class,
        each -> new Story.Setup(each.election(), each.trustees(), padded(each.credentials())))
        .write(
            folder.resolve("long.bel"));
    assertThat(VerifyAll.with("plain", HEAP, List.of(record)).getFirst()).isNotEmpty()
        .allMatch(each -> each.startsWith("ok"));
  }

  @Test
  void ofAMillionCredentialsAndBallotsIsBelow200BytesEach() throws Exception {
    var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx200m",
        "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
        "org.groundwork.ballot.internal.verify.MillionKnown"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("1000000 known\n");
    assertThat(process.waitFor()).isZero();
  }
}
