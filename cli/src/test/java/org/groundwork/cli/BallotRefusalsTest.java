// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a role is told who has the wrong file, comes too early or for a second time; the record stays as it was. */
class BallotRefusalsTest {
  @TempDir
  private Path root = Path.of("");
  private BallotScene scene;

  @BeforeEach
  void scene() throws IOException {
    scene = new BallotScene(root);
    scene.begins("--question", "Do we strike?", "--answer", "Yes", "--answer", "No");
    scene.hasVoters(3);
    scene.hasSingleTrustees(1);
  }

  private void refusesAndKeeps(int exit, String message, Object... words) throws IOException {
    byte[] before = Files.readAllBytes(scene.record());
    assertThat(BallotScene.refused(exit, words)).contains(message);
    assertThat(Files.readAllBytes(scene.record())).isEqualTo(before);
  }

  @Test
  void overwritesNothing() throws IOException {
    byte[] key = Files.readAllBytes(scene.key(1));
    assertThat(BallotScene.refused(Exit.UNAVAILABLE, "trustee", "key", scene.draft(), "--folder", scene.trustee(1)))
        .isEqualTo("groundwork ballot trustee key: " + scene.key(1) + " is there already, and nothing is overwritten."
            + " If this step was done before, go on with that file; else use another --folder\n");
    assertThat(Files.readAllBytes(scene.key(1))).isEqualTo(key);
    byte[] credentials = Files.readAllBytes(scene.publicList());
    assertThat(BallotScene.refused(Exit.UNAVAILABLE, "credentials", "make", scene.draft(), "--number", 3, "--folder",
        scene.credentials)).contains("is there already");
    assertThat(Files.readAllBytes(scene.publicList())).isEqualTo(credentials);
    scene.opens();
    refusesAndKeeps(Exit.UNAVAILABLE, "is there already", "open", scene.draft(), "--credentials", scene.publicList(),
        scene.trusteeFiles().getFirst(), "--folder", scene.officer);
  }

  @Test
  void leavesNothingHalfWritten() throws IOException {
    Path folder = scene.trustee(5);
    Path second = folder.resolve(BallotScene.file(scene.trustee(1), ".key.for-returning-officer.json").getFileName());
    Files.writeString(second, "mine");
    BallotScene.refused(Exit.UNAVAILABLE, "trustee", "key", scene.draft(), "--folder", folder);
    try (var files = Files.list(folder)) {
      assertThat(files.toList()).containsExactly(second);
    }
  }

