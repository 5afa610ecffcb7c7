// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * What each value is worth as evidence, judged by how many unrelated groups of sites share it: an address at which many
 * strangers sit is an agent's, a lawyer's or a registration service's.
 */
final class Weights implements PairEvidence.Verdict {
  private final int[] cores;
  private final int[] mark;
  private int round;
  private final int[] office;
  private final int[] building;
  private final int[] person;
  private final int[] company;
  private final List<WeakEvidence.Block> blocks;

  /**
   * Weighs every value.
   *
   * @param words of each person's name
   * @param cores the group that strong evidence put each site in
   */
  Weights(Corpus corpus, Places places, Lists words, int[] cores) {
    this.cores = cores;
    this.mark = new int[cores.length];
    int nPlaces = corpus.placeTexts().size();
    Lists atOffice = corpus.places().mapped(places.offices()).inverse(nPlaces);
    Lists buildingsOf = corpus.places().mapped(places.buildings());
    Lists inBuilding = buildingsOf.inverse(nPlaces);
    Lists owned = corpus.owners().inverse(corpus.personTexts().size());
    Lists named = corpus.companies().inverse(corpus.companyTexts().size());
    var agents = new AgentSites(corpus, atOffice);
    office = weigh(atOffice, Strength.OFFICE,
        i -> agents.isAgents(i) ? Strength.GROUPS_AT_AGENT : Strength.GROUPS_AT_OFFICE);
    building = weighBuildings(inBuilding, corpus, places);
    person = weighPersons(owned, words);
    var managers = new AgentSites(corpus, named);
    company = weigh(named, Strength.COMPANY_AT_PLACE,
        i -> managers.isAgents(i) ? Strength.GROUPS_AT_AGENT : Strength.GROUPS_OF_COMPANY);
    var together = new CompanyPlaces(named, buildingsOf, company);
    blocks = List.of(new WeakEvidence.Block(atOffice, office), new WeakEvidence.Block(inBuilding, building),
        new WeakEvidence.Block(owned, person), new WeakEvidence.Block(together.sites(), together.weights()));
  }

  private int[] weighBuildings(Lists inBuilding, Corpus corpus, Places places) {
    int[] units = places.unitsOfBuildings();
    var agents = new AgentSites(corpus, inBuilding);
    return weigh(inBuilding, Strength.BUILDING,
        i -> units[i] > 1 || agents.isAgents(i) ? Strength.GROUPS_AT_AGENT : Strength.GROUPS_IN_BUILDING);
  }

  private int[] weighPersons(Lists owned, Lists words) {
    int[] bearers = new int[owned.owners()];
    for (int i = 0; i < bearers.length; i++) {
      bearers[i] = groups(owned, i, Integer.MAX_VALUE - 1);
    }
    var frequency = new NameFrequency(words, bearers);
    return weigh(owned, Strength.OFFICER,
        i -> frequency.namesakesPerMille(i) < Strength.COMMON_NAME ? Strength.GROUPS_OF_PERSON : 1);
  }

  /** For each value its worth: less for each further group that shares it, nothing beyond the most. */
  private int[] weigh(Lists sites, int strength, IntUnaryOperator most) {
    int[] weights = new int[sites.owners()];
    for (int value = 0; value < weights.length; value++) {
      if (sites.size(value) > 1) {
        int limit = most.applyAsInt(value);
        int groups = groups(sites, value, limit);
        weights[value] = groups > limit ? 0 : strength - (groups - 1) * Strength.PER_GROUP;
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

  /** The group that strong evidence put each site in. */
  int[] cores() { return cores; }

  /** The values that count, with their sites. */
  List<WeakEvidence.Block> blocks() { return blocks; }

  @Override
  public int office(int value) { return office[value]; }

  @Override
  public int building(int value) { return building[value]; }

  @Override
  public int person(int value) { return person[value]; }

  @Override
  public int company(int value) { return company[value]; }
}
