// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundwork.ballot.CredentialIssue.Form;
import org.groundwork.ballot.CredentialIssue.Voter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of the roles as a library. */
class ElectionRolesTest {
  private static final Randomness RANDOM = Randomness.secure();

  @TempDir
  private Path folder = Path.of("");
  private final List<Secret> credentials = new ArrayList<>();
  private ElectionDraft draft = draft();
  private TrusteeKey key = TrusteeKey.create(draft, RANDOM);
  private Path record = Path.of("");

  private static ElectionDraft draft() {
    return ElectionDraft.create(ElectionDraft.template("Vote", "", List.of(new Asked("Agree?", List.of("Yes", "No"),
        false, true, 1, 1)), Optional.empty(), Optional.empty()), Optional.empty(), false, RANDOM);
  }

  private static byte[] bytes(String text) { return text.getBytes(StandardCharsets.UTF_8); }

  private ElectionTrustees trustees() { return ElectionTrustees.of(draft, List.of(bytes(key.publicKey(RANDOM)))); }

  private CredentialList list() throws IOException {
    var voters = List.of(new Voter("Ana", 1), new Voter("Ben", 1));
    return CredentialList.read(bytes(new CredentialIssue(draft, Form.TWENTY_TWO, false, RANDOM).make(voters, 2,
        (voter, credential, entry) -> credentials.add(
            Secret.of(credential.text(SecretAccess.granted()), SecretAccess.granted())))));
  }

  @BeforeEach
  void opens() throws IOException {
    draft = ElectionDraft.read(bytes(draft.write()));
    key = TrusteeKey.read(bytes(key.write(SecretAccess.granted())));
    record = folder.resolve("record.bel");
    ElectionRecord.create(record, 1_795_456_939L, draft, list(), trustees());
  }

  private byte[] ballot(int voter, int... answers) throws IOException {
    var votes = new ArrayList<Integer>();
    for (int each : answers) {
      votes.add(each);
    }
    return bytes(PublicElection.read(record).ballot(credentials.get(voter), List.of(votes), RANDOM).text());
  }

  @Test
  void letsNobodyChangeARecordThatSomebodyIsChanging() throws IOException {
    byte[] ballot = ballot(0, 1);
    Path journal = folder.resolve(".record.bel.change");
    try (var channel = FileChannel.open(journal, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> ElectionRecord.receive(record, List.of(ballot))).isInstanceOf(Refused.class)
          .hasMessageStartingWith("another command is changing this record");
    }
    assertThat(ElectionRecord.receive(record, List.of(ballot)).record().ballots()).isEqualTo(1);
  }

  @Test
  void beginsNoRecordWhereSomethingIs() throws IOException {
    byte[] before = Files.readAllBytes(record);
    assertThatThrownBy(() -> ElectionRecord.create(record, 0, draft, list(), trustees()))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(Files.readAllBytes(record)).isEqualTo(before);
    try (var files = Files.list(folder)) {
      assertThat(files.toList()).containsExactly(record);
    }
  }

  @Test
  void countsNoPartOfATrialAsOneOfTheElection() throws IOException {
    var trial = TrialDecryption.read(draft, bytes(TrialDecryption.create(draft, trustees(), RANDOM).write()));
    String part = trial.part(key, RANDOM).text();
    assertThat(trial.check(List.of(bytes(part))).allWork()).isTrue();
    ElectionRecord.receive(record, List.of(ballot(0, 2)));
    ElectionRecord.close(record);
    byte[] passedOff = bytes(part.replace("trial-part", "decryption"));
    assertThatThrownBy(() -> ElectionRecord.add(record, passedOff)).isInstanceOf(Refused.class)
        .hasMessageContaining("the proof that is bound to the votes is missing");
    String honest = ElectionRecord.open(record).decrypt(key, RANDOM).text();
    String bound = honest.substring(honest.indexOf("{\"bound\""), honest.indexOf("{\"decryption_factors\""));
    byte[] dressed = bytes(part.replace("trial-part", "decryption")
        .replace("\"payload\":", "\"payload\":" + bound) + "}");
    assertThatThrownBy(() -> ElectionRecord.add(record, dressed)).isInstanceOf(Refused.class)
        .extracting(each -> ((Refused) each).reason())
        .isEqualTo(Reason.BAD_BOUND_PROOF);
    assertThat(ElectionRecord.add(record, bytes(honest)).missing()).isEmpty();
  }

  @Test
  void findsAPartOfATrialThatIsOfOtherNumbers() {
    String text = TrialDecryption.create(draft, trustees(), RANDOM).write();
    String part = TrialDecryption.read(draft, bytes(text)).part(key, RANDOM).text();
    String other = text.replaceFirst("\"randomness\":\"\\d+\"", "\"randomness\":\"7\"");
    TrialDecryption.Outcome outcome = TrialDecryption.read(draft, bytes(other)).check(List.of(bytes(part)));
    assertThat(outcome.allWork()).isFalse();
    assertThat(outcome.refusals().getFirst().reason()).isEqualTo(Reason.BAD_DECRYPTION_PROOF);
    assertThat(outcome.missing()).containsExactly(1);
  }

  @Test
  void takesNoTrialThatIsWrittenOtherwise() {
    String text = TrialDecryption.create(draft, trustees(), RANDOM).write().replace("\"known\":", "\"known\" :");
    assertThatThrownBy(() -> TrialDecryption.read(draft, bytes(text))).isInstanceOf(Refused.class)
        .hasMessageContaining("the one way to write it");
  }

  @Test
  void takesTheLastBallotOfAVoterAndRefusesAForeignOne() throws IOException {
    byte[] first = ballot(0, 1);
    byte[] last = ballot(0, 0);
    ElectionRecord.Received received = ElectionRecord.receive(record, List.of(first, last, first, bytes("{}")));
    assertThat(received.refusals().stream().map(each -> each.map(Refused::reason)).toList()).containsExactly(
        Optional.empty(), Optional.empty(), Optional.of(Reason.REPLAYED_BALLOT), Optional.of(Reason.MALFORMED));
    ElectionRecord.close(record);
    ElectionRecord.add(record, bytes(ElectionRecord.open(record).decrypt(key, RANDOM).text()));
    assertThat(ElectionRecord.addResult(record).result())
        .containsExactly(new ElectionRecord.Sums(Optional.of(1L), List.of(0L, 0L)));
  }

  @Test
  void makesPublicCredentialsInAnOrderThatSaysNothing() throws IOException {
    var voters = new ArrayList<Voter>();
    for (int i = 0; i < 600; i++) {
      voters.add(new Voter("v" + i, 1));
    }
    var entries = new ArrayList<String>();
    CredentialList made = CredentialList.read(bytes(new CredentialIssue(draft, Form.TWENTY_TWO, false, RANDOM)
        .make(voters, 2, (voter, credential, entry) -> {
          assertThat(voter.name()).isEqualTo("v" + entries.size());
          entries.add(entry);
        })));
    assertThat(made.entries()).isSorted().hasSize(600).containsExactlyInAnyOrderElementsOf(entries);
  }

  @Test
  void showsNothingSecret() {
    assertThat(List.of(key.toString(), KeyCeremony.seed(draft, 1, 2, 2, RANDOM).toString()))
        .noneMatch(each -> each.contains(key.secret().text(SecretAccess.granted())))
        .last()
        .asString()
        .contains("seed=a secret");
  }
}
