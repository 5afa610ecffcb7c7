// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.booth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.groundwork.ballot.Finding;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.Verification;
import org.groundwork.ballot.booth.Booth.Ballot;
import org.groundwork.ballot.internal.message.BallotText;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.message.ShuffleText;
import org.groundwork.ballot.internal.message.ShuffleText.ShuffleProofText;
import org.groundwork.ballot.internal.proof.Shuffling;
import org.groundwork.ballot.internal.role.Credential.Form;
import org.groundwork.ballot.internal.role.Decryption;
import org.groundwork.ballot.internal.role.RecordKeeper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ballots that a browser makes are what the library verifies, Belenios verifies, and the trustee decrypts. */
class BoothBallotsTest {
  private static Chromium chromium;
  private static Booth booth;

  @BeforeAll
  static void open() {
    chromium = new Chromium();
    booth = new Booth(chromium.page("en"));
  }

  @AfterAll
  static void nothingElseHappened() {
    try (Chromium closed = chromium) {
      assertThat(closed.requests()).isNotEmpty().allMatch(each -> each.matches("(file|blob):.*"));
      assertThat(closed.errors()).isEmpty();
    }
  }

  private static List<Question> added() {
    return List.of(TestElection.ONE, TestElection.BLANK, TestElection.ANY, TestElection.BLANK_OR_NONE);
  }

  private static List<Question> all() {
    var all = new ArrayList<>(added());
    all.add(TestElection.RANKING);
    return all;
  }

  private static List<List<int[]>> votes() {
    return List.of(
        List.of(new int[]{1, 0, 0}, new int[]{1, 0, 0, 0, 0}, new int[]{0, 0}, new int[]{1, 0},
            new int[]{0, 0, 0, 0, 0}),
        List.of(new int[]{0, 1, 0}, new int[]{0, 0, 0, 0, 1}, new int[]{1, 0}, new int[]{0, 0},
            new int[]{255, 0, 1, 2, 255}),
        List.of(new int[]{0, 0, 1}, new int[]{0, 1, 1, 0, 1}, new int[]{1, 1}, new int[]{1, 0},
            new int[]{1, 2, 3, 4, 5}));
  }

  @ParameterizedTest
  @CsvSource({"Ed25519, FIFTEEN", "Ed25519, TWENTY_TWO", "BELENIOS-2048, FIFTEEN", "BELENIOS-2048, TWENTY_TWO",
      "RFC-3526-2048, FIFTEEN", "RFC-3526-2048, TWENTY_TWO"})
  void makesBallotsThatTheVerifierAccepts(String group, Form form) {
    boolean ranks = !group.equals("BELENIOS-2048");
    var election = TestElection.of(group, ranks ? all() : added(), form, 3);
    for (int i = 0; i < 3; i++) {
      List<int[]> votes = votes().get(i).subList(0, ranks ? 5 : 4);
      Ballot ballot = booth.make(election.text(), election.credentials().get(i), votes);
      byte[] bytes = ballot.text().getBytes(StandardCharsets.UTF_8);
      BallotText read = election.check().checked(bytes);
      assertThat(ballot.tracker()).isEqualTo(BallotText.tracker(bytes));
      assertThat(ballot.credential()).isEqualTo(read.credential().text())
          .isEqualTo(election.publicCredential(election.credentials().get(i)));
    }
  }

  @Test
  void makesAnotherBallotOfTheSameVoteEachTime() {
    var election = TestElection.of("Ed25519", added(), Form.FIFTEEN, 1);
    List<int[]> votes = votes().getFirst().subList(0, 4);
    Ballot first = booth.make(election.text(), election.credentials().getFirst(), votes);
    Ballot second = booth.make(election.text(), election.credentials().getFirst(), votes);
    assertThat(first.text()).isNotEqualTo(second.text());
    assertThat(ciphertexts(election, first)).doesNotContainAnyElementsOf(ciphertexts(election, second))
        .doesNotHaveDuplicates();
  }

