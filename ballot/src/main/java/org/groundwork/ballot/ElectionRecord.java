// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.ResultText;
import org.groundwork.ballot.internal.message.ShuffleText;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.proof.Shuffling;
import org.groundwork.ballot.internal.role.Decryption;
import org.groundwork.ballot.internal.role.RecordKeeper;
import org.groundwork.ballot.internal.verify.RecordVerifier;

/**
 * The record of an election, verified whole: for the returning officer, who continues it, and for trustees, who answer it.
 * Every change is made whole or not at all, one at a time, and what it adds is verified.
 */
public final class ElectionRecord {
  private static final String SHUFFLE = "shuffle";
  /** The name of a record's first entry, and so its first bytes. */
  private static final String BEGINNING = "BELENIOS";
  private final RecordKeeper keeper;

  private ElectionRecord(RecordKeeper keeper) { this.keeper = keeper; }

  /** How far an election is. */
  public enum Stage {
    /** Ballots are received. */
    VOTING,
    /** Voting is over; trustees shuffle the rankings, one after the other. */
    SHUFFLING,
    /** Trustees decrypt. */
    DECRYPTING,
    /** The result is there. */
    DONE
  }

  /**
   * Begins the record of an election.
   *
   * @param path where; nothing may be there
   * @param seconds now, in seconds since 1970
   * @throws Refused if the list or the trustees are not those of the draft, or false
   * @throws java.nio.file.FileAlreadyExistsException if something is there
   */
  public static ElectionRecord create(Path path, long seconds, ElectionDraft draft, CredentialList credentials,
      ElectionTrustees trustees) throws IOException {
    if (!credentials.uuid().equals(draft.uuid())) {
      throw new Refused(Reason.WRONG_UUID, "",
          "the credentials are for the election " + credentials.uuid() + ", not for " + draft.uuid());
    }
    if (credentials.size() == 0) {
      throw new Refused(Reason.MALFORMED, "", "the list has no credential");
    }
    return new ElectionRecord(RecordKeeper.create(path, seconds, draft.text(draft.uuid(), trustees.all()),
        trustees.all(), credentials.entries()));
  }

  /**
   * Verifies a record and reads it, on all cores; nothing is changed.
   *
   * @throws Refused if something of it is false
   */
  public static ElectionRecord open(Path path) throws IOException {
    mustBeRecord(path);
    return new ElectionRecord(RecordKeeper.open(path, Runtime.getRuntime().availableProcessors()));
  }

