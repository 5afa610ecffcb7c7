// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench.linkage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.groundwork.bench.linkage.Owner.Agent;

/**
 * Writes an invented register in the form {@code hpd-buildings}, with known truth. The same seed gives the same file.
 * What is invented and which slips are made is described in docs/SPEC-linkage.md.
 */
public final class SyntheticRegister {
  private static final String HEADER = "bbl,bin,housenumber,streetname,zip,boro,registrationid,lastregistrationdate,"
      + "registrationenddate,corpnames,businessaddrs,owners,totalviolations,openviolations,unitsres,yearbuilt,"
      + "evictions,rsunits2007,rsunits2017,lat,lng\n";
  private static final int LARGEST = 400;
  private final SplittableRandom random;
  private final Noise noise;
  private final World world;
  private final int[] truth;
  private Owner before;

  private SyntheticRegister(int rows, long seed) {
    random = new SplittableRandom(seed);
    noise = new Noise(random);
    world = new World(random, rows);
    truth = new int[rows];
    before = world.landlord(1);
  }

  /**
   * Writes the register.
   *
   * @return the true owner of each row, by number; the n-th row's site is {@link #site}
   */
  public static int[] write(Path file, int rows, long seed) {
    var register = new SyntheticRegister(rows, seed);
    try (BufferedWriter to = Files.newBufferedWriter(file)) {
      to.write(HEADER);
      register.writeRows(to);
      return register.truth;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The identifier of a row, counted from 0: owners' rows are scattered over the city. */
  static String site(int row, int rows) {
    long scattered = row * 7_368_787L % rows;
    return Long.toString(1_000_000_000L + scattered);
  }

  private void writeRows(BufferedWriter to) throws IOException {
    int row = 0;
    for (int owner = 0; row < truth.length; owner++) {
      boolean cooperative = random.nextDouble() < 0.15;
      int size = cooperative ? 1 : Math.min(portfolio(), truth.length - row);
      Owner who = cooperative ? world.cooperative() : world.landlord(size);
      for (int i = 0; i < size; i++) {
        truth[row] = owner;
        to.write(row(row, who));
        row++;
      }
      before = who;
    }
  }

  /** Heavy-tailed: half own one building, one in a hundred more than fifty. */
  private int portfolio() {
    double u = 1 - random.nextDouble();
    return (int) Math.min(LARGEST, Math.pow(u, -1 / 1.1));
  }

  private String row(int row, Owner who) {
    String house = Integer.toString(1 + random.nextInt(4_000));
    String street = world.streetName();
    Set<String> companies = new LinkedHashSet<>();
    Set<String> offices = new LinkedHashSet<>();
    Set<String> people = new LinkedHashSet<>();
    own(who, house + " " + street, companies, offices, people);
    who.agent().ifPresent(agent -> agent(agent, companies, offices, people));
    who.proxy().filter(p -> noise.chance(0.8)).ifPresent(proxy -> offices.add(noise.office(proxy.office())));
    if (noise.chance(0.01)) {
      // The seller is still in the register beside the buyer.
      String[] seller = before.people().getFirst();
      people.add("Officer=" + noise.person(seller[0], seller[1]));
    }
    String year = noise.chance(0.9) ? "2019" : "2018";
    return String.join(",", site(row, truth.length), Integer.toString(1_000_000 + row), house, street,
        Integer.toString(10_000 + random.nextInt(1_500)), "MANHATTAN", Integer.toString(100_000 + row), year + "-08-21",
        (year.equals("2019") ? "2020" : "2019") + "-09-01", quoted(companies), quoted(offices), quoted(people), "3",
        "0",
        Integer.toString(3 + random.nextInt(80)), "1915", "", "", "", "40.7", "-74.0") + "\n";
  }

  private void own(Owner who, String address, Set<String> companies, Set<String> offices, Set<String> people) {
    double kind = random.nextDouble();
    if (kind < 0.9) {
      companies.add(noise.company(kind < 0.55
          ? address + " LLC"
          : kind < 0.75 ? who.brand() + " " + (1 + random.nextInt(200)) + " LLC" : who.brand() + " REALTY CORP"));
    }
    List<String[]> signers = who.people();
    int head = random.nextDouble() < 0.8 ? 0 : random.nextInt(signers.size());
    people.add("HeadOfficer=" + noise.person(signers.get(head)[0], signers.get(head)[1]));
    for (int i = 0; i < signers.size(); i++) {
      if (i != head && noise.chance(0.35)) {
        people.add("Officer=" + noise.person(signers.get(i)[0], signers.get(i)[1]));
      }
    }
    List<Office> own = who.offices();
    if (!own.isEmpty() && noise.chance(0.97)) {
      Office office = own.get(random.nextDouble() < 0.7 ? 0 : random.nextInt(own.size()));
      offices.add(noise.office(office));
      if (noise.chance(0.1)) {
        offices.add(noise.office(office));
      }
    }
    if (who.agent().isEmpty()) {
      String[] self = noise.chance(0.7) ? signers.get(head) : signers.get(random.nextInt(signers.size()));
      people.add("Agent=" + noise.person(self[0], self[1]));
    }
  }

  /** Managing agents name their company, their address and themselves; now and then an employee as an officer. */
  private void agent(Agent agent, Set<String> companies, Set<String> offices, Set<String> people) {
    if (noise.chance(0.8)) {
      companies.add(noise.company(agent.company()));
    }
    if (noise.chance(0.9)) {
      offices.add(noise.office(agent.office()));
    }
    String[] employee = agent.people().get(random.nextInt(agent.people().size()));
    String name = noise.person(employee[0], employee[1]);
    people.add("Agent=" + name);
    if (noise.chance(0.5)) {
      people.add("SiteManager=" + name);
    }
    if (noise.chance(0.02)) {
      people.add("Officer=" + name);
    }
  }

  private static String quoted(Set<String> values) {
    String text = String.join(" | ", new ArrayList<>(values));
    return text.indexOf(',') >= 0 ? '"' + text + '"' : text;
  }
}
