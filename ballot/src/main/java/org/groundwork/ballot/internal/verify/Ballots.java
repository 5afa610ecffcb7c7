// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.verify;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.archive.ArchiveReader;
import org.groundwork.ballot.internal.archive.Entry;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Membership;
import org.groundwork.ballot.internal.message.BallotText;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.message.Tally;
import org.groundwork.ballot.internal.message.Written;
import org.groundwork.ballot.internal.proof.BallotProofs;
import org.groundwork.ballot.internal.proof.Context;

/**
 * Checks ballots on all cores while they are read, adds them up, and keeps of each credential the last. What it says does
 * not depend on which core was quicker: the first false ballot of the record is the one that is named.
 */
final class Ballots implements AutoCloseable {
  private static final int BATCH = 16;
  /** A batch is full with so many bytes, however few ballots. */
  private static final int MOST_BYTES = 1 << 18;
  private static final int AHEAD = 6;
  /** So many elements are asked at once whether they belong to the group. */
  private static final int MEMBERS = 24_000;

  private final ElectionText election;
  private final CredentialTable credentials;
  private final BallotCheck check;
  private final ArchiveReader archive;
  private final int threads;
  private ExecutorService workers;
  private final Deque<Future<Checked>> running = new ArrayDeque<>();
  private final ConcurrentLinkedQueue<Unasked> unasked = new ConcurrentLinkedQueue<>();
  private final Sums sums;
  private List<Given> batch = new ArrayList<>();
  private Optional<False> first = Optional.empty();
  private int batchBytes;
  private int given;
  private int voters;
  private long weight;

  /** A ballot to check; the first of a record has the number 1. */
  private record Given(int number, Entry entry, byte[] text) {}

  /** A ballot that is false. */
  private record False(int number, Entry entry, Refused refused) {}

  /** The outcome of a batch. */
  private record Checked(List<Given> ballots, int[] credentials, Sums sums, Optional<False> first) {}

  /** Elements that were not asked yet whether they belong, and of which ballot each is. */
  private record Unasked(Membership members, List<Given> ballots) {}

  Ballots(ElectionText election, Context context, CredentialTable credentials, ArchiveReader archive, int threads) {
    this.election = election;
    this.credentials = credentials;
    this.archive = archive;
    this.check = new BallotCheck(election, context,
        each -> credentials.find(CredentialTable.hash(each)) >= 0);
    this.sums = new Sums(election);
    this.threads = threads;
    this.workers = Executors.newFixedThreadPool(threads);
  }

  int given() { return given; }

  int voters() { return voters; }

  long weight() { return weight; }

  Sums sums() { return sums; }

  /** Takes a ballot; what is false may be told by a later call. */
  void add(Entry entry, byte[] text) throws IOException {
    batch.add(new Given(++given, entry, text));
    batchBytes += text.length;
    if (batch.size() == BATCH || batchBytes >= MOST_BYTES) {
      begin();
    }
  }

  private void begin() throws IOException {
    List<Given> mine = batch;
    batch = new ArrayList<>();
    batchBytes = 0;
    if (workers.isShutdown()) {
      workers = Executors.newFixedThreadPool(threads);
    }
    running.add(workers.submit(() -> checked(mine)));
    while (running.size() > AHEAD * threads) {
      take();
    }
  }

  private Checked checked(List<Given> ballots) {
    var mine = new Sums(election);
    var numbers = new int[ballots.size()];
    Unasked left = Optional.ofNullable(unasked.poll())
        .orElseGet(() -> new Unasked(new Membership(election.group()), new ArrayList<>()));
    for (int i = 0; i < numbers.length; i++) {
      Given each = ballots.get(i);
      try {
        BallotText ballot = check.checkedButForMembers(each.text());
        numbers[i] = credentials.find(CredentialTable.hash(ballot.credential().text()));
        mine.add(ballot, credentials.weight(numbers[i]));
        for (Element element : BallotProofs.elements(ballot)) {
          left.members().add(element);
          left.ballots().add(each);
        }
      } catch (Refused e) {
        unasked.add(left);
        return new Checked(ballots, numbers, mine, Optional.of(new False(each.number(), each.entry(), e)));
      }
    }
    Optional<False> stranger = left.members().count() >= MEMBERS ? ask(left) : Optional.empty();
    unasked.add(left);
    return new Checked(ballots, numbers, mine, stranger);
  }

  /** Asks for all elements at once whether they belong. */
  private Optional<False> ask(Unasked left) {
    Optional<False> found = left.members().firstStranger() < 0 ? Optional.empty() : firstOf(left.ballots());
    left.members().clear();
    left.ballots().clear();
    return found;
  }

  /** The first of ballots of which one has an element that does not belong; workers put them here in any order. */
  private Optional<False> firstOf(List<Given> ballots) {
    for (Given each : ballots.stream().distinct().sorted(Comparator.comparingInt(Given::number)).toList()) {
      try {
        check.checked(each.text());
      } catch (Refused e) {
        return Optional.of(new False(each.number(), each.entry(), e));
      }
    }
    throw new IllegalStateException("an element that does not belong was found in ballots without one");
  }

