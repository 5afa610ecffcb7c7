// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The words of which streets are made, and their short forms. */
final class StreetWords {
  static final Map<String, String> NUMBERS = Map.ofEntries(Map.entry("ONE", "1"), Map.entry("TWO", "2"),
      Map.entry("THREE", "3"), Map.entry("FOUR", "4"), Map.entry("FIVE", "5"), Map.entry("SIX", "6"),
      Map.entry("SEVEN", "7"), Map.entry("EIGHT", "8"), Map.entry("NINE", "9"), Map.entry("TEN", "10"));
  static final Map<String, String> DIRECTIONS = Map.ofEntries(Map.entry("N", "N"), Map.entry("S", "S"),
      Map.entry("E", "E"), Map.entry("W", "W"), Map.entry("NORTH", "N"), Map.entry("SOUTH", "S"),
      Map.entry("EAST", "E"),
      Map.entry("WEST", "W"), Map.entry("SO", "S"), Map.entry("NO", "N"), Map.entry("NORTHEAST", "NE"),
      Map.entry("NORTHWEST", "NW"), Map.entry("SOUTHEAST", "SE"), Map.entry("SOUTHWEST", "SW"));
  /** Directions that may follow a street type without being a unit. */
  static final Set<String> LONG_DIRECTIONS = Set.of("NORTH", "SOUTH", "EAST", "WEST", "SO", "N", "S", "E", "W", "NE",
      "NW", "SE", "SW");
  static final Set<String> LEADING_TYPES = Set.of("AVENUE", "AVE", "AV", "CALLE", "RUE", "VIA", "AVENIDA", "PLAZA");
  /** Names that are a whole street without a type. */
  static final Set<String> WHOLE = Set.of("BROADWAY", "BOWERY", "BWAY", "BDWY");
  /** Streets with two names. */
  static final Map<String, String> ALIASES = Map.of("AVE OF THE AMERICAS", "6 AVE", "AVE OF AMERICAS", "6 AVE");
  static final Map<String, String> TYPES = types();
  private static final Map<String, String> OTHERS = Map.ofEntries(Map.entry("FIRST", "1"), Map.entry("SECOND", "2"),
      Map.entry("THIRD", "3"), Map.entry("FOURTH", "4"), Map.entry("FIFTH", "5"), Map.entry("SIXTH", "6"),
      Map.entry("SEVENTH", "7"), Map.entry("EIGHTH", "8"), Map.entry("NINTH", "9"), Map.entry("TENTH", "10"),
      Map.entry("ELEVENTH", "11"), Map.entry("TWELFTH", "12"), Map.entry("SAINT", "ST"), Map.entry("FORT", "FT"),
      Map.entry("MOUNT", "MT"), Map.entry("BWAY", "BROADWAY"), Map.entry("BDWY", "BROADWAY"));

  private StreetWords() {}

  static String canonical(String word) {
    String direction = DIRECTIONS.get(word);
    if (direction != null) {
      return direction;
    }
    String type = TYPES.get(word);
    if (type != null) {
      return type;
    }
    String other = OTHERS.get(word);
    return other != null ? other : NameKeys.ordinal(word);
  }

  private static Map<String, String> types() {
    var types = new HashMap<String, String>();
    String[][] rows = {{"ST", "STREET", "STR", "STRET", "STEET", "STREEET"}, {"AVE", "AVENUE", "AV", "AVEN", "AVENU"},
        {"RD", "ROAD"}, {"BLVD", "BOULEVARD", "BOUL", "BLV"}, {"PL", "PLACE"}, {"DR", "DRIVE"}, {"LN", "LANE"},
        {"CT", "COURT"}, {"TER", "TERRACE", "TERR"}, {"PKWY", "PARKWAY", "PKY", "PKWAY"}, {"SQ", "SQUARE"},
        {"PLZ", "PLAZA", "PLZA"}, {"HWY", "HIGHWAY"}, {"TPKE", "TURNPIKE", "TPK"}, {"EXPY", "EXPRESSWAY"},
        {"CIR", "CIRCLE"}, {"CTR", "CENTER", "CENTRE"}, {"CONCOURSE", "CONC"}, {"WAY"}, {"ALY", "ALLEY"}, {"LOOP"},
        {"WALK"}, {"PARK", "PK"}, {"CRES", "CRESCENT"}, {"OVAL"}, {"ROW"}, {"SLIP"}, {"MEWS"}, {"TRL", "TRAIL"}};
    for (String[] row : rows) {
      for (String word : row) {
        types.put(word, row[0]);
      }
    }
    return Map.copyOf(types);
  }
}
