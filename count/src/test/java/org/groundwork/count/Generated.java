// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Elections made up from a seed: few and many candidates, short papers, equal ones, and now and then ties. */
final class Generated {
  /** A paper: ranks, each of some candidates. */
  record Paper(int weight, List<List<Integer>> ranks) {}

  private Generated() {}

  /** Papers with one candidate on each rank. */
  static Election strict(long seed) {
    return election(papers(seed, false), candidates(seed), seats(seed));
  }

  /** Papers with equal candidates, skipped ranks, repeats and blank ones too. */
  static Election messy(long seed) {
    return election(papers(seed, true), candidates(seed), seats(seed));
  }

  static int candidates(long seed) { return 2 + new Random(seed).nextInt(7); }

  static int seats(long seed) { return 1 + new Random(seed + 1).nextInt(Math.min(4, candidates(seed))); }

  static List<Paper> papers(long seed, boolean messy) {
    var random = new Random(seed * 31 + 7);
    int candidates = candidates(seed);
    int many = 1 + random.nextInt(random.nextBoolean() ? 12 : 200);
    var papers = new ArrayList<Paper>();
    for (int paper = 0; paper < many; paper++) {
      papers.add(paper(random, candidates, messy));
    }
    return papers;
  }

  private static Paper paper(Random random, int candidates, boolean messy) {
    var order = new ArrayList<>(IntStream.rangeClosed(1, candidates).boxed().toList());
    Collections.shuffle(order, random);
    if (random.nextInt(3) > 0) {
      order.sort((one, other) -> Integer.compare(one * 7 % 5, other * 7 % 5));
      Collections.swap(order, 0, random.nextInt(candidates));
    }
    var ranks = new ArrayList<List<Integer>>();
    for (int candidate : order.subList(0, (messy ? 0 : 1) + random.nextInt(candidates + (messy ? 1 : 0)))) {
      if (messy && !ranks.isEmpty() && random.nextInt(5) == 0) {
        ranks.getLast().add(candidate);
      } else {
        ranks.add(new ArrayList<>(List.of(candidate)));
      }
      if (messy && random.nextInt(12) == 0) {
        ranks.add(new ArrayList<>());
      }
      if (messy && random.nextInt(15) == 0) {
        ranks.add(new ArrayList<>(List.of(order.getFirst())));
      }
    }
    return new Paper(random.nextInt(4) == 0 ? 1 + random.nextInt(9) : 1, ranks);
  }

  static Election election(List<Paper> papers, int candidates, int seats) {
    var ballots = new Ballots.Builder();
    for (Paper paper : papers) {
      for (List<Integer> rank : paper.ranks()) {
        if (rank.isEmpty()) {
          ballots.skip();
        }
        for (int at = 0; at < rank.size(); at++) {
          if (at == 0) {
            ballots.rank(rank.get(at));
          } else {
            ballots.same(rank.get(at));
          }
        }
      }
      ballots.paper(paper.weight());
    }
    return new Election("made up", seats,
        IntStream.rangeClosed(1, candidates).mapToObj(each -> new Candidate(each, "C" + each, false)).toList(),
        ballots.build());
  }
}