  /** Takes the oldest batch that is begun. */
  private void take() throws IOException {
    Checked checked;
    try {
      checked = running.remove().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (ExecutionException e) {
      throw failed(e);
    }
    checked.first().ifPresent(this::isFalse);
    if (first.isPresent()) {
      throw tell();
    }
    sums.add(checked.sums());
    for (int i = 0; i < checked.credentials().length; i++) {
      count(checked.credentials()[i], checked.ballots().get(i));
    }
  }

  /** What broke a worker off, which says nothing of a ballot. */
  private static IllegalStateException failed(ExecutionException e) {
    if (e.getCause() instanceof OutOfMemoryError error) {
      throw error;
    }
    return new IllegalStateException(e.getCause());
  }

  private void isFalse(False found) {
    first = first.filter(each -> each.number() <= found.number()).or(() -> Optional.of(found));
  }

  /** Somebody's ballot counts from now on, and the one before it does not any more. */
  private void count(int credential, Given ballot) throws IOException {
    if (credentials.voted(credential)) {
      sums.subtract(read(credential), credentials.weight(credential));
    } else {
      voters++;
      weight += credentials.weight(credential);
    }
    credentials.vote(credential, ballot.entry().from(), (int) ballot.entry().length());
  }

  private BallotText read(int credential) throws IOException {
    return BallotText.read(election, archive.content(credentials.lastFrom(credential),
        credentials.lastLength(credential)));
  }

  /** The first that is false, of all that were begun: a batch may know of a later one earlier. */
  private Refused tell() throws IOException {
    while (!running.isEmpty()) {
      try {
        running.remove().get().first().ifPresent(this::isFalse);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      } catch (ExecutionException e) {
        throw failed(e);
      }
    }
    askTheRest();
    False found = first.orElseThrow();
    return found.refused().within("ballot " + found.number() + " (" + found.entry().shortName() + ")");
  }

  private void askTheRest() {
    for (Unasked left = unasked.poll(); left != null; left = unasked.poll()) {
      ask(left).ifPresent(this::isFalse);
    }
  }

  /**
   * Waits for every ballot that was taken.
   *
   * @throws Refused by the first that is false
   */
  void finish() throws IOException {
    if (!batch.isEmpty()) {
      begin();
    }
    while (!running.isEmpty()) {
      take();
    }
    askTheRest();
    if (first.isPresent()) {
      throw tell();
    }
  }

  /** The ciphertexts of each question that is shuffled, in the order in which the ballots that count were cast. */
  List<List<Ciphertext>> toShuffle() throws IOException {
    var lists = new ArrayList<List<Ciphertext>>();
    for (Question question : election.questions()) {
      if (question instanceof Question.NonHomomorphic) {
        lists.add(new ArrayList<>(voters));
      }
    }
    if (lists.isEmpty()) {
      return lists;
    }
    var order = new ArrayList<Integer>(voters);
    for (int i = 0; i < credentials.count(); i++) {
      if (credentials.voted(i)) {
        order.add(i);
      }
    }
    order.sort(Comparator.comparingLong(credentials::lastFrom));
    for (int credential : order) {
      BallotText ballot = read(credential);
      int next = 0;
      for (int i = 0; i < election.questions().size(); i++) {
        if (election.questions().get(i) instanceof Question.NonHomomorphic) {
          lists.get(next++).add(ballot.answers().get(i).ciphertexts().getFirst());
        }
      }
    }
    return lists;
  }

  /** The encrypted tally of the ballots that count. */
  Tally tally() throws IOException {
    Group group = election.group();
    List<List<Ciphertext>> toShuffle = toShuffle();
    var questions = new ArrayList<List<Ciphertext>>();
    int next = 0;
    for (int i = 0; i < election.questions().size(); i++) {
      if (election.questions().get(i) instanceof Question.NonHomomorphic) {
        List<Ciphertext> all = toShuffle.get(next++);
        all.sort(Comparator.comparing((Ciphertext each) -> each.alpha().text(), group::compareTexts)
            .thenComparing(each -> each.beta().text(), group::compareTexts));
        questions.add(all);
      } else {
        List<Element> elements = sums.of(i);
        List<String> texts = group.write(elements);
        var ciphertexts = new ArrayList<Ciphertext>();
        for (int j = 0; j < texts.size(); j += 2) {
          ciphertexts.add(new Ciphertext(new Written(elements.get(j), texts.get(j)),
              new Written(elements.get(j + 1), texts.get(j + 1))));
        }
        questions.add(ciphertexts);
      }
    }
    return new Tally(questions);
  }

  /** Ends the threads; with another ballot they begin again. */
  @Override
  public void close() { workers.shutdownNow(); }
}
