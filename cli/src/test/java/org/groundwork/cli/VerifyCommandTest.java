// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the verifier prints, and how it ends. */
class VerifyCommandTest {
  @TempDir
  private Path folder;
  private Path record;
  private Path earlier;

  @BeforeEach
  void anElectionIsRunning() throws IOException {
    var scene = new BallotScene(folder);
    scene.begins("--question", "Strike?", "--answer", "Yes", "--answer", "No");
    scene.hasVoters(2);
    scene.hasSingleTrustees(1);
    scene.opens();
    record = scene.record();
    earlier = Files.copy(record, folder.resolve("earlier.bel"));
    scene.receives(scene.votes(1, "Yes"));
  }

  private Ran verified(Object... words) {
    var all = new String[words.length + 1];
    all[0] = "verify";
    for (int i = 0; i < words.length; i++) {
      all[i + 1] = words[i].toString();
    }
    return Ran.of("", all);
  }

  @Test
  void printsALineOfFourColumnsForEachCheckAndThenTheVerdict() {
    Ran ran = verified(record);
    assertThat(ran.exit()).isEqualTo(Exit.GOOD);
    List<String> lines = ran.out().lines().toList();
    assertThat(lines.getLast()).isEqualTo("VALID SO FAR");
    assertThat(lines.subList(0, lines.size() - 1)).hasSizeGreaterThan(4)
        .allSatisfy(each -> assertThat(each.split("\t", -1)).hasSize(4).startsWith("ok"));
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void endsWithOneAndNamesWhatIsFalse() throws IOException {
    byte[] bytes = Files.readAllBytes(record);
    bytes[bytes.length - 600] ^= 1;
    Ran ran = verified(Files.write(folder.resolve("false.bel"), bytes));
    assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
    List<String> lines = ran.out().lines().toList();
    assertThat(lines.getLast()).isEqualTo("INVALID");
    assertThat(lines.get(lines.size() - 2)).startsWith("FAIL\t");
  }

  @Test
  void saysWhetherAnEarlierRecordIsTheBeginning() {
    Ran later = verified("--since", earlier, record);
    assertThat(later.out()).startsWith("ok\tsince\tevents 0 to 0\t").endsWith("\nVALID SO FAR\n");
    assertThat(later.exit()).isEqualTo(Exit.GOOD);
    Ran shorter = verified("--since", record, earlier);
    assertThat(shorter.out()).startsWith("FAIL\tsince\t").contains("not_a_continuation").endsWith("\nINVALID\n");
    assertThat(shorter.exit()).isEqualTo(Exit.BAD_INPUT);
  }

  @Test
  void saysThatAFileIsMissingAndThatACallIsWrong() {
    Ran missing = verified(folder.resolve("none.bel"));
    assertThat(missing.exit()).isEqualTo(Exit.UNAVAILABLE);
    assertThat(missing.err()).contains("none.bel: no such file");
    assertThat(missing.out()).isEmpty();
    assertThat(verified("--threads", "0", record).exit()).isEqualTo(Exit.USAGE);
    assertThat(verified().exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void refusesAFileThatIsNoRecord() throws IOException {
    Ran ran = verified(Files.writeString(folder.resolve("letter.bel"), "Dear all"));
    assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(ran.out()).startsWith("FAIL\tarchive\t").endsWith("\nINVALID\n");
  }
}
