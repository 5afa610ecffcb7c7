// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench.linkage;

import java.util.random.RandomGenerator;

/** The slips of those who fill in registrations. Each rate is a chance per value, documented in docs/SPEC-linkage.md. */
final class Noise {
  private final RandomGenerator random;

  Noise(RandomGenerator random) { this.random = random; }

  boolean chance(double rate) { return random.nextDouble() < rate; }

  /** A person's name as somebody writes it. */
  String person(String first, String last) {
    String a = chance(0.04) ? slip(first) : first;
    String b = chance(0.04) ? slip(last) : last;
    if (chance(0.10)) {
      a = a + " " + (char) ('A' + random.nextInt(26));
    }
    String name = chance(0.05) ? b + " " + a : a + " " + b;
    return chance(0.02) ? name + " JR" : name;
  }

  /** A company's name: with or without comma and dots, now and then with a slip. */
  String company(String name) {
    String written = chance(0.03) ? slip(name) : name;
    if (chance(0.12)) {
      written = written.replace(" LLC", ", LLC").replace(" INC", " INC.").replace(" CORP", " CORP.");
    }
    if (chance(0.08)) {
      written = written.replace(" LLC", "").replace(" INC", "");
    }
    return chance(0.15) ? written.replace("MANAGEMENT", "MGMT") : written;
  }

  /** An office as a registration gives it: {@code HOUSE STREET SUITE ZIP}. */
  String office(Office office) {
    String street = chance(0.03) ? slip(office.street()) : office.street();
    if (chance(0.15)) {
      street = street.replace(" AVENUE", " AVE").replace(" STREET", " ST").replace("WEST ", "W ");
    }
    String house = chance(0.004) ? digitSlip(office.house()) : office.house();
    String zip = chance(0.015) ? digitSlip(office.zip()) : office.zip();
    String suite = office.suite();
    if (!suite.isEmpty()) {
      suite = chance(0.12) ? "" : chance(0.25) ? suite + "FLOOR" : chance(0.1) ? "STE " + suite : suite;
    }
    return house + " " + street + (suite.isEmpty() ? "" : " " + suite) + " " + zip;
  }

  /** One letter doubled, dropped, changed or exchanged with its neighbour. */
  String slip(String word) {
    if (word.length() < 3) {
      return word;
    }
    int at = 1 + random.nextInt(word.length() - 2);
    char c = word.charAt(at);
    if (!Character.isLetter(c)) {
      return word;
    }
    return switch (random.nextInt(4)) {
      case 0 -> word.substring(0, at) + c + word.substring(at);
      case 1 -> word.substring(0, at) + word.substring(at + 1);
      case 2 -> word.substring(0, at) + (char) ('A' + random.nextInt(26)) + word.substring(at + 1);
      default -> word.substring(0, at) + word.charAt(at + 1) + c + word.substring(at + 2);
    };
  }

  private String digitSlip(String number) {
    int at = random.nextInt(number.length());
    return number.substring(0, at) + (char) ('0' + random.nextInt(10)) + number.substring(at + 1);
  }
}