  @Test
  void takesNoCredentialThatIsNotOnTheList() throws IOException {
    scene.opens();
    Ran wrongLetter = BallotScene.typing("XXXXX-XXXXXX-XXXXX-XXXX0X\n", "vote", scene.record(), "--credential", "-",
        "--answer", "1");
    assertThat(wrongLetter.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(wrongLetter.err()).contains("this is no credential: a letter is wrong").doesNotContain("XXXX");
    Ran other = BallotScene.typing("XXXXX-XXXXXX-XXXXX-XXXXXX\n", "vote", scene.record(), "--credential", "-",
        "--answer", "1");
    assertThat(other.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(other.err()).contains("not on the election's list").doesNotContain("XXXX");
    assertThat(BallotScene.typing("", "vote", scene.record(), "--credential", "-").err())
        .contains("nothing more comes in");
  }

  @Test
  void saysWhyAnAnswerIsNotPossible() throws IOException {
    scene.opens();
    for (var each : List.of(List.of("blank", "no vote can be blank here"), List.of("3", "there is no answer 3"),
        List.of("1,2", "2 answers are chosen; exactly 1 can be"),
        List.of("Maybe", "there is no answer \"Maybe\""))) {
      Ran ran = BallotScene.typing(scene.credential(1) + "\n", "vote", scene.record(), "--credential", "-", "--answer",
          each.getFirst(), "--folder", scene.voters);
      assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(ran.err()).contains("question 1: " + each.getLast());
    }
    try (var files = Files.list(scene.voters)) {
      assertThat(files.toList()).isEmpty();
    }
  }

  @Test
  void asksForTheCredentialAndTheAnswers() throws IOException {
    scene.opens();
    Ran ran = BallotScene.typing(scene.credential(1) + "\nyes\n", "vote", scene.record(), "--folder", scene.voters);
    assertThat(ran.exit()).isEqualTo(Exit.GOOD);
    assertThat(ran.out()).contains("1. Do we strike?", "   1  Yes", "Your answer: Yes");
    scene.receives(BallotScene.file(scene.voters, ".json"));
  }

  @Test
  void receivesTheGoodBallotsOfManyAndSaysWhyNotTheOthers() throws IOException {
    scene.opens();
    Path good = scene.votes(1, "Yes");
    String right = Files.readString(scene.votes(2, "No"));
    int digit = right.indexOf("\"response\":\"") + "\"response\":\"".length();
    Path changed = Files.writeString(root.resolve("changed.json"),
        right.substring(0, digit) + (right.charAt(digit) == '1' ? '2' : '1') + right.substring(digit + 1));
    Path noBallot = scene.draft();
    Path absent = root.resolve("absent.json");
    Path mailed = Files.writeString(root.resolve("mailed.json"), Files.readString(scene.votes(3, "No")) + "\r\n");

    Ran ran = BallotScene.typing("", "receive", scene.record(), changed, good, good, noBallot, absent, mailed);

    assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(ran.out()).contains("2 of 5 ballots were taken. The record has 2, of 2 voters.");
    assertThat(ran.err().lines().toList()).hasSize(4)
        .anyMatch(each -> each.contains("changed.json is not taken: bad_proof: question 1"))
        .anyMatch(each -> each.contains(good + " is not taken: replayed_ballot: the very same ballot was cast already"))
        .anyMatch(each -> each.contains(noBallot + " is not taken: malformed: "))
        .anyMatch(each -> each.contains("absent.json: no such file or folder"));
    refusesAndKeeps(Exit.BAD_INPUT, "replayed_ballot", "receive", scene.record(), good);
  }

  @Test
  void refusesStepsTooEarlyAndTwice() throws IOException {
    scene.opens();
    Path record = scene.record();
    Path key = scene.key(1);
    refusesAndKeeps(Exit.BAD_INPUT, "nobody voted", "close", record, "--yes");
    scene.receives(scene.votes(1, "Yes"));
    Path late = scene.votes(2, "Yes");
    refusesAndKeeps(Exit.USAGE, "say --yes", "close", record);
    refusesAndKeeps(Exit.BAD_INPUT, "voting goes on", "decrypt", record, "--key", key);
    refusesAndKeeps(Exit.BAD_INPUT, "voting goes on", "result", record);
    refusesAndKeeps(Exit.BAD_INPUT, "voting goes on", "shuffle", record, "--key", key);
    scene.closes();
    refusesAndKeeps(Exit.BAD_INPUT, "the trustees decrypt", "receive", record, late);
    refusesAndKeeps(Exit.BAD_INPUT, "the trustees decrypt", "close", record, "--yes");
    refusesAndKeeps(Exit.BAD_INPUT, "the trustees decrypt", "end-shuffles", record);
    refusesAndKeeps(Exit.BAD_INPUT, "Still missing: trustee 1.", "result", record);
    scene.decrypts(1);
    Path part = BallotScene.file(scene.trustee(1), ".decryption-of-trustee-1.for-returning-officer.json");
    refusesAndKeeps(Exit.BAD_INPUT, "the trustee decrypted already", "add", record, part);
    refusesAndKeeps(Exit.BAD_INPUT, "is in the record already", "decrypt", record, "--key", key);
    scene.result();
    Ran unproved = Ran.of("", "verify", record.toString(), "--decryption", scene.draft().toString());
    assertThat(unproved.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(unproved.out()).contains("FAIL\tbound\t", "malformed: ").endsWith("\nINVALID\n");
    assertThat(Ran.of("", "verify", record.toString(), "--decryption", "nowhere.json").exit())
        .isEqualTo(Exit.UNAVAILABLE);
    refusesAndKeeps(Exit.BAD_INPUT, "the election is over", "add", record, part);
    refusesAndKeeps(Exit.USAGE, "no question of this election asks for a ranking", "for-counting", record);
  }

  @Test
  void tellsFilesOfAnotherKindAndOfAnotherElectionApart() throws IOException {
    var other = new BallotScene(root.resolve("other"));
    other.begins("--question", "Agree?", "--answer", "Yes", "--answer", "No");
    other.hasVoters(1);
    other.hasSingleTrustees(1);
    assertThat(BallotScene.refused(Exit.BAD_INPUT, "open", scene.draft(), "--credentials", scene.publicList(),
        other.trusteeFiles().getFirst(), "--folder", scene.officer)).contains("this file is of the election ");
    assertThat(BallotScene.refused(Exit.BAD_INPUT, "open", scene.draft(), "--credentials", other.publicList(),
        scene.trusteeFiles().getFirst(), "--folder", scene.officer)).contains("the credentials are for the election ");
    assertThat(BallotScene.refused(Exit.BAD_INPUT, "open", scene.draft(), "--credentials",
        scene.trusteeFiles().getFirst(), scene.trusteeFiles().getFirst(), "--folder", scene.officer))
        .contains("this is a file \"trustee-key\"; a \"credentials\" is expected");
    assertThat(BallotScene.refused(Exit.BAD_INPUT, "open", scene.draft(), "--credentials", scene.publicList(),
        scene.trusteeFiles().getFirst(), scene.trusteeFiles().getFirst(), "--folder", scene.officer))
        .contains("it has the same key as trustee 1");
    assertThat(BallotScene.refused(Exit.BAD_INPUT, "trustee", "key", scene.key(1), "--folder", scene.trustee(9)))
        .contains("there is no \"file\" here");
    scene.opens();
    other.opens();
    refusesAndKeeps(Exit.BAD_INPUT, "your key is not among those", "check-mine", scene.record(), "--key", other.key(1));
    refusesAndKeeps(Exit.BAD_INPUT, "3 of its entries are not yours", "check-mine", scene.record(), "--list",
        other.publicList());
    refusesAndKeeps(Exit.BAD_INPUT, "wrong_uuid", "receive", scene.record(), other.votes(1, "Yes"));
    assertThat(BallotScene.refused(Exit.BAD_INPUT, "decrypt", scene.draft(), "--key", scene.key(1)))
        .contains("this is not the record of an election");
  }

  @Test
  void findsAKeyThatDoesNotWorkBeforeTheElectionOpens() throws IOException {
    scene.hasSingleTrustees(2);
    BallotScene.does("trial", "new", scene.draft(), scene.trusteeFiles().getFirst(), scene.trusteeFiles().getLast(),
        "--folder", scene.officer);
    Path trial = BallotScene.file(scene.officer, ".trial.for-trustees.json");
    BallotScene.does("trial", "decrypt", scene.draft(), trial, "--key", scene.key(1), "--folder", scene.trustee(1));
    Path part = BallotScene.file(scene.trustee(1), ".trial-part-1.for-returning-officer.json");
    BallotScene.does("trustee", "key", scene.draft(), "--folder", scene.trustee(3));
    assertThat(BallotScene.refused(Exit.BAD_INPUT, "trial", "decrypt", scene.draft(), trial, "--key", scene.key(3)))
        .contains("the key is that of none of the election's trustees");
    Path false2 = Files.writeString(root.resolve("false.json"),
        Files.readString(part).replace("\"number\":1", "\"number\":2"));
    Ran ran = BallotScene.typing("", "trial", "check", scene.draft(), trial, part, false2);
    assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(ran.out()).contains("These keys work: trustee 1.", "No part that is right is here of trustee 2.",
        "Do not open the election");
    assertThat(ran.err()).contains("file 2, trustee 2, question 1, ciphertext 1");
  }

  @Test
  void namesATrusteeOfACeremonyWhoLies() throws IOException {
    Path certificates = scene.certificates(2, 3, 2);
    List<Path> polynomials = scene.polynomials(certificates, 2, 3);
    Path again = Files.createDirectories(root.resolve("again"));
    BallotScene.does("trustee", "polynomial", scene.draft(), certificates, "--seed", scene.seed(3), "--folder", again);
    String one = Files.readString(polynomials.get(1));
    String two = Files.readString(BallotScene.file(again, ".json"));
    int cut = two.indexOf("\"coefexps\":");
    Files.writeString(polynomials.get(1), one.substring(0, one.indexOf("\"coefexps\":")) + two.substring(cut));
    scene.sorts(certificates, polynomials);

    assertThat(BallotScene.refused(Exit.BAD_INPUT, "trustee", "check", scene.draft(), certificates,
        BallotScene.file(scene.officer, ".input-1.for-trustee-1.json"), "--seed", scene.seed(2), "--folder",
        scene.trustee(2))).contains("trustee 2: the secret number is not what the coefficients give");
    assertThat(BallotScene.refused(Exit.BAD_INPUT, "trustee", "check", scene.draft(), certificates,
        BallotScene.file(scene.officer, ".input-1.for-trustee-1.json"), "--seed", scene.seed(4), "--folder",
        scene.trustee(4))).contains("this input is for trustee 1; you are trustee 3");
  }

  @Test
  void letsNobodyChangeHowManyTrusteesAreEnough() throws IOException {
    scene.certificates(2, 3, 2);
    Path officer = Files.createDirectories(root.resolve("liar"));
    assertThat(BallotScene.refused(Exit.BAD_INPUT, "ceremony", "collect", scene.draft(), "--enough", 3, "--folder",
        officer, BallotScene.file(scene.trustee(2), ".certificate-1.for-returning-officer.json"),
        BallotScene.file(scene.trustee(3), ".certificate-2.for-returning-officer.json"),
        BallotScene.file(scene.trustee(4), ".certificate-3.for-returning-officer.json")))
        .contains("the certificate is for another ceremony or another trustee");
    assertThat(BallotScene.refused(Exit.BAD_INPUT, "ceremony", "collect", scene.draft(), "--enough", 2, "--folder",
        officer, BallotScene.file(scene.trustee(2), ".certificate-1.for-returning-officer.json"),
        BallotScene.file(scene.trustee(4), ".certificate-3.for-returning-officer.json")))
        .contains("is a file missing?");
    assertThat(BallotScene.refused(Exit.BAD_INPUT, "trustee", "certificate", scene.draft(), "--number", 1, "--trustees",
        3, "--enough", 1, "--folder", officer)).contains("at least 2 have to be");
  }

  @Test
  void trusteesDecryptNoRecordThatIsFalse() throws IOException {
    scene.opens();
    scene.receives(scene.votes(1, "Yes"));
    scene.closes();
    Path changed = Files.copy(scene.record(), root.resolve("changed.bel"));
    try (var file = new RandomAccessFile(changed.toFile(), "rw")) {
      file.seek(file.length() / 2);
      int there = file.read();
      file.seek(file.length() / 2);
      file.write(there ^ 1);
    }
    assertThat(BallotScene.refused(Exit.BAD_INPUT, "decrypt", changed, "--key", scene.key(1), "--folder",
        scene.trustee(1))).startsWith("groundwork ballot decrypt: ");
    try (var files = Files.list(scene.trustee(1))) {
      assertThat(files.toList()).noneMatch(each -> each.toString().contains("decryption"));
    }
  }

  @Test
  void mendsARecordWhoseLastChangeWasCutOff() throws IOException {
    scene.opens();
    byte[] before = Files.readAllBytes(scene.record());
    Path journal = scene.record().resolveSibling("." + scene.record().getFileName() + ".change");
    Files.write(journal, java.nio.ByteBuffer.allocate(8).putLong(before.length).array());
    Files.write(scene.record(), new byte[700], java.nio.file.StandardOpenOption.APPEND);
    scene.receives(scene.votes(1, "Yes"));
    assertThat(Ran.of("", "verify", scene.record().toString()).out()).endsWith("VALID SO FAR\n");
    assertThat(journal).isEmptyFile();
  }

  @Test
  void givesNoCredentialAgainAfterTheyWereForgotten() throws IOException {
    Path file = BallotScene.file(scene.credentials, ".credentials.SECRET.txt");
    assertThat(BallotScene.does("credentials", "again", file, "--voter", "2")).isEqualTo(scene.credential(2) + "\n");
    assertThat(BallotScene.refused(Exit.BAD_INPUT, "credentials", "again", file, "--voter", "4"))
        .contains("there is no voter \"4\"");
    assertThat(BallotScene.refused(Exit.USAGE, "credentials", "forget", file)).contains("say --yes");
    assertThat(BallotScene.refused(Exit.USAGE, "credentials", "forget", scene.key(1), "--yes"))
        .contains("is not a file of secret credentials");
    BallotScene.does("credentials", "forget", file, "--yes");
    assertThat(file).doesNotExist();
    assertThat(BallotScene.refused(Exit.UNAVAILABLE, "credentials", "again", file, "--voter", "2"))
        .contains("nobody can give one again");
  }
}
