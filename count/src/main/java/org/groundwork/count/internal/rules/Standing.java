// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.groundwork.count.Candidate;
import org.groundwork.count.Candidate.Kind;
import org.groundwork.count.Election;
import org.groundwork.count.Round;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Round.Status;
import org.groundwork.count.Round.Tie;
import org.groundwork.count.Round.Transfer;
import org.groundwork.count.Votes;
import org.groundwork.count.internal.Exactly;

/** How everybody stands, and the stages that led there. Votes are counted in units of the last decimal. */
final class Standing {
  private final int decimals;
  private final long[] votes;
  private final Status[] status;
  private final boolean[] writeIns;
  private boolean electedReceive;
  private final List<Past> history = new ArrayList<>();
  /** Candidates with the same number here had the same votes at each step so far. */
  private int[] alike;
  private int classes = 1;
  private final List<Round> rounds = new ArrayList<>();
  private final List<Integer> elected = new ArrayList<>();
  private final List<Integer> electedNow = new ArrayList<>();
  private final List<Integer> excludedNow = new ArrayList<>();
  private final List<Tie> tiesNow = new ArrayList<>();
  private final long total;

  /** @param papers whose votes move and are never more or fewer in all; 0 where a rule counts otherwise */
  Standing(Election election, int decimals, long papers) {
    this.decimals = decimals;
    votes = new long[election.candidates().size() + 1];
    status = new Status[votes.length];
    alike = new int[votes.length];
    Arrays.fill(status, Status.CONTINUING);
    election.candidates()
        .stream()
        .filter(Candidate::withdrawn)
        .forEach(each -> status[each.number()] = Status.WITHDRAWN);
    writeIns = new boolean[votes.length];
    election.candidates().forEach(each -> writeIns[each.number()] = each.kind() == Kind.WRITE_INS);
    total = Math.multiplyExact(papers, Exactly.ten(decimals));
  }

  int candidates() { return votes.length - 1; }

  /** One vote. */
  long one() { return Exactly.ten(decimals); }

  Votes votes(long units) { return new Votes(units, decimals); }

  long of(int candidate) { return votes[candidate]; }

  /** Adds votes to a candidate; to 0 for those that are nobody's any more. */
  void credit(int candidate, long units) {
    votes[candidate] = Math.addExact(votes[candidate], units);
  }

  boolean continues(int candidate) { return status[candidate] == Status.CONTINUING; }

  /** Who is neither elected nor out, by number. */
  List<Integer> continuing() {
    return IntStream.rangeClosed(1, candidates()).filter(this::continues).boxed().toList();
  }

  /** Who of them can be elected. */
  List<Integer> eligible() {
    return continuing().stream().filter(each -> !writeIns[each]).toList();
  }

  /** Who of them stands for write-ins and has votes: goes out first, and nobody is elected before. */
  List<Integer> writtenIn() {
    return continuing().stream().filter(each -> writeIns[each] && votes[each] > 0).toList();
  }

  /** From now on papers come to the elected as well. */
  void letElectedReceive() { electedReceive = true; }

  /** Whether papers come to a candidate. */
  boolean receives(int candidate) {
    return status[candidate] == Status.CONTINUING || (electedReceive && status[candidate] == Status.ELECTED);
  }

  List<Integer> elected() { return elected; }

  void elect(int candidate) {
    status[candidate] = Status.ELECTED;
    elected.add(candidate);
    electedNow.add(candidate);
  }

  void exclude(int candidate) {
    status[candidate] = Status.EXCLUDED;
    excludedNow.add(candidate);
  }

  void decided(Tie tie) { tiesNow.add(tie); }

  /** Whether papers go to a candidate or through it: it continues or is elected. */
  boolean counts(int candidate) {
    return status[candidate] == Status.CONTINUING || status[candidate] == Status.ELECTED;
  }

  /** Sets what everybody has; the rest of all votes is nobody's. */
  void set(long[] all) {
    System.arraycopy(all, 1, votes, 1, votes.length - 1);
    votes[0] = 0;
    votes[0] = total - Arrays.stream(votes).sum();
  }

  int electedAtLastStage() { return rounds.getLast().elected().size(); }

  /** How many votes are nobody's any more. */
  long exhausted() { return votes[0]; }

  /** Takes all votes of a candidate away. */
  void clear(int candidate) { votes[candidate] = 0; }

  /**
   * What each candidate had at a step; index 0 is nobody.
   *
   * @param round of the step, from one
   * @param last whether it was the last of its round
   */
  record Past(long[] votes, int round, boolean last) {}

  /** The ends of the rounds so far, and the steps within them that told somebody apart; the first one first. */
  List<Past> history() {
    return history;
  }

  /** Ends a step within a round: whoever has other votes now is told apart from then on. */
  void step() {
    if (tellApart()) {
      history.add(new Past(votes.clone(), rounds.size() + 1, false));
    }
  }

  /** Ends a stage. */
  void stage(Event event, Optional<Votes> needed, List<Transfer> transfers) {
    history.add(new Past(votes.clone(), rounds.size() + 1, true));
    tellApart();
    var standings = IntStream.rangeClosed(1, candidates())
        .mapToObj(each -> new Round.Standing(each, votes(votes[each]), status[each]))
        .toList();
    long lost = total == 0 ? 0 : total - Arrays.stream(votes).sum();
    rounds
        .add(new Round(rounds.size() + 1, event, standings, needed, votes(votes[0]), votes(lost), transfers, electedNow,
            excludedNow, tiesNow));
    electedNow.clear();
    excludedNow.clear();
    tiesNow.clear();
  }

  /** Whether some candidates had the same votes as each other at each step so far. */
  boolean wereAlwaysEqual(List<Integer> some) {
    return some.stream().allMatch(each -> alike[each] == alike[some.getFirst()]);
  }

  /** Whether this told somebody apart. */
  private boolean tellApart() {
    record Like(int alike, long votes) {}
    var numbers = new HashMap<Like, Integer>();
    var next = new int[alike.length];
    for (int candidate = 1; candidate < next.length; candidate++) {
      next[candidate] = numbers.computeIfAbsent(new Like(alike[candidate], votes[candidate]), like -> numbers.size());
    }
    boolean told = numbers.size() > classes;
    classes = numbers.size();
    alike = next;
    return told;
  }

  List<Round> rounds() { return rounds; }
}
