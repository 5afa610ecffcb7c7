// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which addresses may be a natural person's home and therefore never leave the house. In doubt they stay.
 *
 * <p>An address is told only if all of this holds: no register pairs it with a natural person alone; a register pairs it
 * with a company, or, where the register pairs nothing, every site run from it names a company and two different
 * companies are among them; and it is not itself a building of the register, with or without a unit, where somebody
 * may live. A place is told by its own address, which is the building's, unless it is a house of one or two homes that is
 * run from the house itself: there its owner may live.
 */
final class HomeAddresses {
  private static final int SMALL_HOUSE = 2;
  private static final Set<String> STREETS = Set.of("st", "ave", "rd", "blvd", "dr", "pl", "ct", "ln", "pkwy", "ter",
      "sq", "way", "plaza", "str", "hwy", "loop", "walk", "row", "alley");
  private final JdbcClient jdbc;

  HomeAddresses(JdbcClient jdbc) { this.jdbc = jdbc; }

  /** The addresses among the arguments of a sentence of the linkage library. */
  static List<String> addressesIn(String message, List<String> arguments) {
    return switch (message) {
      case "link.address" -> arguments.subList(0, 1);
      case "link.address.written", "link.address.building" -> arguments.subList(0, 2);
      case "link.officer.address", "link.spelling.address" -> arguments.subList(2, 3);
      case "link.name.address" -> arguments.subList(1, 2);
      default -> List.of();
    };
  }

  /** Whether an address from which sites are run may be told. */
  boolean mayBeTold(UUID register, String address) {
    String key = RegisterKey.of(address);
    return !key.isEmpty() && isBusiness(register, address) && !isABuilding(register, key);
  }

  private boolean isBusiness(UUID register, String address) {
    return jdbc.sql("""
        select case when a.of_company then true when a.of_person then false else
          (select count(distinct c.id) >= 2 from target.site_party at
             join target.site_party sp on sp.site_id = at.site_id join target.party c on c.id = sp.party_id and c.kind = 'company'
             where at.party_id = a.id)
          and not exists (select 1 from target.site_party at where at.party_id = a.id and not exists (
             select 1 from target.site_party sp join target.party c on c.id = sp.party_id and c.kind = 'company'
             where sp.site_id = at.site_id)) end
        from target.party a where a.id = ?""")
        .param(SiteParties.address(register, address))
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Whether a site of the register stands at the address, also if the address goes on with a unit or a postal code. */
  private boolean isABuilding(UUID register, String key) {
    return jdbc.sql("""
        select s.address_key from target.register_site s
        where s.address_key % :key and s.register_id = :register
        order by ext.similarity(s.address_key, :key) desc, s.id limit 50""")
        .param("key", key)
        .param("register", register)
        .query(String.class)
        .list()
        .stream()
        .anyMatch(building -> sameHouse(building, key));
  }

  /** Whether two keys begin with the same house and street. Too often rather than too seldom. */
  static boolean sameHouse(String one, String other) {
    return house(one).equals(house(other));
  }

  /** House and street: up to the word that says what kind of street it is, or else the first two words. */
  private static List<String> house(String key) {
    var words = List.of(key.split(" ", -1));
    for (int at = 1; at < words.size(); at++) {
      if (STREETS.contains(words.get(at))) {
        return words.subList(0, at + 1);
      }
    }
    return words.subList(0, Math.min(2, words.size()));
  }

  /** Whether the owner of a small house may live in it: it is run from itself. */
  boolean livedIn(String site, int homesCounted) {
    if (homesCounted > SMALL_HOUSE) {
      return false;
    }
    String house = jdbc.sql("select address_key from target.register_site where id = ?")
        .param(site)
        .query(String.class)
        .single();
    return jdbc.sql("""
        select p.name from target.site_party sp join target.party p on p.id = sp.party_id
        where sp.site_id = ? and p.kind = 'address'""")
        .param(site)
        .query(String.class)
        .list()
        .stream()
        .anyMatch(office -> sameHouse(house, RegisterKey.of(office)));
  }
}
