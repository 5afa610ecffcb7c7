// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.groundwork.count.Round.Purpose;

/** Instant run-off by counting every paper anew in each round. */
final class PlainInstantRunOff {
  /** What a round left: everybody's votes, and who was elected and went out in it. */
  record Stage(List<Long> votes, List<Integer> elected, List<Integer> excluded) {}

  private final int candidates;
  private final int seats;
  private final List<List<Integer>> papers;
  private final PlainPapers.Ties ties;
  private final TreeSet<Integer> continuing = new TreeSet<>();
  private final List<Stage> stages = new ArrayList<>();

  PlainInstantRunOff(Election election, Lots lots) {
    candidates = election.candidates().size();
    seats = election.seats();
    papers = PlainPapers.read(election, false);
    ties = new PlainPapers.Ties(lots, true);
    election.candidates().forEach(each -> continuing.add(each.number()));
  }

  List<Stage> stages() {
    List<Long> votes = votes();
    stages.add(new Stage(votes, elected(votes), List.of()));
    while (stages.getLast().elected().isEmpty() && !papers.isEmpty()) {
      List<Long> last = votes;
      int out = first(Purpose.EXCLUSION, List.copyOf(continuing), last, Comparator.naturalOrder());
      continuing.remove(out);
      votes = votes();
      stages.add(new Stage(votes, elected(votes), List.of(out)));
    }
    return stages;
  }

  private List<Long> votes() {
    var votes = new long[candidates];
    for (List<Integer> paper : papers) {
      paper.stream().filter(continuing::contains).findFirst().ifPresent(each -> votes[each - 1]++);
    }
    return Arrays.stream(votes).boxed().toList();
  }

  private List<Integer> elected(List<Long> votes) {
    Comparator<Integer> most = Comparator.comparing((Integer each) -> votes.get(each - 1)).reversed();
    if (continuing.size() <= seats) {
      return continuing.stream().sorted(most).toList();
    }
    if (seats > 1 || papers.isEmpty()) {
      return List.of();
    }
    if (continuing.size() == 2) {
      return List.of(first(Purpose.ELECTION, List.copyOf(continuing), votes, Comparator.reverseOrder()));
    }
    long counting = votes.stream().mapToLong(Long::longValue).sum();
    return continuing.stream().filter(each -> votes.get(each - 1) * 2 > counting).toList();
  }

  private int first(Purpose purpose, List<Integer> some, List<Long> votes, Comparator<Long> order) {
    List<IntFunction<Long>> before = new ArrayList<>();
    stages.forEach(stage -> before.add(each -> stage.votes().get(each - 1)));
    return ties.first(purpose, some, each -> votes.get(each - 1), before, order);
  }
}