  private static List<String> ciphertexts(TestElection election, Ballot ballot) {
    return BallotText.read(election.election(), ballot.text().getBytes(StandardCharsets.UTF_8))
        .answers()
        .stream()
        .flatMap(each -> each.ciphertexts().stream())
        .map(each -> each.alpha().text())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"Ed25519", "BELENIOS-2048"})
  void takesRandomnessFromTheTestAndDrawsAgainWhatIsTooLarge(String group) {
    var election = TestElection.of(group, added(), Form.FIFTEEN, 1);
    List<int[]> votes = votes().getFirst().subList(0, 4);
    Ballot first = booth.make(election.text(), election.credentials().getFirst(), votes, "same");
    assertThat(booth.make(election.text(), election.credentials().getFirst(), votes, "same")).isEqualTo(first);
    Ballot high = booth.make(election.text(), election.credentials().getFirst(), votes, "high");
    election.check().checked(high.text().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void makesNoBallotWithoutRandomness() {
    var election = TestElection.of("BELENIOS-2048", added(), Form.TWENTY_TWO, 1);
    assertThat(booth.failure(election.text(), "abcde-fghijk-ABCDE-FGHJKL", votes().getFirst().subList(0, 4), "broken"))
        .isEqualTo("no randomness");
  }

  /** What a fault of the browser's arithmetic would leave: one part of the ballot is another. */
  @ParameterizedTest
  @CsvSource({"Ed25519", "BELENIOS-2048"})
  void givesOutNoBallotThatItsOwnVerificationFindsFalse(String group) {
    boolean ranks = !group.equals("BELENIOS-2048");
    Question second = ranks ? TestElection.RANKING : TestElection.ONE;
    var election = TestElection.of(group, List.of(TestElection.BLANK, second), Form.TWENTY_TWO, 1);
    Ballot ballot = booth.make(election.text(), election.credentials().getFirst(),
        List.of(new int[]{0, 1, 0, 1, 0}, ranks ? new int[]{1, 2, 3, 4, 5} : new int[]{0, 1, 0}));
    assertThat(booth.faults(election.text(), ballot.text())).as("proofs that hold though a part was changed").isEmpty();
  }

  @Test
  void isCountedByBeleniosAndByUs(@TempDir Path folder) throws Exception {
    var election = TestElection.of("BELENIOS-2048", added(), Form.FIFTEEN, 3);
    RecordKeeper record = cast(election, folder, 4);
    record = decrypted(election, record.close());
    assertThat(result(record)).isEqualTo("{\"result\":[[1,1,1],[1,1,1,0,2],[2,1],[2,0]]}");
    assertThat(verdict(folder)).isEqualTo(Verdict.VALID);
    Process belenios = new ProcessBuilder("belenios-tool", "election", "verify", "--dir", folder.toString())
        .redirectErrorStream(true)
        .start();
    String said = new String(belenios.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(belenios.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(belenios.exitValue()).as(said).isZero();
    assertThat(said).contains("all checks passed");
  }

  @ParameterizedTest
  @CsvSource({"Ed25519", "RFC-3526-2048"})
  void keepsRankingsThroughShuffleAndDecryption(String group, @TempDir Path folder) throws Exception {
    var election = TestElection.of(group, all(), Form.TWENTY_TWO, 3);
    RecordKeeper record = cast(election, folder, 5).close();
    var shuffling = new Shuffling(record.state().context(), Randomness.secure());
    var ciphertexts = new ArrayList<List<Ciphertext>>();
    var proofs = new ArrayList<ShuffleProofText>();
    for (var list : record.state().tally().toShuffle(election.election())) {
      var shuffled = shuffling.shuffle(list);
      ciphertexts.add(shuffled.ciphertexts());
      proofs.add(shuffled.proof());
    }
    record = record.shuffled(1, new ShuffleText(ciphertexts, proofs).write()).endShuffles();
    record = decrypted(election, record);
    assertThat(result(record)).contains("[1,2,3,4,5]", "[255,0,1,2,255]", "[0,0,0,0,0]",
        "[[1,1,1],[1,1,1,0,2],[2,1],[2,0],");
    assertThat(verdict(folder)).isEqualTo(Verdict.VALID);
  }

  private static RecordKeeper cast(TestElection election, Path folder, int questions) throws IOException {
    RecordKeeper record = RecordKeeper.create(folder.resolve(TestElection.UUID + ".bel"), 1_795_456_939L,
        election.text(), election.trustees(), election.publicCredentials());
    var ballots = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      ballots.add(booth.make(election.text(), election.credentials().get(i), votes().get(i).subList(0, questions))
          .text());
    }
    return record.cast(ballots);
  }

  private static RecordKeeper decrypted(TestElection election, RecordKeeper record) throws IOException {
    String part = Decryption
        .part(election.election(), record.state().tally(), election.privateKey(), Randomness.secure())
        .write();
    return record.decrypted(1, part).result();
  }

  private static String result(RecordKeeper record) {
    var state = record.state();
    return Decryption.result(state.election(), state.opening(), state.weight()).write();
  }

  private static Verdict verdict(Path folder) throws IOException {
    var findings = new ArrayList<Finding>();
    return Verification.of(folder.resolve(TestElection.UUID + ".bel")).run(findings::add, _ -> {});
  }
}
