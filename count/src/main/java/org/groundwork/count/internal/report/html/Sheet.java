// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.count.Candidate;
import org.groundwork.count.Outcome;
import org.groundwork.count.Round;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Votes;
import org.groundwork.count.internal.report.Account;

/** What all parts of the page are made from: the outcome, its sentences, and the order in which candidates are shown. */
final class Sheet {
  private final Outcome outcome;
  private final Account account;
  private final int[] electedIn;
  private final int[] outIn;
  private final List<Integer> order;

  /** @param outcome with names as {@link Names} makes them */
  Sheet(Outcome outcome) {
    this.outcome = outcome;
    account = new Account(outcome);
    electedIn = new int[outcome.election().candidates().size() + 1];
    outIn = new int[electedIn.length];
    for (Round round : outcome.rounds()) {
      round.elected().forEach(each -> electedIn[each] = round.number());
      round.excluded().forEach(each -> outIn[each] = round.number());
    }
    order = Stream.concat(outcome.elected().stream(), outcome.election()
        .standing()
        .stream()
        .map(Candidate::number)
        .filter(each -> electedIn[each] == 0)
        .sorted(Comparator.comparingInt(this::lasted)
            .thenComparingInt(this::median)
            .thenComparing((Integer each) -> had(each), Comparator.reverseOrder())
            .thenComparing(Comparator.naturalOrder())))
        .toList();
  }

  Outcome outcome() { return outcome; }

  Account account() { return account; }

  List<Round> rounds() { return outcome.rounds(); }

  Round last() { return outcome.rounds().getLast(); }

  /** The numbers of all who stood: the elected in order, then whoever lasted longest. */
  List<Integer> order() {
    return order;
  }

  /** Why somebody could not be elected whatever the votes; empty if they could have been. */
  Optional<String> couldNot(int candidate) {
    if (outcome.elected().isEmpty()) {
      return Optional.of("Not elected: there is no valid paper.");
    }
    return isWriteIns(candidate)
        ? Optional.of("Not elected: these are votes for people who are not candidates.")
        : Optional.empty();
  }

  /** Whether it stands for all write-ins, who cannot be elected. */
  boolean isWriteIns(int candidate) {
    return outcome.election().candidate(candidate).kind() == Candidate.Kind.WRITE_INS;
  }

  String name(int candidate) { return account.name(candidate); }

  /** The round of election; 0 for none. */
  int electedIn(int candidate) { return electedIn[candidate]; }

  /** The round of going out; 0 for none. */
  int outIn(int candidate) { return outIn[candidate]; }

  private int lasted(int candidate) {
    return outIn[candidate] == 0 ? 0 : 1 + outcome.rounds().size() - outIn[candidate];
  }

  private int median(int candidate) {
    return last().event() instanceof Event.Grades(List<List<Long>> counts, List<Integer> medians)
        ? medians.get(candidate - 1)
        : 0;
  }

  private Votes had(int candidate) {
    if (last().event() instanceof Event.Grades(List<List<Long>> counts, List<Integer> medians)) {
      int better = medians.get(candidate - 1) - 1;
      return Votes.whole(counts.get(candidate - 1).stream().limit(better).mapToLong(Long::longValue).sum());
    }
    int round = outIn[candidate] == 0 ? outcome.rounds().size() : Math.max(1, outIn[candidate] - 1);
    return Account.votes(outcome.rounds().get(round - 1), candidate);
  }

  /** What a candidate had before a round. */
  Votes before(Round round, int candidate) {
    Votes now = Account.votes(round, candidate);
    return round.number() == 1
        ? Votes.none(now.decimals())
        : Account.votes(outcome.rounds().get(round.number() - 2), candidate);
  }

  /** How many more, or fewer, votes a candidate has after a round than before. */
  Votes change(Round round, int candidate) {
    Votes now = Account.votes(round, candidate);
    return new Votes(now.units() - before(round, candidate).units(), now.decimals());
  }

  /**
   * The class of a section as broad as there are rounds: none where they fit on upright paper, {@code broad} where they fit
   * across, {@code over} where they fit on none.
   */
  String breadth() {
    int rounds = outcome.rounds().size();
    return rounds <= 5 ? "" : rounds <= 14 ? " class=\"broad\"" : " class=\"over\"";
  }

  /** What a printed page says in place of what is broader than paper. */
  void instead(Markup page) {
    if (outcome.rounds().size() > 14) {
      page.raw(
          "<p class=\"instead\">This is broader than paper. The rounds and the candidates below say the same.</p>\n");
    }
  }

  /** A link to what happened to a candidate. */
  void link(Markup page, int candidate) {
    page.raw("<a href=\"#c" + candidate + "\">").text(name(candidate)).raw("</a>");
  }

  /** As in {@code 1 seat} and {@code 1,200 seats}. */
  static String many(long number, String what) {
    return Account.number(Votes.whole(number)) + " " + what + (number == 1 ? "" : "s");
  }

  /** As in {@code 12.50000 votes}. */
  static String votes(Votes votes) {
    boolean one = votes.exact().compareTo(java.math.BigDecimal.ONE) == 0;
    return Account.number(votes) + (one ? " vote" : " votes");
  }

  /** A part of a whole as a percentage with two decimals, for a width; 0 of nothing. */
  static String percent(long part, long whole) {
    long hundredths = whole <= 0
        ? 0
        : java.math.BigInteger.valueOf(part)
            .multiply(java.math.BigInteger.valueOf(10_000))
            .divide(java.math.BigInteger.valueOf(whole))
            .longValueExact();
    return hundredths / 100 + "." + hundredths / 10 % 10 + hundredths % 10 + "%";
  }
}
