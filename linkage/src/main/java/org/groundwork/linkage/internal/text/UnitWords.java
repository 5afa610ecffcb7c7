// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.text;

import java.util.List;
import java.util.Set;

/** Reads what stands after the street: suite, floor, flat, and perhaps a city. */
final class UnitWords {
  private static final Set<String> MARKERS = Set.of("FLOOR", "FL", "FLR", "FLOORS", "SUITE", "STE", "SUIT", "SUTE",
      "APT", "APARTMENT", "UNIT", "RM", "ROOM", "NO", "NUMBER", "OFFICE", "OFC", "BLDG", "BUILDING", "STORE");
  private static final Set<String> PLACES = Set.of("PH", "PENTHOUSE", "GROUND", "GRND", "GF", "REAR", "FRONT", "FRNT",
      "BSMT", "BASEMENT", "LOBBY", "MEZZ", "MEZZANINE", "UPPER", "LOWER");
  private static final Set<String> NOTHING = Set.of("NA", "NONE", "N", "NULL");
  private static final String[] SUFFIXES = {"FLOOR", "FLR", "FL"};

  private UnitWords() {}

  /** Whether this word, met before any street type, begins the unit. */
  static boolean startsUnit(String word) {
    return (MARKERS.contains(word) && !word.equals("NO")) || PLACES.contains(word);
  }

  static String unit(List<String> words) {
    var unit = new StringBuilder();
    for (String word : words) {
      String part = part(word);
      if (part.isEmpty()) {
        continue;
      }
      if (isCity(part)) {
        break;
      }
      unit.append(part);
    }
    String found = unit.toString();
    return NOTHING.contains(found) ? "" : found;
  }

  /** A word of three letters or more that is no place in a house: the city starts here. */
  private static boolean isCity(String word) {
    if (word.length() < 3 || PLACES.contains(word)) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (Character.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String part(String word) {
    if (MARKERS.contains(word)) {
      return "";
    }
    String part = word;
    for (String suffix : SUFFIXES) {
      if (part.length() > suffix.length() && part.endsWith(suffix) && Character.isDigit(part.charAt(0))) {
        part = part.substring(0, part.length() - suffix.length());
        break;
      }
    }
    part = part.startsWith("STE") && part.length() > 3 && Character.isDigit(part.charAt(3)) ? part.substring(3) : part;
    return stripZeros(StreetWords.canonical(NameKeys.ordinal(part)));
  }

  private static String stripZeros(String word) {
    int i = 0;
    while (i < word.length() - 1 && word.charAt(i) == '0') {
      i++;
    }
    return word.substring(i);
  }
}
