// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole elections, through the commands only and with each role's own files. */
class BallotElectionTest {
  @TempDir
  private Path root = Path.of("");
  private BallotScene scene;

  @BeforeEach
  void scene() throws IOException { scene = new BallotScene(root); }

  @Test
  void countsTheLastBallotOfEachVoterOfAStrikeVote() throws IOException {
    scene.begins("--question", "Do we strike?", "--answer", "Yes", "--answer", "No", "--blank", "--question",
        "Who speaks?", "--answer", "Ana", "--answer", "Ben", "--answer", "Cleo", "--min", "0", "--max", "2");
    scene.hasVoters(4);
    scene.hasSingleTrustees(1, 2);
    assertThat(scene.triesKeys(2)).contains("All keys work.");
    scene.opens();
    assertThat(BallotScene.does("check-mine", scene.record(), "--key", scene.key(2)))
        .contains("you are trustee 2 of 2");
    assertThat(BallotScene.does("check-mine", scene.record(), "--list", scene.publicList()))
        .contains("The record's list is yours: 4 credentials.");

    scene.receives(scene.votes(1, "Yes", "Ana, Cleo"), scene.votes(2, "no", ""), scene.votes(3, "blank", "#2"));
    scene.receives(scene.votes(2, "1", "3"));
    scene.closes();
    scene.decrypts(2, 1);

    assertThat(scene.result()).contains("Our vote: 3 voters", "blank: 1\n   2  Yes\n   0  No\n",
        "   1  Ana\n   1  Ben\n   2  Cleo\n");
    assertThat(scene.result()).contains("   2  Yes");
  }

  @Test
  void opensWithoutATrusteeWhoDroppedOut() throws IOException, InterruptedException {
    scene.begins("--belenios-2", "--question", "Agree?", "--answer", "Yes", "--answer", "No");
    scene.hasVoters(3);
    scene.hasCeremony(1, 3, 2);
    assertThat(scene.triesKeys(3)).contains("These keys work: trustee 1, 2, 3.", "All keys work.");
    scene.opens();
    scene.receives(scene.votes(1, "Yes"), scene.votes(2, "Yes"), scene.votes(3, "No"));
    scene.closes();
    scene.decrypts(1);
    assertThat(BallotScene.refused(Exit.BAD_INPUT, "result", scene.record()))
        .isEqualTo("groundwork ballot result: there is no result yet. Still missing: 1 of the trustees 2, 3.\n");
    scene.decrypts(3);

    assertThat(scene.result()).contains("   2  Yes\n   1  No\n");
    assertThat(scene.beleniosToolSays()).contains("all checks passed");
  }

  @Test
  void addsUpWeights() throws IOException, InterruptedException {
    scene.begins("--belenios-2", "--question", "Which site?", "--answer", "North", "--answer", "South");
    scene.hasVoters("Branch one, 120\nBranch two, 7\nBranch, three, 5000000000\n");
    scene.hasSingleTrustees(1);
    scene.opens();
    scene.receives(scene.votes(1, "North"), scene.votes(2, "South"), scene.votes(3, "South"));
    scene.closes();
    scene.decrypts(1);

    assertThat(scene.result()).contains("          120  North\n   5000000007  South\n");
    assertThat(scene.beleniosToolSays()).contains("all checks passed");
    assertThat(BallotScene.does("credentials", "again", BallotScene.file(scene.credentials, ".credentials.SECRET.txt"),
        "--voter", "Branch, three")).isEqualTo(scene.credential(3) + "\n");
  }

  @Test
  void handsRankingsToTheCount() throws IOException, InterruptedException {
    scene.begins("--belenios-2", "--question", "Council", "--answer", "Ana", "--answer", "Ben", "--answer", "Cleo",
        "--ranking");
    scene.hasVoters(4);
    scene.hasSingleTrustees(1, 2);
    scene.opens();
    scene.receives(scene.votes(1, "Ana>Ben"), scene.votes(2, "1 > 2 = 3"), scene.votes(3, "Ben>Ana"),
        scene.votes(4, ""));
    scene.closes();
    scene.shuffles(1, 2);
    scene.decrypts(1, 2);

    assertThat(scene.result()).contains("4 rankings, to be counted");
    assertThat(scene.beleniosToolSays()).contains("all checks passed");
    assertThat(BallotScene.does("for-counting", scene.record(), "--folder", scene.officer))
        .contains("4 ballots: 1 rank nobody, 0 are invalid.");
    Path blt = BallotScene.file(scene.officer, ".question-1.blt");
    assertThat(Files.readAllLines(blt)).contains("3 1", "1 1 2 0", "1 1 2=3 0", "1 2 1 0", "1 0", "\"Cleo\"");
    assertThat(Ran.of("", "count", "--rule", "irv", blt.toString()).out()).contains("Elected", "Ana");
    BallotScene.does("for-counting", scene.record(), "--format", "abif", "--seats", "2", "--folder", scene.officer);
    Path abif = BallotScene.file(scene.officer, ".question-1.abif");
    assertThat(Ran.of("", "count", "--rule", "scottish", abif.toString()).out()).contains("Ana", "Ben");
  }

  @Test
  void mixesATrusteeWhoIsNeededWithSomeWhoAreEnough() throws IOException {
    scene.begins("--question", "Order", "--answer", "A", "--answer", "B", "--ranking", "--question", "Agree?",
        "--answer", "Yes", "--answer", "No");
    scene.hasVoters(2);
    scene.hasSingleTrustees(1);
    scene.hasCeremony(2, 3, 2);
    scene.opens();
    scene.receives(scene.votes(1, "B", "Yes"), scene.votes(2, "B>A", "No"));
    scene.closes();
    scene.shuffles(1, 2, 3);
    scene.decrypts(3, 4);
    assertThat(BallotScene.refused(Exit.BAD_INPUT, "result", scene.record())).contains("Still missing: trustee 1.");
    scene.decrypts(1);

    assertThat(scene.result()).contains("2 rankings", "   1  Yes\n   1  No\n");
  }

  @Test
  void keepsSecretFilesFromOthersAndNamesWhatIsHandedOver() throws IOException {
    scene.begins("--question", "Agree?", "--answer", "Yes", "--answer", "No");
    scene.hasVoters(2);
    scene.hasSingleTrustees(1);
    scene.certificates(2, 2, 2);
    int secrets = 0;
    try (Stream<Path> files = Files.walk(root)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
        boolean secret = each.toString().contains("SECRET");
        assertThat(rights).as(each.toString()).isEqualTo(secret ? "rw-------" : "rw-r--r--");
        assertThat(secret || each.toString().contains(".for-") || each.toString().endsWith(".draft.json")).isTrue();
        secrets += secret ? 1 : 0;
      }
    }
    assertThat(secrets).isEqualTo(5);
  }
}
