// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A register in the form {@code hpd-buildings}, with the shape of a real one: owners who hold houses through a company
 * for each, an office that several companies share, typing errors, a managing agent who serves strangers. Every name,
 * company and street is invented. The same seed makes the same register.
 */
final class DemoRegister {
  private static final String HEADER = "bbl,bin,housenumber,streetname,zip,boro,registrationid,lastregistrationdate,"
      + "registrationenddate,corpnames,businessaddrs,owners,totalviolations,openviolations,unitsres,yearbuilt,evictions,"
      + "rsunits2007,rsunits2017,lat,lng";
  private static final List<String> STREETS = List.of("ELM STREET", "RIVER ROAD", "TANNERY LANE", "FOUNDRY STREET",
      "ORCHARD WALK",
      "LANTERN STREET", "QUARRY ROAD", "WEAVERS ROW", "SALT STREET", "COPPER LANE");
  private static final List<String> GIVEN = List.of("QUILLON", "BRISA", "TORVALD", "IMELDE", "HASPER", "LORENTZ",
      "YSOLDE", "MERRICK",
      "ODALYS", "FENWICK", "SABELLE", "GROVER");
  private static final List<String> FAMILY = List.of("MARLOWSKI", "DUNHALLER", "VEXFORD", "ASTRANOVA", "PELLGRAVE",
      "KORSOVIAN",
      "WHITTERBY", "ZANDOVAL", "HOLLOWAYNE", "BREMSTED");

  private final Random random = new Random(118);
  private final StringBuilder csv = new StringBuilder(HEADER).append('\n');
  private int next = 1;

  private DemoRegister() {}

  /** Where the demonstration's people live: the first house of the first owner. */
  static final String HOME = "118 ELM STREET";

  /** The register as CSV. */
  static String csv() {
    var register = new DemoRegister();
    register.owner("QUILLON MARLOWSKI", "77 LEDGER PLAZA SUITE 400 09901", 9,
        List.of(HOME, "31 RIVER ROAD", "54 TANNERY LANE"));
    register.owner("YSOLDE VEXFORD", "12 NOTARY COURT 09904", 6, List.of("9 FOUNDRY STREET"));
    for (int at = 0; at < 60; at++) {
      String name = register.pick(GIVEN) + " " + register.pick(FAMILY);
      String office = 1 + register.random.nextInt(400) + " "
          + register.pick(List.of("LEDGER PLAZA", "NOTARY COURT", "SEAL STREET"))
          + " " + ("0" + (9900 + register.random.nextInt(30)));
      register.owner(name, office, 1 + register.random.nextInt(6), List.of());
    }
    return register.csv.toString();
  }

  private void owner(String name, String office, int houses, List<String> first) {
    for (int at = 0; at < houses; at++) {
      String address = at < first.size() ? first.get(at) : 1 + random.nextInt(300) + " " + pick(STREETS);
      String written = random.nextInt(9) == 0 ? misspelt(name) : name;
      String[] parts = address.split(" ", 2);
      csv.append(String.format(Locale.ROOT,
          "9%09d,%d,%s,%s,%05d,INVENTED,%d,2026-01-15,2026-12-31,%s LLC,%s,%s,%d,%d,%d,19%02d,,,,,%n",
          next, 5_000_000 + next, parts[0], parts[1], 9901 + random.nextInt(8), 700_000 + next, address, office,
          "HeadOfficer=" + swapped(written) + " | Agent=" + agent(), random.nextInt(60), random.nextInt(30),
          address.equals(HOME) ? 24 : 4 + random.nextInt(40), random.nextInt(99)));
      next++;
    }
  }

  /** One agent serves many strangers; being served by it says nothing about who owns. */
  private String agent() {
    return random.nextInt(4) == 0 ? "GROVER WHITTERBY" : swapped(pick(GIVEN) + " " + pick(FAMILY));
  }

  private static String swapped(String name) {
    String[] parts = name.split(" ", 2);
    return parts[1] + " " + parts[0];
  }

  private String misspelt(String name) {
    int at = 1 + random.nextInt(name.length() - 2);
    return name.charAt(at) == ' ' ? name : name.substring(0, at) + name.substring(at + 1);
  }

  private String pick(List<String> from) { return from.get(random.nextInt(from.size())); }

  /** The addresses of the register's first houses, which belong to one owner behind different companies. */
  static List<String> houses() {
    return new ArrayList<>(List.of(HOME, "31 RIVER ROAD", "54 TANNERY LANE"));
  }
}
