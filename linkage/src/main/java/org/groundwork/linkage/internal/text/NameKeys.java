// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings names of persons and companies into one form. */
public final class NameKeys {
  private static final Set<String> TITLES = Set.of("MR", "MRS", "MS", "MISS", "DR", "PROF", "REV", "HON", "RABBI",
      "JR", "SR", "II", "III", "IV", "ESQ", "MD", "PHD", "CPA", "DDS", "PE");
  private static final Set<String> LEGAL_FORMS = Set.of("LLC", "LC", "INC", "INCORPORATED", "CORP", "CORPORATION", "CO",
      "COMPANY", "LTD", "LIMITED", "LP", "LLP", "LLLP", "PLLC", "PC", "GMBH", "AG", "KG", "UG", "SA", "SAS", "SARL",
      "SL",
      "SRL", "SPA", "BV", "NV", "AB", "AS", "OY", "APS", "PLC", "PTY", "EV");
  private static final Map<String, String> COMPANY_WORDS = Map.ofEntries(Map.entry("MGMT", "MANAGEMENT"),
      Map.entry("MGT", "MANAGEMENT"), Map.entry("MGNT", "MANAGEMENT"), Map.entry("MNGMT", "MANAGEMENT"),
      Map.entry("MANAGMENT", "MANAGEMENT"), Map.entry("MANGEMENT", "MANAGEMENT"), Map.entry("MANAGMENTS", "MANAGEMENT"),
      Map.entry("RLTY", "REALTY"), Map.entry("ASSOC", "ASSOCIATES"), Map.entry("ASSOCS", "ASSOCIATES"),
      Map.entry("ASSOCIATE", "ASSOCIATES"), Map.entry("ASSN", "ASSOCIATION"), Map.entry("PROPS", "PROPERTIES"),
      Map.entry("PROP", "PROPERTY"), Map.entry("APTS", "APARTMENTS"), Map.entry("APT", "APARTMENT"),
      Map.entry("HLDG", "HOLDING"), Map.entry("HLDGS", "HOLDINGS"), Map.entry("DEV", "DEVELOPMENT"),
      Map.entry("GRP", "GROUP"), Map.entry("INTL", "INTERNATIONAL"), Map.entry("BROS", "BROTHERS"),
      Map.entry("SVCS", "SERVICES"), Map.entry("SVC", "SERVICE"), Map.entry("STREET", "ST"), Map.entry("AVENUE", "AVE"),
      Map.entry("AV", "AVE"), Map.entry("EAST", "E"), Map.entry("WEST", "W"), Map.entry("NORTH", "N"),
      Map.entry("SOUTH", "S"), Map.entry("ROAD", "RD"), Map.entry("BOULEVARD", "BLVD"), Map.entry("PLACE", "PL"),
      Map.entry("PARKWAY", "PKWY"), Map.entry("SAINT", "ST"), Map.entry("HOUSING", "HSG"));
  private static final Set<String> NOTHING = Set.of("", "NA", "N A", "NONE", "NULL", "NIL", "UNKNOWN", "SAME", "SELF",
      "OWNER", "AGENT", "TBD", "TBA", "TEST", "NO NAME", "NOT APPLICABLE", "NOT AVAILABLE", "SAME AS ABOVE",
      "SEE ABOVE",
      "AS ABOVE", "VACANT", "NO", "INDIVIDUAL", "INDIVIDUAL OWNER", "OWNERS", "THE OWNER", "X", "XX", "XXX");

  private NameKeys() {}

  /** Words in alphabetical order without titles and middle initials; empty if the name says nothing. */
  public static String person(String name) {
    List<String> words = Words.ofName(name);
    if (words.size() <= 3 && NOTHING.contains(String.join(" ", words))) {
      return "";
    }
    List<String> kept = without(words, TITLES);
    dropInitials(kept);
    Collections.sort(kept);
    return String.join(" ", kept);
  }

  /** Words in their order, in long or short form alike, without legal form and article; empty if it says nothing. */
  public static String company(String name) {
    List<String> words = Words.ofName(name);
    words.replaceAll(w -> ordinal(COMPANY_WORDS.getOrDefault(w, w)));
    List<String> kept = without(words, LEGAL_FORMS);
    if (kept.size() > 1 && kept.getFirst().equals("THE")) {
      kept.removeFirst();
    }
    String key = String.join(" ", joinInitials(kept));
    return NOTHING.contains(key) ? "" : key;
  }

  /** Whether a name given as a person's is a company's: it carries a legal form that no person's name ends in. */
  public static boolean looksLikeCompany(String name) {
    List<String> words = Words.ofName(name);
    return words.size() > 1 && COMPANY_SIGNS.contains(words.getLast());
  }

  private static final Set<String> COMPANY_SIGNS = Set.of("LLC", "INC", "CORP", "CORPORATION", "LTD", "LP", "LLP", "CO",
      "COMPANY", "GMBH", "REALTY", "MANAGEMENT", "MGMT", "ASSOCIATES", "HOLDINGS", "PROPERTIES");

  private static List<String> without(List<String> words, Set<String> dropped) {
    var kept = new ArrayList<String>(words.size());
    for (String word : words) {
      if (!dropped.contains(word)) {
        kept.add(word);
      }
    }
    return kept.isEmpty() ? new ArrayList<>(words) : kept;
  }

  private static void dropInitials(List<String> words) {
    int whole = 0;
    for (String word : words) {
      whole += word.length() > 1 ? 1 : 0;
    }
    if (whole >= 2) {
      words.removeIf(w -> w.length() == 1);
    }
  }

  private static List<String> joinInitials(List<String> words) {
    var joined = new ArrayList<String>(words.size());
    boolean open = false;
    for (String word : words) {
      boolean initial = word.length() == 1 && !Character.isDigit(word.charAt(0));
      if (initial && open) {
        joined.set(joined.size() - 1, joined.getLast() + word);
      } else {
        joined.add(word);
      }
      open = initial;
    }
    return joined;
  }

  /** 29TH is 29. */
  static String ordinal(String word) {
    int n = word.length();
    if (n < 3 || !Character.isDigit(word.charAt(n - 3))) {
      return word;
    }
    String end = word.substring(n - 2);
    boolean ordinal = end.equals("TH") || end.equals("ST") || end.equals("ND") || end.equals("RD");
    if (!ordinal) {
      return word;
    }
    for (int i = 0; i < n - 2; i++) {
      if (!Character.isDigit(word.charAt(i))) {
        return word;
      }
    }
    return word.substring(0, n - 2);
  }
}
