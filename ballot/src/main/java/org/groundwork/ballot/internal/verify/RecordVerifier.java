// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.verify;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.groundwork.ballot.Check;
import org.groundwork.ballot.Finding;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.internal.archive.ArchiveReader;
import org.groundwork.ballot.internal.archive.Entry;
import org.groundwork.ballot.internal.archive.Event;
import org.groundwork.ballot.internal.archive.Hash;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.SetupData;
import org.groundwork.ballot.internal.message.Tally;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.proof.Context;

/**
 * Section <em>Audit</em>: every check of a record, from its first entry to its last. May go on when the record has
 * grown: then only what was added is read, and checked as it would be from the beginning.
 */
public final class RecordVerifier {
  /** The text of a choice beside its two elements: the proofs, of which some are shared by all. */
  private static final long PROOFS = 600;
  private static final int TELL_EVERY = 256;

  private final ArchiveReader archive;
  private final int threads;
  private final LongConsumer progress;
  private final Report report;
  private final Chain chain = new Chain();
  private final Pending pending;
  private final HashSet256 ballotHashes = new HashSet256();
  private Stage stage = Stage.EMPTY;
  private Optional<Voting> voting = Optional.empty();
  private Optional<Counting> counting = Optional.empty();
  private boolean failed;

  /** How far the election is. */
  public enum Stage {
    /** Nothing yet. */
    EMPTY,
    /** Votes are cast. */
    VOTING,
    /** Votes are not cast any more. */
    CLOSED,
    /** Votes are added up, and those that need it are shuffled. */
    SHUFFLING,
    /** Trustees decrypt. */
    DECRYPTING,
    /** The result is there. */
    DONE
  }

  /**
   * What a record holds that was found to be right.
   *
   * @param tally what is decrypted, or shuffled next; computed from the ballots where the record has none yet
   * @param opening the trustees' parts
   */
  public record State(Stage stage, ElectionText election, Trustees trustees, Context context,
      Predicate<String> credentials, Predicate<Hash> seen, int ballots, int voters, long weight, Tally tally,
      int shuffles, Opening opening, int events, Hash last) {}

  /**
   * What the record holds; after {@link #verify} found it right.
   *
   * @throws IllegalStateException otherwise
   */
  public State state() throws IOException {
    Voting now = voting.orElseThrow(() -> new IllegalStateException("nothing was found to be right"));
    Tally tally = counting.isPresent() ? counting().tally() : now.ballots().tally();
    Opening opening = counting.map(Counting::opening)
        .orElseGet(() -> new Opening(now.election(), now.trustees(), tally, now.context().g()));
    return new State(stage, now.election(), now.trustees(), now.context(),
        each -> now.credentials().find(CredentialTable.hash(each)) >= 0, ballotHashes::contains,
        now.ballots().given(), now.ballots().voters(), now.ballots().weight(), tally,
        counting.map(Counting::shuffles).orElse(0), opening, chain.events(), chain.last().orElseThrow());
  }

  /**
   * A verifier of one record.
   *
   * @param progress is told now and then how many bytes were read
   * @param out is told each finding when it is made
   */
  public RecordVerifier(ArchiveReader archive, int threads, LongConsumer progress, Consumer<Finding> out) {
    this.archive = archive;
    this.threads = threads;
    this.progress = progress;
    this.report = new Report(out);
    this.pending = new Pending(archive);
  }

  /**
   * Checks everything, to the first that is false; if it was called before, everything that was added since.
   *
   * @throws IllegalStateException if something was false already
   */
  public Verdict verify() throws IOException {
    if (failed) {
      throw new IllegalStateException("after something false nothing is verified");
    }
    try {
      read();
      return stage == Stage.DONE ? Verdict.VALID : Verdict.VALID_SO_FAR;
    } catch (Refused e) {
      failed = true;
      report.failed(earlier(e));
      return Verdict.INVALID;
    } finally {
      voting.ifPresent(each -> each.ballots().close());
    }
  }

  /** What is read ahead of the ballots that are checked may be false after one of them is. */
  private Refused earlier(Refused refused) throws IOException {
    if (stage == Stage.VOTING && !report.isChecking(Check.BALLOTS)) {
      try {
        voting().ballots().finish();
      } catch (Refused e) {
        report.checking(Check.BALLOTS);
        return e;
      }
    }
    return refused;
  }

  private void read() throws IOException {
    int entries = 0;
    while (true) {
      report.checking(Check.ARCHIVE);
      Optional<Entry> next = archive.next();
      if (next.isEmpty()) {
        break;
      }
      Entry entry = next.orElseThrow();
      if (entry.kind() == Entry.Kind.DATA) {
        pending.add(entry);
      } else {
        event(entry);
      }
      if (++entries % TELL_EVERY == 0) {
        progress.accept(archive.position());
      }
    }
    progress.accept(archive.position());
    end(entries);
  }

