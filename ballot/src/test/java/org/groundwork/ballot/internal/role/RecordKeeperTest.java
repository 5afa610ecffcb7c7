// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.internal.archive.ArchiveWriter;
import org.groundwork.ballot.internal.verify.RecordVerifier.State;
import org.groundwork.ballot.made.Made;
import org.groundwork.ballot.made.Story;
import org.groundwork.ballot.made.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record in the hands of who keeps it: what is added is verified after what was verified before. */
class RecordKeeperTest {
  @TempDir
  Path folder;

  private static void refused(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class,
        each -> assertThat(each.reason()).as(each.sentence()).isEqualTo(reason));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void leavesNothingBehindWhereARecordIsRefused() throws IOException {
    Made made = Made.in(folder).begin();
    String election = made.story().setup().election();
    String mine = made.publicCredentials().getFirst();
    List<String> before = files();
    Path other = folder.resolve("other.bel");
    refused(Reason.DUPLICATE_CREDENTIAL,
        () -> RecordKeeper.create(other, 1, election, made.trustees(), List.of(mine, mine)));
    refused(Reason.MALFORMED, () -> RecordKeeper.create(other, 1, "{", made.trustees(), List.of(mine)));
    assertThat(files()).isEqualTo(before);
    byte[] record = Files.readAllBytes(made.record());
    assertThatThrownBy(() -> RecordKeeper.create(made.record(), 1, election, made.trustees(), List.of(mine)))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(made.record()).hasBinaryContent(record);
    assertThat(files()).isEqualTo(before);
  }

  private static List<Object> said(State state) {
    return List.of(state.stage(), state.ballots(), state.voters(), state.weight(), state.tally().write(),
        state.shuffles(), state.opening().owners(), state.events(), state.last());
  }

  private static void sameAsFromTheBeginning(Made made) throws IOException {
    assertThat(said(made.keeper().state())).isEqualTo(said(RecordKeeper.open(made.record(), 2).state()));
  }

  /** Every stage of an election, with votes that are cast again: nothing of what was known before is forgotten. */
  @Test
  void knowsTheSameAsWhoVerifiesFromTheBeginning() throws IOException {
    Made made = Made.in(folder).asks(Made.STRIKE, Made.RANKING).trustees(2).begin();
    sameAsFromTheBeginning(made);
    for (int[] rank : List.of(new int[]{1, 2, 3}, new int[]{3, 2, 1}, new int[]{2, 2, 1})) {
      made.vote(1, new int[]{1, 0}, rank).vote(2, new int[]{0, 1}, rank);
      sameAsFromTheBeginning(made);
    }
    made.close();
    sameAsFromTheBeginning(made);
    made.shuffle(2, 1);
    sameAsFromTheBeginning(made);
    made.decrypt(1);
    sameAsFromTheBeginning(made);
    made.decrypt(2).count();
    sameAsFromTheBeginning(made);
    Told.of(made.record()).is(Verdict.VALID);
  }

  @Test
  void doesNotAddABallotThatAnEarlierOneOfTheSameWorkIs() throws IOException {
    Made made = Made.in(folder).begin();
    String ballot = made.ballot(1, new int[]{1, 0});
    made.cast(ballot);
    long length = Files.size(made.record());
    refused(Reason.REPLAYED_BALLOT, () -> made.cast(ballot));
    assertThat(made.record()).hasSize(length);
    refused(Reason.WRONG_OWNER, () -> made.close().decrypt(1).keeper().decrypted(1, made.part(1)));
    Told.of(made.record()).is(Verdict.VALID_SO_FAR);
  }

  @Test
  void doesNotGoOnWithARecordThatSomebodyElseChanged() throws IOException {
    Made made = Made.in(folder).begin();
    RecordKeeper before = made.keeper();
    made.vote(1, new int[]{1, 0});
    byte[] record = Files.readAllBytes(made.record());
    refused(Reason.EVENT_OUT_OF_ORDER, before::close);
    RecordKeeper.open(made.record(), 1).cast(List.of(made.ballot(2, new int[]{0, 1})));
    refused(Reason.EVENT_OUT_OF_ORDER, () -> made.keeper().close());
    Files.write(made.record(), record);
    made.close();
    Told.of(made.record()).is(Verdict.VALID_SO_FAR);
  }

