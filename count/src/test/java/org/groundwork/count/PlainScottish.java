// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The Scottish rules, paper by paper with decimal numbers, as slowly as they are written. Knows no ties. */
final class PlainScottish {
  private static final class Paper {
    private final List<Integer> choices;
    private BigDecimal value = BigDecimal.ONE;
    private int at;

    Paper(List<Integer> choices) { this.choices = choices; }
  }

  private final Election election;
  private final List<List<Paper>> piles = new ArrayList<>(List.of(List.of()));
  private final List<BigDecimal> votes = new ArrayList<>(List.of(BigDecimal.ZERO));
  private final TreeSet<Integer> continuing = new TreeSet<>();
  private final List<Integer> surpluses = new ArrayList<>();
  private final List<List<BigDecimal>> stages = new ArrayList<>();
  private int elected;
  private BigDecimal quota = BigDecimal.ZERO;

  PlainScottish(Election election) { this.election = election; }

  List<List<BigDecimal>> stages() {
    int valid = 0;
    for (Candidate each : election.candidates()) {
      continuing.add(each.number());
      piles.add(new ArrayList<>());
      votes.add(BigDecimal.ZERO.setScale(5));
    }
    for (int line = 0; line < election.ballots().size(); line++) {
      List<Integer> choices = election.ballots().ranks(line).stream().map(List::getFirst).toList();
      for (int paper = 0; paper < election.ballots().weight(line); paper++) {
        valid++;
        give(new Paper(choices), choices.getFirst());
      }
    }
    quota = BigDecimal.valueOf(valid / (election.seats() + 1) + 1);
    elect();
    stage();
    while (elected < election.seats() && !continuing.isEmpty()) {
      if (surpluses.isEmpty()) {
        exclude();
      } else {
        surplus();
      }
      stage();
    }
    return stages;
  }

  private void stage() { stages.add(List.copyOf(votes.subList(1, votes.size()))); }

  private void give(Paper paper, int to) {
    piles.get(to).add(paper);
    votes.set(to, votes.get(to).add(paper.value).setScale(5));
  }

  private void elect() {
    for (int each : List.copyOf(continuing)) {
      if (votes.get(each).compareTo(quota) >= 0 && elected < election.seats()) {
        continuing.remove(each);
        elected++;
        if (votes.get(each).compareTo(quota) > 0) {
          surpluses.add(each);
        }
      }
    }
    rest();
  }

  private boolean rest() {
    if (continuing.size() > election.seats() - elected) {
      return false;
    }
    elected += continuing.size();
    continuing.clear();
    return true;
  }

  private void surplus() {
    int from = surpluses.stream().max(Comparator.comparing(votes::get)).orElseThrow();
    surpluses.remove(Integer.valueOf(from));
    BigDecimal total = votes.get(from);
    BigDecimal over = total.subtract(quota);
    for (Paper paper : piles.set(from, new ArrayList<>())) {
      paper.value = over.multiply(paper.value).divide(total, 5, RoundingMode.DOWN);
      next(paper);
    }
    votes.set(from, quota.setScale(5));
    elect();
  }

  private void exclude() {
    int out = continuing.stream().min(Comparator.comparing(votes::get)).orElseThrow();
    continuing.remove(out);
    if (rest()) {
      return;
    }
    for (Paper paper : piles.set(out, new ArrayList<>())) {
      next(paper);
    }
    votes.set(out, BigDecimal.ZERO.setScale(5));
    elect();
  }

  private void next(Paper paper) {
    for (paper.at++; paper.at < paper.choices.size(); paper.at++) {
      if (continuing.contains(paper.choices.get(paper.at))) {
        give(paper, paper.choices.get(paper.at));
        return;
      }
    }
  }
}
