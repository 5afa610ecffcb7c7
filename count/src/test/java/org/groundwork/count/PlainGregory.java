// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.groundwork.count.Round.Purpose;

/**
 * Weighted inclusive transfers, paper by paper with decimal numbers, as slowly as they are written: the Scottish rules, or the
 * reference rule of the Proportional Representation Foundation.
 */
final class PlainGregory {
  /** What a stage left: everybody's votes, and who was elected and went out in it. */
  record Stage(List<BigDecimal> votes, List<Integer> elected, List<Integer> excluded) {}

  private static final class Paper {
    private final List<Integer> choices;
    private BigDecimal value = BigDecimal.ONE;

    Paper(List<Integer> choices) { this.choices = choices; }
  }

  private final boolean scottish;
  private final int seats;
  private final int decimals;
  private final PlainPapers.Ties ties;
  private final List<List<Paper>> piles = new ArrayList<>();
  private final List<BigDecimal> votes = new ArrayList<>();
  private final TreeSet<Integer> continuing = new TreeSet<>();
  private final List<Integer> pending = new ArrayList<>();
  private final List<Stage> stages = new ArrayList<>();
  private final List<Integer> electedNow = new ArrayList<>();
  private final BigDecimal quota;
  private final boolean nobodyVoted;
  private int elected;

  PlainGregory(Election election, boolean scottish, Lots lots) {
    this.scottish = scottish;
    seats = election.seats();
    decimals = scottish ? 5 : 4;
    ties = new PlainPapers.Ties(lots, scottish);
    for (int number = 0; number <= election.candidates().size(); number++) {
      piles.add(new ArrayList<>());
      votes.add(BigDecimal.ZERO.setScale(decimals));
    }
    election.candidates().forEach(each -> continuing.add(each.number()));
    List<List<Integer>> papers = PlainPapers.read(election, scottish);
    papers.forEach(each -> give(new Paper(each), each.getFirst()));
    nobodyVoted = papers.isEmpty();
    BigDecimal part = BigDecimal.valueOf(papers.size())
        .divide(BigDecimal.valueOf(seats + 1L), scottish ? 0 : 4, RoundingMode.DOWN);
    quota = part.add(scottish ? BigDecimal.ONE : new BigDecimal("0.0001")).setScale(decimals);
  }

  List<Stage> stages() {
    elect();
    stage(List.of());
    while (elected < seats && !continuing.isEmpty() && !nobodyVoted) {
      if (pending.isEmpty()) {
        defeat();
      } else {
        surplus();
      }
    }
    return stages;
  }

  private void stage(List<Integer> excluded) {
    stages.add(new Stage(List.copyOf(votes.subList(1, votes.size())), List.copyOf(electedNow), excluded));
    electedNow.clear();
  }

  private void give(Paper paper, int to) {
    piles.get(to).add(paper);
    votes.set(to, votes.get(to).add(paper.value));
  }

  private void elect() {
    continuing.stream()
        .filter(each -> votes.get(each).compareTo(quota) >= 0)
        .sorted(Comparator.comparing((Integer each) -> votes.get(each)).reversed())
        .limit(seats - elected)
        .toList()
        .forEach(each -> {
          took(each);
          pending.add(each);
        });
    rest();
  }

  private void took(int candidate) {
    continuing.remove(candidate);
    electedNow.add(candidate);
    elected++;
  }

  private boolean rest() {
    if (continuing.size() > seats - elected) {
      return false;
    }
    List.copyOf(continuing).forEach(this::took);
    return true;
  }

  private int first(Purpose purpose, List<Integer> some, Comparator<BigDecimal> order) {
    List<IntFunction<BigDecimal>> before = new ArrayList<>();
    stages.forEach(stage -> before.add(each -> stage.votes().get(each - 1)));
    return ties.first(purpose, some, votes::get, before, order);
  }

  /** A surplus of nothing moves papers worth nothing, which nobody sees. */
  private void surplus() {
    List<Integer> over = pending.stream().filter(each -> votes.get(each).compareTo(quota) > 0).toList();
    if (over.isEmpty()) {
      pending.forEach(each -> piles.get(each).clear());
      pending.clear();
      return;
    }
    int from = first(Purpose.SURPLUS, over, Comparator.reverseOrder());
    pending.remove(Integer.valueOf(from));
    BigDecimal total = votes.get(from);
    BigDecimal surplus = total.subtract(quota);
    votes.set(from, quota);
    for (Paper paper : piles.set(from, new ArrayList<>())) {
      BigDecimal product = surplus.multiply(paper.value);
      paper.value = (scottish ? product : product.setScale(4, RoundingMode.DOWN))
          .divide(total, decimals, RoundingMode.DOWN);
      next(paper);
    }
    elect();
    stage(List.of());
  }

  private void defeat() {
    int out = first(Purpose.EXCLUSION, List.copyOf(continuing), Comparator.naturalOrder());
    continuing.remove(out);
    if (!rest()) {
      votes.set(out, BigDecimal.ZERO.setScale(decimals));
      piles.set(out, new ArrayList<>()).forEach(this::next);
      elect();
    }
    stage(List.of(out));
  }

  private void next(Paper paper) {
    paper.choices.stream().filter(continuing::contains).findFirst().ifPresent(to -> give(paper, to));
  }
}