  private static void append(Made made, State state, Story.Step step) throws IOException {
    try (var writer = ArchiveWriter.append(made.record(), made.story().seconds(), state.last(), state.events())) {
      Story.write(writer, step);
    }
  }

  @Test
  void findsWhatIsFalseInWhatWasAdded() throws IOException {
    Made made = Made.in(folder).begin().vote(1, new int[]{1, 0});
    String ballot = made.ballot(2, new int[]{1, 0});
    String voted = made.story().all(Story.Ballot.class).getFirst().text();
    byte[] record = Files.readAllBytes(made.record());
    for (var each : List.of(
        new Added(Reason.REPLAYED_BALLOT, new Story.Ballot(voted)),
        new Added(Reason.NOT_CANONICAL, new Story.Ballot(ballot + " ")),
        new Added(Reason.BAD_BALLOT_HASH, new Story.Ballot(ballot.replaceFirst("(\"hash\":\")(...)", "$1AAA"))),
        new Added(Reason.EVENT_OUT_OF_ORDER, new Story.EndShuffles()))) {
      Files.write(made.record(), record);
      var reading = new RecordReading(made.record(), 2);
      append(made, reading.first(), each.step());
      refused(each.reason(), () -> reading.next(made.record()));
      assertThatThrownBy(() -> reading.next(made.record())).isInstanceOf(IllegalStateException.class);
    }
    Files.write(made.record(), record);
    var reading = new RecordReading(made.record(), 2);
    append(made, reading.first(), new Story.Ballot(ballot));
    assertThat(reading.next(made.record()).voters()).isEqualTo(2);
    Files.write(made.record(), record);
    refused(Reason.TRUNCATED, () -> reading.next(made.record()));
  }

  private record Added(Reason reason, Story.Step step) {}

  /** What was verified is not verified again: what it says was remembered, not the file's word for it. */
  @Test
  void readsOnlyWhatWasAdded() throws IOException {
    Made made = Made.in(folder).begin().vote(1, new int[]{1, 0});
    var reading = new RecordReading(made.record(), 1);
    State state = reading.first();
    append(made, state, new Story.Ballot(made.ballot(2, new int[]{1, 0})));
    byte[] whole = Files.readAllBytes(made.record());
    try (var file = new RandomAccessFile(made.record().toFile(), "rw")) {
      file.seek(new String(whole, StandardCharsets.ISO_8859_1).indexOf("election_uuid"));
      file.write('x');
    }
    assertThat(reading.next(made.record()).ballots()).isEqualTo(2);
    refused(Reason.NAME_IS_NOT_THE_HASH, () -> RecordKeeper.open(made.record(), 1));
    Files.write(made.record(), whole);
    Told.of(made.record()).is(Verdict.VALID_SO_FAR);
  }

  @Test
  void takesBackWhatAChangeAddedBeforeItFailed() throws IOException {
    Made made = Made.in(folder).begin().vote(1, new int[]{1, 0});
    byte[] record = Files.readAllBytes(made.record());
    var good = made.ballot(2, new int[]{1, 0});
    refused(Reason.UNKNOWN_CREDENTIAL, () -> RecordKeeper.change(made.record(), keeper -> keeper.cast(
        List.of(good, made.ballotOf(java.math.BigInteger.TEN, made.election(), new int[]{1, 0})))));
    assertThat(made.record()).hasBinaryContent(record);
    RecordKeeper changed = RecordKeeper.change(made.record(), keeper -> keeper.cast(List.of(good)).close());
    assertThat(changed.state().voters()).isEqualTo(2);
    Told.of(made.record()).is(Verdict.VALID_SO_FAR);
    assertThat(made.story().all(Story.Tallied.class)).hasSize(1);
  }
}
