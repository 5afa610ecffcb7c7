// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.role;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.archive.ArchiveWriter;
import org.groundwork.ballot.internal.archive.Event;
import org.groundwork.ballot.internal.archive.Hash;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Owned;
import org.groundwork.ballot.internal.message.SetupData;
import org.groundwork.ballot.internal.message.ShuffleText;
import org.groundwork.ballot.internal.message.Tally;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.verify.BallotCheck;
import org.groundwork.ballot.internal.verify.RecordVerifier.Stage;
import org.groundwork.ballot.internal.verify.RecordVerifier.State;
import org.groundwork.ballot.internal.verify.Shuffles;

/**
 * The record of an election in the hands of who keeps it: verified whole when it is opened, then continued. What is added is
 * verified as everybody does it, after what was verified before. Nothing is added that a verifier would refuse.
 */
public final class RecordKeeper {
  private final Path path;
  private final RecordReading reading;
  private final State state;
  private final long end;

  private RecordKeeper(Path path, RecordReading reading, State state) {
    this.path = path;
    this.reading = reading;
    this.state = state;
    this.end = reading.end();
  }

  /**
   * Begins a record; if something of it is false there is none.
   *
   * @param path where; nothing may be there
   * @param seconds now, in seconds since 1970
   * @param election its text
   * @param credentials the public credentials, each with a comma and its weight if there are weights
   * @throws Refused if something of it is false
   * @throws FileAlreadyExistsException if something is there
   */
  public static RecordKeeper create(Path path, long seconds, String election, Trustees trustees,
      Iterable<String> credentials)
      throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    Path aside = path.resolveSibling("." + path.getFileName() + ".new");
    Files.deleteIfExists(aside);
    try {
      begin(aside, seconds, election, trustees, credentials);
      var reading = new RecordReading(aside, 1);
      State state = reading.first();
      Files.move(aside, path);
      return new RecordKeeper(path, reading, state);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static void begin(Path path, long seconds, String election, Trustees trustees, Iterable<String> credentials)
      throws IOException {
    ElectionText.read(election.getBytes(StandardCharsets.UTF_8));
    try (var writer = ArchiveWriter.create(path, seconds)) {
      Hash electionHash = writer.data(election);
      Hash trusteesHash = writer.data(trustees.write());
      var list = new Compact(1 << 16).open('[');
      credentials.forEach(list::plain);
      Hash credentialsHash = writer.data(list.close(']').toString());
      Hash setup = writer.data(new SetupData(electionHash, trusteesHash, credentialsHash).write());
      writer.event(Event.Type.SETUP, Optional.of(setup));
    }
  }

  /**
   * Opens a record and verifies all of it.
   *
   * @throws Refused if something of it is false
   */
  public static RecordKeeper open(Path path, int threads) throws IOException {
    var reading = new RecordReading(path, threads);
    return new RecordKeeper(path, reading, reading.first());
  }

  /** What is done with a record. */
  @FunctionalInterface
  public interface Work {
    /** The record with the change; what it throws takes back what it did. */
    RecordKeeper on(RecordKeeper record) throws IOException;
  }

  /**
   * Changes a record whole or not at all while nobody else does. A record whose last change was cut off is mended first.
   *
   * @throws Refused if somebody else is changing it, it is false, or the change is refused
   */
  public static RecordKeeper change(Path path, Work work) throws IOException {
    try (var change = RecordChange.of(path)) {
      RecordKeeper record = open(path, Runtime.getRuntime().availableProcessors());
      change.begin();
      RecordKeeper changed = work.on(record);
      change.done();
      return changed;
    }
  }

  /** What it holds. */
  public State state() { return state; }

  private void require(Stage stage, String what) {
    if (state.stage() != stage) {
      throw new Refused(Reason.EVENT_OUT_OF_ORDER, "", what + " may not be added to a record at this stage");
    }
  }

  /** Goes on with the record, which has to be as it was verified. */
  private ArchiveWriter writer() throws IOException {
    if (reading.end() != end || Files.size(path) != end) {
      throw new Refused(Reason.EVENT_OUT_OF_ORDER, "",
          "the record was changed since it was opened; open it again and try again");
    }
    return ArchiveWriter.append(path, reading.seconds(), state.last(), state.events());
  }

  /** The record with what was added to it, which is verified. */
  private RecordKeeper again() throws IOException {
    return new RecordKeeper(path, reading, reading.next(path));
  }

  /**
   * Adds ballots, each found to be right.
   *
   * @throws Refused by the first that is not; those before it are added
   */
  public RecordKeeper cast(Iterable<String> ballots) throws IOException {
    require(Stage.VOTING, "a ballot");
    var check = new BallotCheck(state.election(), state.context(), state.credentials());
    var added = new java.util.HashSet<Hash>();
    int number = 0;
    try (ArchiveWriter writer = writer()) {
      for (String text : ballots) {
        number++;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Hash hash = Hash.of(bytes);
        if (state.seen().test(hash) || !added.add(hash)) {
          throw new Refused(Reason.REPLAYED_BALLOT, "ballot " + number, "the very same ballot was cast already");
        }
        try {
          check.checked(bytes);
        } catch (Refused e) {
          throw e.within("ballot " + number);
        }
        writer.event(Event.Type.BALLOT, Optional.of(writer.data(text)));
      }
    }
    return again();
  }

  /**
   * What became of ballots that were received.
   *
   * @param record the record with those that are right
   * @param refusals for each ballot in turn why it was not taken; empty if it was
   */
  public record Received(RecordKeeper record, List<Optional<Refused>> refusals) {
    public Received { refusals = List.copyOf(refusals); }
  }

  /** Adds the ballots that are right, in their order, and says of each other one why not. Checked on all cores. */
  public Received receive(List<String> ballots) throws IOException {
    require(Stage.VOTING, "a ballot");
    var check = new BallotCheck(state.election(), state.context(), state.credentials());
    List<Optional<Refused>> checked = ballots.parallelStream().map(each -> refusal(check, each)).toList();
    var refusals = new ArrayList<Optional<Refused>>();
    var added = new HashSet<Hash>();
    try (ArchiveWriter writer = writer()) {
      for (int i = 0; i < ballots.size(); i++) {
        Hash hash = Hash.of(ballots.get(i).getBytes(StandardCharsets.UTF_8));
        Optional<Refused> refusal = state.seen().test(hash) || added.contains(hash)
            ? Optional.of(new Refused(Reason.REPLAYED_BALLOT, "", "the very same ballot was cast already"))
            : checked.get(i);
        refusals.add(refusal);
        if (refusal.isEmpty()) {
          added.add(hash);
          writer.event(Event.Type.BALLOT, Optional.of(writer.data(ballots.get(i))));
        }
      }
    }
    return new Received(added.isEmpty() ? this : again(), refusals);
  }

  private static Optional<Refused> refusal(BallotCheck check, String text) {
    try {
      check.checked(text.getBytes(StandardCharsets.UTF_8));
      return Optional.empty();
    } catch (Refused e) {
      return Optional.of(e);
    }
  }

  /** Ends the voting and adds the encrypted tally. */
  public RecordKeeper close() throws IOException {
    require(Stage.VOTING, "the end of voting");
    try (ArchiveWriter writer = writer()) {
      writer.event(Event.Type.END_BALLOTS, Optional.empty());
      Hash tally = writer.data(state.tally().write());
      Hash sized = writer.data(new Tally.Sized(state.voters(), Long.toString(state.weight()), tally).write());
      writer.event(Event.Type.ENCRYPTED_TALLY, Optional.of(sized));
    }
    return again();
  }

  /** Adds a trustee's shuffle. */
  public RecordKeeper shuffled(int owner, String text) throws IOException {
    require(Stage.SHUFFLING, "a shuffle");
    var before = state.tally().toShuffle(state.election());
    Shuffles.check(state.context(), before,
        ShuffleText.read(state.election().group(), before, text.getBytes(StandardCharsets.UTF_8)));
    return owned(owner, text, Event.Type.SHUFFLE);
  }

  private RecordKeeper owned(int owner, String text, Event.Type type) throws IOException {
    if (owner < 1 || owner > state.trustees().count()) {
      throw new Refused(Reason.WRONG_OWNER, "trustee " + owner, "there is no such trustee");
    }
    try (ArchiveWriter writer = writer()) {
      Hash owned = writer.data(new Owned(owner, writer.data(text)).write());
      writer.event(type, Optional.of(owned));
    }
    return again();
  }

  /** Ends the shuffles. */
  public RecordKeeper endShuffles() throws IOException {
    require(Stage.SHUFFLING, "the end of shuffles");
    if (state.shuffles() == 0) {
      throw new Refused(Reason.WRONG_OWNER, "", "nobody shuffled, so each ranking would be known to be somebody's");
    }
    try (ArchiveWriter writer = writer()) {
      writer.event(Event.Type.END_SHUFFLES, Optional.empty());
    }
    return again();
  }

  /** Adds a trustee's part of the decryption. */
  public RecordKeeper decrypted(int owner, String text) throws IOException {
    require(Stage.DECRYPTING, "a part of the decryption");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    state.opening().checked(new Owned(owner, Hash.of(bytes)), bytes);
    return owned(owner, text, Event.Type.PARTIAL_DECRYPTION);
  }

  /** Adds the result. */
  public RecordKeeper result() throws IOException {
    require(Stage.DECRYPTING, "the result");
    String result = Decryption.result(state.election(), state.opening(), state.weight()).write();
    try (ArchiveWriter writer = writer()) {
      writer.event(Event.Type.RESULT, Optional.of(writer.data(result)));
    }
    return again();
  }
}
