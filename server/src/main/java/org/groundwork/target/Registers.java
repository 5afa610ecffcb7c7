// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.List;
import java.util.Optional;
import org.groundwork.roll.SiteSuggestions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks places up in the public registers of the installation, and answers alike for places we know and do not. */
final class Registers implements SiteSuggestions {
  private static final String COLUMNS = """
      select s.id, s.address, s.homes,
        (select p.name from target.site_party sp join target.party p on p.id = sp.party_id
         where sp.site_id = s.id and p.kind = 'person' order by sp.role = 'HeadOfficer' desc, sp.role, p.name limit 1) signed_by,
        (select count(*) - 1 from target.register_site o where o.network_id = s.network_id) others
      from target.register_site s""";
  private final JdbcClient jdbc;

  Registers(JdbcClient jdbc) { this.jdbc = jdbc; }

  @Override
  public List<Suggestion> like(String typed) {
    String key = RegisterKey.of(typed);
    if (key.length() < 4) {
      return List.of();
    }
    return jdbc
        .sql(COLUMNS + " where s.address_key % :key order by ext.similarity(s.address_key, :key) desc, s.id limit 10")
        .param("key", key)
        .query((rs, i) -> new Suggestion(rs.getString(1), rs.getString(2),
            Optional.ofNullable(rs.getObject(3, Integer.class)), Optional.ofNullable(rs.getString(4)), rs.getInt(5)))
        .list();
  }

  @Override
  public Optional<Suggestion> byId(String registerSite) {
    return jdbc.sql(COLUMNS + " where s.id = :id")
        .param("id", registerSite)
        .query((rs, i) -> new Suggestion(rs.getString(1), rs.getString(2),
            Optional.ofNullable(rs.getObject(3, Integer.class)),
            Optional.ofNullable(rs.getString(4)), rs.getInt(5)))
        .optional();
  }
}
