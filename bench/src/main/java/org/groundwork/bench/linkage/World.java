// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.groundwork.bench.linkage.Owner.Agent;

/** An invented city with its owners, agents, lawyers and office towers. */
final class World {
  private final RandomGenerator random;
  private final NamePool firstNames = new NamePool(1_200, 1);
  private final NamePool lastNames = new NamePool(12_000, 2);
  private final NamePool streets = new NamePool(1_500, 3);
  private final NamePool brands = new NamePool(20_000, 4);
  private final List<Office> towers = new ArrayList<>();
  private final List<Agent> agents = new ArrayList<>();
  private final List<Agent> lawyers = new ArrayList<>();
  private final List<Agent> services = new ArrayList<>();

  World(RandomGenerator random, int rows) {
    this.random = random;
    for (int i = 0; i < Math.max(20, rows / 2_000); i++) {
      towers.add(plainOffice());
    }
    for (int i = 0; i < Math.max(10, rows / 400); i++) {
      agents.add(agent(" MANAGEMENT CORP"));
    }
    for (int i = 0; i < Math.max(4, rows / 4_000); i++) {
      lawyers.add(agent(" LAW PC"));
    }
    for (int i = 0; i < Math.max(2, rows / 50_000); i++) {
      services.add(agent(" REGISTRATIONS INC"));
    }
  }

  private Agent agent(String suffix) {
    var people = new ArrayList<String[]>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      people.add(person());
    }
    return new Agent(brands.draw(random) + " " + brands.draw(random) + suffix, office(), people);
  }

  String[] person() { return new String[]{firstNames.draw(random), lastNames.draw(random)}; }

  private Office plainOffice() {
    String street = random.nextInt(3) == 0
        ? (random.nextBoolean() ? "WEST " : "EAST ") + (1 + random.nextInt(190)) + " STREET"
        : streets.draw(random) + (random.nextBoolean() ? " AVENUE" : " STREET");
    return new Office(Integer.toString(1 + random.nextInt(9_000)), street, "", zip());
  }

  private String zip() { return Integer.toString(10_000 + random.nextInt(1_500)); }

  /** Four in ten offices are suites of a tower that strangers share, one in ten a suite of its own house. */
  Office office() {
    if (random.nextDouble() < 0.4) {
      Office tower = towers.get(random.nextInt(towers.size()));
      return new Office(tower.house(), tower.street(), Integer.toString(100 + random.nextInt(4_000)), tower.zip());
    }
    Office house = plainOffice();
    String suite = random.nextInt(6) == 0 ? Integer.toString(1 + random.nextInt(30)) : "";
    return new Office(house.house(), house.street(), suite, house.zip());
  }

  /** A landlord: one to four people, often kin; one to three offices, seldom none of its own. */
  Owner landlord(int buildings) {
    var people = new ArrayList<String[]>();
    people.add(person());
    int more = buildings == 1 ? random.nextInt(2) : random.nextInt(3) + (buildings > 30 ? 1 : 0);
    for (int i = 0; i < more; i++) {
      String[] other = person();
      people.add(random.nextDouble() < 0.4 ? new String[]{other[0], people.getFirst()[1]} : other);
    }
    Optional<Agent> agent = random.nextDouble() < 0.35 ? Optional.of(popular(agents)) : Optional.empty();
    Optional<Agent> proxy = proxy();
    var offices = new ArrayList<Office>();
    boolean none = agent.isPresent() && random.nextDouble() < 0.35;
    int count = none ? 0 : 1 + (buildings > 10 && random.nextInt(3) == 0 ? 1 : 0) + (buildings > 60 ? 1 : 0);
    for (int i = 0; i < count; i++) {
      offices.add(office());
    }
    return new Owner(people, offices, brands.draw(random), agent, proxy);
  }

  private Optional<Agent> proxy() {
    double at = random.nextDouble();
    return at < 0.06
        ? Optional.of(popular(lawyers))
        : at < 0.10 ? Optional.of(popular(services)) : Optional.empty();
  }

  /** A co-operative house: a board of its own, an agent's address. */
  Owner cooperative() {
    var board = new ArrayList<String[]>();
    for (int i = 0; i < 2 + random.nextInt(3); i++) {
      board.add(person());
    }
    return new Owner(board, List.of(), brands.draw(random), Optional.of(popular(agents)), Optional.empty());
  }

  /** The first ones serve the most. */
  private Agent popular(List<Agent> from) {
    double at = random.nextDouble();
    return from.get((int) (at * at * from.size()));
  }

  String streetName() { return streets.draw(random) + (random.nextBoolean() ? " AVENUE" : " STREET"); }
}
