// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.function.IntUnaryOperator;

/**
 * Evidence that stands on one leg, an address, a person or a company alone: it counts only while few unrelated owners
 * share it.
 */
final class WeakEvidence implements PairEvidence.Verdict {
  private final int[] cores;
  private final int[] mark;
  private int round;
  private final Lists atOffice;
  private final Lists inBuilding;
  private final Lists owned;
  private final Lists named;
  private final int[] office;
  private final int[] building;
  private final int[] person;
  private final int[] company;

  /**
   * Weighs every value.
   *
   * @param cores the group that strong evidence put each site in
   */
  WeakEvidence(Corpus corpus, Places places, int[] cores) {
    this.cores = cores;
    this.mark = new int[cores.length];
    int nPlaces = corpus.placeTexts().size();
    atOffice = corpus.places().mapped(places.offices()).inverse(nPlaces);
    inBuilding = corpus.places().mapped(places.buildings()).inverse(nPlaces);
    owned = corpus.owners().inverse(corpus.personTexts().size());
    named = corpus.companies().inverse(corpus.companyTexts().size());
    var frequency = new NameFrequency(corpus.personTexts());
    office = weigh(atOffice, Strength.OFFICE, i -> Strength.OWNERS_AT_OFFICE);
    building = weigh(inBuilding, Strength.BUILDING, i -> Strength.OWNERS_IN_BUILDING);
    person = weigh(owned, Strength.OFFICER, i -> frequency.namesakesPerMille(i) < Strength.COMMON_NAME
        ? Strength.GROUPS_OF_PERSON
        : Strength.GROUPS_OF_COMMON_NAME);
    company = weigh(named, Strength.COMPANY, i -> Strength.GROUPS_OF_COMPANY);
  }

  /** For each value its strength: less for each further group that shares it, 0 beyond the most. */
  private int[] weigh(Lists sites, int strength, IntUnaryOperator most) {
    int[] weights = new int[sites.owners()];
    for (int value = 0; value < weights.length; value++) {
      if (sites.size(value) > 1) {
        int limit = most.applyAsInt(value);
        int groups = groups(sites, value, limit);
        weights[value] = groups > limit ? 0 : strength - (groups - 1) * Strength.PER_STRANGER;
      }
    }
    return weights;
  }

  /** Unrelated groups among the sites of a value; counting stops above {@code most}. */
  private int groups(Lists sites, int value, int most) {
    round++;
    int count = 0;
    for (int i = sites.start(value); i < sites.end(value) && count <= most; i++) {
      int core = cores[sites.values()[i]];
      if (mark[core] != round) {
        mark[core] = round;
        count++;
      }
    }
    return count;
  }

  /** Links what the values that count join. */
  void collect(Candidates candidates) {
    chains(candidates, atOffice, office);
    chains(candidates, inBuilding, building);
    chains(candidates, owned, person);
    chains(candidates, named, company);
  }

  private static void chains(Candidates candidates, Lists sites, int[] weights) {
    for (int value = 0; value < weights.length; value++) {
      if (weights[value] > 0) {
        chain(candidates, sites, value, weights[value]);
      }
    }
  }

  /** Every pair of a small block, neighbours of a large one. */
  private static void chain(Candidates candidates, Lists sites, int value, int weight) {
    int reach = sites.size(value) <= LinkChoice.SMALL ? LinkChoice.SMALL : 1;
    for (int i = sites.start(value); i < sites.end(value); i++) {
      for (int j = i + 1; j < Math.min(sites.end(value), i + 1 + reach); j++) {
        candidates.add(sites.values()[i], sites.values()[j], weight);
      }
    }
  }

  @Override
  public int office(int value) { return office[value]; }

  @Override
  public int building(int value) { return building[value]; }

  @Override
  public int person(int value) { return person[value]; }

  @Override
  public int company(int value) { return company[value]; }
}
