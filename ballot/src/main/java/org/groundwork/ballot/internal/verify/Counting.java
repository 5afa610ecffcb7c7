// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.verify;

import java.io.IOException;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.groundwork.ballot.Check;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.archive.Hash;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.Owned;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.message.ResultText;
import org.groundwork.ballot.internal.message.ShuffleText;
import org.groundwork.ballot.internal.message.Tally;

/** The checks of what follows the voting: the encrypted tally, its shuffles, the parts of its decryption, the result. */
final class Counting {
  private final Voting voting;
  private final Pending pending;
  private final Report report;
  private final Set<Integer> shufflers = new LinkedHashSet<>();
  private Tally tally;
  private Opening opening;

  private Counting(Voting voting, Pending pending, Report report, Tally tally) {
    this.voting = voting;
    this.pending = pending;
    this.report = report;
    this.tally = tally;
    this.opening = opened();
  }

  private Opening opened() { return new Opening(voting.election(), voting.trustees(), tally, voting.context().g()); }

  /** What is decrypted, or shuffled next. */
  Tally tally() { return tally; }

  /** How many shuffled. */
  int shuffles() { return shufflers.size(); }

  /** The trustees' parts. */
  Opening opening() { return opening; }

  /**
   * The counting of a tally, which has to be that of the ballots.
   *
   * @throws Refused if it is another
   */
  static Counting of(Voting voting, Pending pending, Report report, Hash payload) throws IOException {
    report.checking(Check.TALLY);
    Ballots ballots = voting.ballots();
    Tally.Sized sized = Tally.Sized.read(pending.takeShort(payload).text());
    if (sized.ballots() != ballots.voters() || !sized.weight().equals(Long.toString(ballots.weight()))) {
      throw new Refused(Reason.DROPPED_OR_ADDED_BALLOT, "", "the tally counts " + sized.ballots()
          + " ballots of the weight " + sized.weight() + ", but the record has " + ballots.voters() + " of the weight "
          + ballots.weight());
    }
    Tally tally = Tally.read(voting.election(), ballots.voters(),
        pending.take(sized.tally(), voting.election().longestCount(ballots.voters())).text());
    mustBeOf(voting, tally);
    report.ok(Check.TALLY, sized.ballots() + " ballots", "the encrypted tally is theirs");
    return new Counting(voting, pending, report, tally);
  }

  private static void mustBeOf(Voting voting, Tally tally) throws IOException {
    List<List<Ciphertext>> toShuffle = voting.ballots().toShuffle();
    int next = 0;
    for (int i = 0; i < tally.questions().size(); i++) {
      boolean same = voting.election().questions().get(i) instanceof Question.NonHomomorphic
          ? sameTexts(tally.questions().get(i), toShuffle.get(next++))
          : voting.ballots().sums().same(i, tally.questions().get(i));
      if (!same) {
        throw new Refused(Reason.DROPPED_OR_ADDED_BALLOT, "question " + (i + 1),
            "the tally is not that of the ballots: one was dropped, added or exchanged");
      }
    }
  }

  /** Whether the same ciphertexts are listed; their order says nothing, since they are shuffled next. */
  private static boolean sameTexts(List<Ciphertext> left, List<Ciphertext> right) {
    return texts(left).equals(texts(right));
  }

  private static List<String> texts(List<Ciphertext> ciphertexts) {
    return ciphertexts.stream().map(each -> each.alpha().text() + "," + each.beta().text()).sorted().toList();
  }

  private byte[] text(Hash payload) throws IOException {
    return pending.take(payload, voting.election().longestCount(voting.ballots().voters())).text();
  }

  void shuffle(Hash payload) throws IOException {
    report.checking(Check.SHUFFLES);
    Owned owned = Owned.read(pending.takeShort(payload).text());
    int number = shufflers.size() + 1;
    try {
      if (owned.owner() > voting.trustees().count()) {
        throw new Refused(Reason.WRONG_OWNER, "", "there is no trustee " + owned.owner());
      }
      if (shufflers.contains(owned.owner())) {
        throw new Refused(Reason.WRONG_OWNER, "", "the trustee shuffled already");
      }
      List<List<Ciphertext>> before = tally.toShuffle(voting.election());
      ShuffleText shuffle = ShuffleText.read(voting.election().group(), before, text(owned.payload()));
      Shuffles.check(voting.context(), before, shuffle);
      tally = tally.merged(voting.election(), shuffle.ciphertexts());
      opening = opened();
    } catch (Refused e) {
      throw e.within("shuffle " + number + " of trustee " + owned.owner());
    }
    shufflers.add(owned.owner());
  }

  void endShuffles() {
    report.checking(Check.SHUFFLES);
    if (shufflers.isEmpty()) {
      throw new Refused(Reason.WRONG_OWNER, "", "nobody shuffled, so each ranking would be known to be somebody's");
    }
    report.ok(Check.SHUFFLES, shufflers.size() + " shuffles",
        "each only changed the order and the randomness; said to be of trustees " + shufflers);
  }

  void decryption(Hash payload) throws IOException {
    report.checking(Check.DECRYPTIONS);
    Owned owned = Owned.read(pending.takeShort(payload).text());
    opening.add(owned, text(owned.payload()));
  }

  void result(Hash payload) throws IOException {
    report.checking(Check.RESULT);
    ResultText result = ResultText.read(voting.election(), tally, text(payload));
    report.checking(Check.DECRYPTIONS);
    opening.opened();
    report.ok(Check.DECRYPTIONS, opening.owners().size() + " trustees", "each decrypted what there was to decrypt");
    report.checking(Check.RESULT);
    opening.check(result, BigInteger.valueOf(voting.ballots().weight()));
    report.ok(Check.RESULT, result.questions().size() + " questions", "the result is what the decryption gives");
  }
}
