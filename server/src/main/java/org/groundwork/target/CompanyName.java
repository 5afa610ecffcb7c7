// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells from its words whether a name is a company's or a body's and not a person's, in the languages tenants' and
 * workers' papers come in. In doubt it is a person's: a wrong refusal stops somebody at a door, a wrong name is put
 * right later.
 */
final class CompanyName {
  /** Words that no person's name has, wherever they stand. Without accents. */
  private static final Set<String> SURE = words("""
      llc llp inc incorporated corp corporation ltd limited plc pty pte gmbh mbh ohg kgaa sarl eurl srl ltda sicav reit
      holding holdings properties property realty realties management mgmt associates estates apartments ventures
      enterprises investments developers residential lettings rentals landlords owners
      immobilien immobiliengesellschaft hausverwaltung grundstucksverwaltung wohnungsgesellschaft wohnungsbau gesellschaft
      genossenschaft stiftung
      inmobiliaria inmobiliarias administradora constructora promotora sociedad grupo fundacion cooperativa asociacion
      consorcio empresa compania ayuntamiento
      societe groupe immobilier immobiliere fondation imobiliaria fundacao immobiliare societa spolka companies
      foundation authority municipality
      ооо оао зао пао شركة""");
  /** Words that end a company's or body's name, and might begin a person's title. */
  private static final Set<String> LAST = words("""
      company group partners partnership trust housing agency agents agent department ministry university college
      board council committee corporation authority fund services association
      agencia agentes gestoria autoridad departamento ministerio universidad municipio consejo junta comite fondo
      verwaltung agentur gruppe universitat universite agence""");
  /** Short forms that are surnames too; they count as they are written behind a firm: with dots, after a comma or an ampersand, in capitals. */
  private static final Set<String> SHORT = words("co sa sl ag kg ug se lp ab as oy nv bv spa sas sc pc aps oo");
  /** What somebody is to us, in place of a name. */
  private static final Set<String> ROLES = words(
      """
      landlord landlady owner boss employer manager super superintendent agent
      casero casera dueno duena propietario propietaria patron patrona jefe jefa empleador vermieter eigentumer chef""");
  private static final Set<String> ARTICLES = words(
      "the a our my el la los las un una nuestro nuestra mi der die das le");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\s,;/()]+");
  private static final Pattern PARTS = Pattern.compile("\\s*[,;/()]\\s*|\\s+(?i:of|at|from|for|de|von|bei)\\s+");
  /** Names that are written without spaces. */
  private static final Pattern UNSPACED = Pattern.compile(".*(?:公司|株式会社)|株式会社.*");
  private static final Pattern NUMBER = Pattern.compile(".*\\d.*");
  private static final Pattern GENERATION = Pattern.compile("(?i)2nd|3rd|4th|5th");

  private CompanyName() {}

  /** Whether it is a company's or a body's name. */
  static boolean is(String name) {
    var written = Arrays.stream(SPACES.split(name.strip(), -1)).filter(word -> !word.isEmpty()).toList();
    if (written.isEmpty()) {
      return false;
    }
    String last = written.getLast();
    boolean numbered = written.stream()
        .anyMatch(word -> NUMBER.matcher(word).matches() && !GENERATION.matcher(word).matches());
    return numbered || UNSPACED.matcher(name.strip()).matches()
        || written.stream().map(CompanyName::plain).anyMatch(SURE::contains)
        || LAST.contains(plain(last)) || (SHORT.contains(plain(last)) && behindAFirm(name, last));
  }

  private static boolean behindAFirm(String name, String last) {
    boolean allInCapitals = name.equals(name.toUpperCase(Locale.ROOT));
    boolean capitals = last.length() > 1 && last.equals(last.toUpperCase(Locale.ROOT));
    return last.contains(".") || name.contains("&") || name.matches("(?s).*,\\s*" + Pattern.quote(last) + "\\s*")
        || (capitals && !allInCapitals);
  }

  /** Whether a person's name stands in it beside a firm's. */
  static boolean besideAPerson(String name) {
    var parts = Arrays.stream(PARTS.split(name.strip(), -1)).filter(part -> !part.isBlank()).toList();
    return parts.stream().anyMatch(CompanyName::person)
        && parts.stream().anyMatch(part -> is(part) && part.contains(" "));
  }

  private static boolean person(String part) {
    return !is(part) && part.contains(" ")
        && part.codePoints().allMatch(c -> Character.isLetter(c) || " .'’-".indexOf(c) >= 0);
  }

  /** Whether it says what somebody is instead of who. */
  static boolean role(String name) {
    List<String> words = Arrays.stream(SPACES.split(name.strip(), -1)).map(CompanyName::plain).toList();
    return words.stream().anyMatch(ROLES::contains)
        && words.stream().allMatch(word -> ROLES.contains(word) || ARTICLES.contains(word));
  }

  private static String plain(String word) {
    return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[.&'’]", "");
  }

  private static Set<String> words(String text) { return Set.copyOf(Arrays.asList(text.strip().split("\\s+", -1))); }
}
