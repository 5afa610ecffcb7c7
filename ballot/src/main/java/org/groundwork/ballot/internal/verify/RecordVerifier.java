// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.verify;

import java.io.IOException;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Owned;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.message.ResultText;
import org.groundwork.ballot.internal.message.SetupData;
import org.groundwork.ballot.internal.message.ShuffleText;
import org.groundwork.ballot.internal.message.Tally;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.proof.Context;

/** Section <em>Audit</em>: every check of a record, from its first entry to its last. Used once. */
public final class RecordVerifier {
  /** The text of a choice beside its two elements: the proofs, of which some are shared by all. */
  private static final long PROOFS = 600;
  private static final int TELL_EVERY = 256;

  private final ArchiveReader archive;
  private final int threads;
  private final LongConsumer progress;
  private final Consumer<Finding> out;
  private final Chain chain = new Chain();
  private final Pending pending;
  private final HashSet256 ballotHashes = new HashSet256();
  private Check checking = Check.ARCHIVE;
  private Stage stage = Stage.EMPTY;
  private Optional<Voting> voting = Optional.empty();
  private Optional<Counting> counting = Optional.empty();

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
    Tally tally = counting.isPresent() ? counting().tally : now.ballots().tally();
    Opening opening = counting.flatMap(each -> each.opening)
        .orElseGet(() -> new Opening(now.election(), now.trustees(), tally, now.context().g()));
    return new State(stage, now.election(), now.trustees(), now.context(),
        each -> now.credentials().find(CredentialTable.hash(each)) >= 0, ballotHashes::contains,
        now.ballots().given(), now.ballots().voters(), now.ballots().weight(), tally,
        counting.map(each -> each.shufflers.size()).orElse(0), opening, chain.events(), chain.last().orElseThrow());
  }

  /** What there is while votes are cast. */
  private record Voting(ElectionText election, Trustees trustees, Context context, CredentialTable credentials,
      Ballots ballots) {}

  /** What there is once they are added up. */
  private static final class Counting {
    private Tally tally;
    private final Set<Integer> shufflers = new LinkedHashSet<>();
    private Optional<Opening> opening = Optional.empty();

    Counting(Tally tally) { this.tally = tally; }
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
    this.out = out;
    this.pending = new Pending(archive);
  }

  /** Checks everything, to the first that is false. */
  public Verdict verify() throws IOException {
    try {
      read();
      return stage == Stage.DONE ? Verdict.VALID : Verdict.VALID_SO_FAR;
    } catch (Refused e) {
      out.accept(Finding.failed(checking, earlier(e)));
      return Verdict.INVALID;
    } finally {
      voting.ifPresent(each -> each.ballots().close());
    }
  }

  /** What is read ahead of the ballots that are checked may be false after one of them is. */
  private Refused earlier(Refused refused) throws IOException {
    if (stage == Stage.VOTING && checking != Check.BALLOTS) {
      try {
        voting().ballots().finish();
      } catch (Refused e) {
        checking = Check.BALLOTS;
        return e;
      }
    }
    return refused;
  }

  private void ok(Check check, String where, String sentence) { out.accept(Finding.ok(check, where, sentence)); }

  private void read() throws IOException {
    int entries = 0;
    while (true) {
      checking = Check.ARCHIVE;
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
    checking = Check.CHAIN;
    if (stage == Stage.EMPTY) {
      throw new Refused(Reason.TRUNCATED, "", "the record has no event");
    }
    if (stage == Stage.VOTING) {
      finishBallots();
    }
    checking = Check.ARCHIVE;
    pending.none();
    ok(Check.CHAIN, "events 0 to " + (chain.events() - 1),
        "each follows the one before it; the last is " + chain.last().orElseThrow());
    ok(Check.ARCHIVE, entries + " entries", "each name is the hash of what is in it");
  }

  private void event(Entry entry) throws IOException {
    checking = Check.CHAIN;
    Event event = chain.next(entry, archive.content());
    try {
      apply(event);
    } catch (Refused e) {
      throw checking == Check.CHAIN || e.where().isEmpty()
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
        tally(event.payload().orElseThrow());
      }
      case SHUFFLE -> {
        at(event, Stage.SHUFFLING);
        shuffle(event.payload().orElseThrow());
      }
      case END_SHUFFLES -> {
        at(event, Stage.SHUFFLING);
        endShuffles();
      }
      case PARTIAL_DECRYPTION -> {
        at(event, Stage.DECRYPTING);
        decryption(event.payload().orElseThrow());
      }
      case RESULT -> {
        at(event, Stage.DECRYPTING);
        result(event.payload().orElseThrow());
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
    SetupData setup = SetupData.read(pending.take(payload).text());
    checking = Check.ELECTION;
    ElectionText election = ElectionText.read(pending.take(setup.election()).text());
    if (!election.group().contains(election.publicKey().element())) {
      throw new Refused(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP, "public key", "it is outside the group");
    }
    ok(Check.ELECTION, election.uuid(),
        election.questions().size() + " questions, group " + election.group().name() + ", fingerprint "
            + election.fingerprint());
    checking = Check.TRUSTEES;
    Trustees trustees = Trustees.read(election.group(), pending.take(setup.trustees()).text());
    Setup.checkTrustees(election, trustees);
    ok(Check.TRUSTEES, trustees.count() + " trustees", "the election's key is made of theirs");
    checking = Check.CREDENTIALS;
    CredentialTable credentials = Setup.credentialsOf(election, archive.stream(pending.entry(setup.credentials())));
    ok(Check.CREDENTIALS, credentials.count() + " credentials",
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
    checking = Check.BALLOTS;
    voting().ballots().add(taken.entry(), taken.text());
  }

  private void finishBallots() throws IOException {
    checking = Check.BALLOTS;
    Ballots ballots = voting().ballots();
    ballots.finish();
    ok(Check.BALLOTS, ballots.given() + " ballots",
        "of " + ballots.voters() + " voters, whose last ballot counts; each is proved and signed");
  }

  private void tally(Hash payload) throws IOException {
    checking = Check.TALLY;
    Ballots ballots = voting().ballots();
    ElectionText election = voting().election();
    Tally.Sized sized = Tally.Sized.read(pending.take(payload).text());
    if (sized.ballots() != ballots.voters() || !sized.weight().equals(Long.toString(ballots.weight()))) {
      throw new Refused(Reason.DROPPED_OR_ADDED_BALLOT, "", "the tally counts " + sized.ballots()
          + " ballots of the weight " + sized.weight() + ", but the record has " + ballots.voters() + " of the weight "
          + ballots.weight());
    }
    Tally tally = Tally.read(election, ballots.voters(), pending.take(sized.tally()).text());
    List<List<Ciphertext>> toShuffle = ballots.toShuffle();
    int next = 0;
    for (int i = 0; i < tally.questions().size(); i++) {
      boolean same = election.questions().get(i) instanceof Question.NonHomomorphic
          ? sameTexts(tally.questions().get(i), toShuffle.get(next++))
          : ballots.sums().same(i, tally.questions().get(i));
      if (!same) {
        throw new Refused(Reason.DROPPED_OR_ADDED_BALLOT, "question " + (i + 1),
            "the tally is not that of the ballots: one was dropped, added or exchanged");
      }
    }
    ok(Check.TALLY, sized.ballots() + " ballots", "the encrypted tally is theirs");
    counting = Optional.of(new Counting(tally));
    stage = election.needsShuffles() ? Stage.SHUFFLING : Stage.DECRYPTING;
  }

  /** Whether the same ciphertexts are listed; their order says nothing, since they are shuffled next. */
  private static boolean sameTexts(List<Ciphertext> left, List<Ciphertext> right) {
    return texts(left).equals(texts(right));
  }

  private static List<String> texts(List<Ciphertext> ciphertexts) {
    return ciphertexts.stream().map(each -> each.alpha().text() + "," + each.beta().text()).sorted().toList();
  }

  private void shuffle(Hash payload) throws IOException {
    checking = Check.SHUFFLES;
    Owned owned = Owned.read(pending.take(payload).text());
    int number = counting().shufflers.size() + 1;
    try {
      if (owned.owner() > voting().trustees().count()) {
        throw new Refused(Reason.WRONG_OWNER, "", "there is no trustee " + owned.owner());
      }
      if (counting().shufflers.contains(owned.owner())) {
        throw new Refused(Reason.WRONG_OWNER, "", "the trustee shuffled already");
      }
      List<List<Ciphertext>> before = counting().tally.toShuffle(voting().election());
      ShuffleText shuffle = ShuffleText.read(voting().election().group(), before,
          pending.take(owned.payload()).text());
      Shuffles.check(voting().context(), before, shuffle);
      counting().tally = counting().tally.merged(voting().election(), shuffle.ciphertexts());
    } catch (Refused e) {
      throw e.within("shuffle " + number + " of trustee " + owned.owner());
    }
    counting().shufflers.add(owned.owner());
  }

  private void endShuffles() {
    checking = Check.SHUFFLES;
    if (counting().shufflers.isEmpty()) {
      throw new Refused(Reason.WRONG_OWNER, "", "nobody shuffled, so each ranking would be known to be somebody's");
    }
    ok(Check.SHUFFLES, counting().shufflers.size() + " shuffles",
        "each only changed the order and the randomness; said to be of trustees " + counting().shufflers);
    stage = Stage.DECRYPTING;
  }

  private Opening opening() {
    Counting now = counting();
    Opening opening = now.opening.orElseGet(
        () -> new Opening(voting().election(), voting().trustees(), now.tally, voting().context().g()));
    now.opening = Optional.of(opening);
    return opening;
  }

  private void decryption(Hash payload) throws IOException {
    checking = Check.DECRYPTIONS;
    Owned owned = Owned.read(pending.take(payload).text());
    opening().add(owned, pending.take(owned.payload()).text());
  }

  private void result(Hash payload) throws IOException {
    checking = Check.RESULT;
    ResultText result = ResultText.read(voting().election(), counting().tally, pending.take(payload).text());
    checking = Check.DECRYPTIONS;
    opening().opened();
    ok(Check.DECRYPTIONS, opening().owners().size() + " trustees", "each decrypted what there was to decrypt");
    checking = Check.RESULT;
    opening().check(result, BigInteger.valueOf(voting().ballots().weight()));
    ok(Check.RESULT, result.questions().size() + " questions", "the result is what the decryption gives");
    stage = Stage.DONE;
  }
}