  private void end(int entries) throws IOException {
    report.checking(Check.CHAIN);
    if (stage == Stage.EMPTY) {
      throw new Refused(Reason.TRUNCATED, "", "the record has no event");
    }
    if (stage == Stage.VOTING) {
      finishBallots();
    }
    report.checking(Check.ARCHIVE);
    pending.none();
    report.ok(Check.CHAIN, "events 0 to " + (chain.events() - 1),
        "each follows the one before it; the last is " + chain.last().orElseThrow());
    report.ok(Check.ARCHIVE, entries + " entries", "each name is the hash of what is in it");
  }

  private void event(Entry entry) throws IOException {
    report.checking(Check.CHAIN);
    Event event = chain.next(entry, archive.content());
    try {
      apply(event);
    } catch (Refused e) {
      throw report.isChecking(Check.CHAIN) || e.where().isEmpty()
          ? e.within("event " + event.height() + " (" + entry.shortName() + ")")
          : e;
    }
  }

  private void apply(Event event) throws IOException {
    switch (event.type()) {
      case SETUP -> {
        at(event, Stage.EMPTY);
        setup(event.payload().orElseThrow());
      }
      case BALLOT -> {
        at(event, Stage.VOTING);
        ballot(event.payload().orElseThrow());
      }
      case END_BALLOTS -> {
        at(event, Stage.VOTING);
        finishBallots();
        stage = Stage.CLOSED;
      }
      case ENCRYPTED_TALLY -> {
        at(event, Stage.CLOSED);
        counting = Optional.of(Counting.of(voting(), pending, report, event.payload().orElseThrow()));
        stage = voting().election().needsShuffles() ? Stage.SHUFFLING : Stage.DECRYPTING;
      }
      case SHUFFLE -> {
        at(event, Stage.SHUFFLING);
        counting().shuffle(event.payload().orElseThrow());
      }
      case END_SHUFFLES -> {
        at(event, Stage.SHUFFLING);
        counting().endShuffles();
        stage = Stage.DECRYPTING;
      }
      case PARTIAL_DECRYPTION -> {
        at(event, Stage.DECRYPTING);
        counting().decryption(event.payload().orElseThrow());
      }
      case RESULT -> {
        at(event, Stage.DECRYPTING);
        counting().result(event.payload().orElseThrow());
        stage = Stage.DONE;
      }
    }
  }

  private void at(Event event, Stage expected) {
    if (stage != expected) {
      throw new Refused(Reason.EVENT_OUT_OF_ORDER, "", "an event \"" + event.type().word() + "\" may not be here");
    }
  }

  private Voting voting() { return voting.orElseThrow(); }

  private Counting counting() { return counting.orElseThrow(); }

  private void setup(Hash payload) throws IOException {
    SetupData setup = SetupData.read(pending.takeShort(payload).text());
    report.checking(Check.ELECTION);
    ElectionText election = ElectionText.read(pending.take(setup.election(), ElectionText.LONGEST).text());
    if (!election.group().contains(election.publicKey().element())) {
      throw new Refused(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP, "public key", "it is outside the group");
    }
    report.ok(Check.ELECTION, election.uuid(),
        election.questions().size() + " questions, group " + election.group().name() + ", fingerprint "
            + election.fingerprint());
    report.checking(Check.TRUSTEES);
    Trustees trustees = Trustees.read(election.group(), pending.take(setup.trustees(), Trustees.LONGEST).text());
    Setup.checkTrustees(election, trustees);
    report.ok(Check.TRUSTEES, trustees.count() + " trustees", "the election's key is made of theirs");
    report.checking(Check.CREDENTIALS);
    CredentialTable credentials = Setup.credentialsOf(election, archive.stream(pending.entry(setup.credentials())));
    report.ok(Check.CREDENTIALS, credentials.count() + " credentials",
        "no two are the same; together they weigh " + credentials.totalWeight());
    Context context = Context.of(election, ballotsIn(election, archive.size() - archive.position()));
    voting = Optional.of(new Voting(election, trustees, context, credentials,
        new Ballots(election, context, credentials, archive, threads)));
    stage = Stage.VOTING;
  }

  /** About how many ballots so many bytes are. */
  private static long ballotsIn(ElectionText election, long bytes) {
    long choices = election.questions().stream().mapToLong(each -> each.answers().size()).sum();
    return bytes / (choices * (2L * election.publicKey().text().length() + PROOFS));
  }

  private void ballot(Hash payload) throws IOException {
    if (!ballotHashes.add(payload)) {
      throw new Refused(Reason.REPLAYED_BALLOT, "", "the very same ballot stands in the record for a second time");
    }
    Pending.Taken taken = pending.take(payload, voting().election().longestBallot());
    report.checking(Check.BALLOTS);
    voting().ballots().add(taken.entry(), taken.text());
  }

  private void finishBallots() throws IOException {
    report.checking(Check.BALLOTS);
    Ballots ballots = voting().ballots();
    ballots.finish();
    report.ok(Check.BALLOTS, ballots.given() + " ballots",
        "of " + ballots.voters() + " voters, whose last ballot counts; each is proved and signed");
  }
}