  /** That a file begins as records do, since somebody who names another file has to be told so. */
  static void mustBeRecord(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      if (!new String(in.readNBytes(BEGINNING.length()), StandardCharsets.US_ASCII).equals(BEGINNING)) {
        throw new Refused(Reason.NOT_AN_ARCHIVE, path.toString(),
            "this is not the record of an election; its name ends in .bel");
      }
    }
  }

  /** What its files are named after. */
  public String uuid() { return keeper.state().election().uuid(); }

  /** Its title. */
  public String name() { return keeper.state().election().name(); }

  /** What is asked. */
  public List<Asked> questions() {
    return keeper.state().election().questions().stream().map(Asked::of).toList();
  }

  /** How far it is. */
  public Stage stage() {
    return switch (keeper.state().stage()) {
      case VOTING -> Stage.VOTING;
      case SHUFFLING -> Stage.SHUFFLING;
      case DECRYPTING -> Stage.DECRYPTING;
      case DONE -> Stage.DONE;
      case EMPTY, CLOSED -> throw new Refused(Reason.TRUNCATED, "", "the record ends where no step ends");
    };
  }

  /** How many ballots it has. */
  public int ballots() { return keeper.state().ballots(); }

  /** How many voters cast them. */
  public int voters() { return keeper.state().voters(); }

  /** How many shuffles it has. */
  public int shuffles() { return keeper.state().shuffles(); }

  /** How many trustees it has. */
  public int trustees() { return keeper.state().trustees().count(); }

  /**
   * Whether an election asks for something at this stage.
   *
   * @throws Refused if not, saying what it waits for
   */
  public void require(Stage stage, String what) {
    if (stage() != stage) {
      throw new Refused(Reason.EVENT_OUT_OF_ORDER, "", what + " is not possible now: " + switch (stage()) {
        case VOTING -> "voting goes on";
        case SHUFFLING -> "voting is over, and the shuffles are not";
        case DECRYPTING -> "the trustees decrypt";
        case DONE -> "the election is over and its result is in the record";
      });
    }
  }

  /** The trustees' numbers whose part of the decryption is there. */
  public List<Integer> decrypted() {
    return keeper.state().opening().owners();
  }

  /**
   * Trustees of whose parts some are missing.
   *
   * @param trustees their numbers
   * @param needed how many of them have to decrypt still
   */
  public record Missing(List<Integer> trustees, int needed) {
    public Missing { trustees = List.copyOf(trustees); }
  }

  /** Who has to decrypt before there is a result; empty if enough did. */
  public List<Missing> missing() {
    var missing = new ArrayList<Missing>();
    int first = 1;
    for (Trustees.Kind kind : keeper.state().trustees().kinds()) {
      int size = kind.keys().size();
      var absent = new ArrayList<Integer>();
      for (int number = first; number < first + size; number++) {
        if (!decrypted().contains(number)) {
          absent.add(number);
        }
      }
      int needed = switch (kind) {
        case Trustees.Single _ -> absent.size();
        case Trustees.Pedersen ceremony -> ceremony.threshold() - (size - absent.size());
      };
      if (needed > 0) {
        missing.add(new Missing(absent, needed));
      }
      first += size;
    }
    return missing;
  }

  /**
   * What a trustee answers.
   *
   * @param trustee their number
   * @param text what is handed to the returning officer
   */
  public record Answer(int trustee, String text) {}

  /** A trustee's shuffle, for the returning officer. */
  public Answer shuffle(TrusteeKey key, Randomness randomness) {
    require(Stage.SHUFFLING, "a shuffle");
    RecordVerifier.State state = keeper.state();
    int number = number(key);
    var shuffling = new Shuffling(state.context(), randomness);
    var ciphertexts = new ArrayList<List<Ciphertext>>();
    var proofs = new ArrayList<ShuffleText.ShuffleProofText>();
    for (List<Ciphertext> each : state.tally().toShuffle(state.election())) {
      Shuffling.Shuffled shuffled = shuffling.shuffle(each);
      ciphertexts.add(shuffled.ciphertexts());
      proofs.add(shuffled.proof());
    }
    String payload = new ShuffleText(ciphertexts, proofs).write();
    return new Answer(number, new Handover(after(), uuid(), number, payload).write());
  }

  /** The kind of a shuffle after so many others: one made too early or too late is told by it. */
  private String after() {
    return SHUFFLE + "-" + (keeper.state().shuffles() + 1);
  }

  /** A trustee's part of the decryption, for the returning officer. */
  public Answer decrypt(TrusteeKey key, Randomness randomness) {
    require(Stage.DECRYPTING, "a decryption");
    int number = number(key);
    if (decrypted().contains(number)) {
      throw new Refused(Reason.WRONG_OWNER, "trustee " + number,
          "your part of the decryption is in the record already");
    }
    DecryptionFile file = DecryptionFile.of(keeper.state(), key.secret(), randomness);
    return new Answer(number, new Handover(DecryptionFile.WHAT, uuid(), number, file.write()).write());
  }

  private int number(TrusteeKey key) {
    return key.numberIn(uuid(), keeper.state().election().group(), keeper.state().trustees());
  }

  /** What a question's votes came to. */
  public sealed interface Counted {}

  /**
   * Of a question that is added up.
   *
   * @param blank how many votes were blank; empty where none may be
   * @param votes for each answer
   */
  public record Sums(Optional<Long> blank, List<Long> votes) implements Counted {
    public Sums { votes = List.copyOf(votes); }
  }

  /**
   * Of a ranking.
   *
   * @param ballots for each voter, in an order that nobody knows, the rank of each answer from 1; 0 for none
   */
  public record Rankings(List<List<Integer>> ballots) implements Counted {
    public Rankings { ballots = List.copyOf(ballots); }
  }

  /**
   * The result of each question.
   *
   * @throws Refused if there is none yet
   */
  public List<Counted> result() {
    require(Stage.DONE, "a result");
    RecordVerifier.State state = keeper.state();
    ResultText result = Decryption.result(state.election(), state.opening(), state.weight());
    var counted = new ArrayList<Counted>();
    for (int i = 0; i < result.questions().size(); i++) {
      boolean blank = questions().get(i).blank();
      counted.add(switch (result.questions().get(i)) {
        case ResultText.Sums sums -> sums(blank, sums.sums().stream().map(each -> each.longValueExact()).toList());
        case ResultText.Lists lists -> new Rankings(lists.lists());
      });
    }
    return counted;
  }

  private static Sums sums(boolean blank, List<Long> sums) {
    return blank
        ? new Sums(Optional.of(sums.getFirst()), sums.subList(1, sums.size()))
        : new Sums(Optional.empty(), sums);
  }

  /**
   * What became of ballots.
   *
   * @param record the record with those that are right
   * @param refusals for each ballot in turn why it was not taken; empty if it was
   */
  public record Received(ElectionRecord record, List<Optional<Refused>> refusals) {
    public Received { refusals = List.copyOf(refusals); }
  }

  /** Adds the ballots that are right, in their order. */
  public static Received receive(Path path, List<byte[]> ballots) throws IOException {
    var refusals = new ArrayList<Optional<Refused>>();
    ElectionRecord after = change(path, Stage.VOTING, "receiving ballots", record -> {
      RecordKeeper.Received received = record.keeper
          .receive(ballots.stream().map(each -> new String(each, StandardCharsets.UTF_8)).toList());
      refusals.addAll(received.refusals());
      return received.record();
    });
    return new Received(after, refusals);
  }

  /** Ends the voting and adds the encrypted tally. */
  public static ElectionRecord close(Path path) throws IOException {
    return change(path, Stage.VOTING, "the end of voting", record -> {
      if (record.voters() == 0) {
        throw new Refused(Reason.EVENT_OUT_OF_ORDER, "", "nobody voted: there is nothing to count");
      }
      return record.keeper.close();
    });
  }

  /**
   * Adds what a trustee handed over.
   *
   * @return the record with it
   * @throws Refused if it is false, or not what the record waits for
   */
  public static ElectionRecord add(Path path, byte[] answer) throws IOException {
    Handover file = Handover.read(answer);
    if (file.what().startsWith(SHUFFLE)) {
      return change(path, Stage.SHUFFLING, "adding a shuffle", record -> record.addShuffle(file, answer));
    }
    return change(path, Stage.DECRYPTING, "adding a part of the decryption", record -> {
      Handover part = Handover.read(answer, record.uuid(), DecryptionFile.WHAT);
      record.mustHave(part.number());
      RecordVerifier.State state = record.keeper.state();
      DecryptionFile decryption = DecryptionFile.read(state.election().group().q(), part.payload());
      decryption.check(state, part.number());
      return record.keeper.decrypted(part.number(), decryption.part());
    });
  }

  private RecordKeeper addShuffle(Handover file, byte[] answer) throws IOException {
    Handover mine = Handover.read(answer, uuid(), file.what());
    mustHave(mine.number());
    if (!mine.what().equals(after())) {
      throw new Refused(Reason.BAD_SHUFFLE, "trustee " + mine.number(), "this is a \"" + mine.what()
          + "\", and the record waits for \"" + after() + "\"; the trustee has to shuffle the record as it is now");
    }
    return keeper.shuffled(mine.number(), mine.payload());
  }

  private void mustHave(int trustee) {
    if (trustee < 1 || trustee > trustees()) {
      throw new Refused(Reason.WRONG_OWNER, "", "there is no trustee " + trustee + ", only 1 to " + trustees());
    }
  }

  /** Ends the shuffles. */
  public static ElectionRecord endShuffles(Path path) throws IOException {
    return change(path, Stage.SHUFFLING, "the end of shuffles", record -> record.keeper.endShuffles());
  }

  /** Adds the result. */
  public static ElectionRecord addResult(Path path) throws IOException {
    return change(path, Stage.DECRYPTING, "the result", record -> record.keeper.result());
  }

  /** A step. */
  @FunctionalInterface
  private interface Step {
    RecordKeeper make(ElectionRecord before) throws IOException;
  }

  private static ElectionRecord change(Path path, Stage stage, String what, Step step) throws IOException {
    mustBeRecord(path);
    return new ElectionRecord(RecordKeeper.change(path, keeper -> {
      var before = new ElectionRecord(keeper);
      before.require(stage, what);
      return step.make(before);
    }));
  }
}
