// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A network with its sites, who owns and signs, which addresses join them, and why. Runs inside the caller's transaction. */
public final class NetworkView {
  /** Sites shown of a past network; the count goes on. */
  public static final int MOST_SITES = 200;
  static final String MEMBERS = """
      with member as (
        select s.id from target.register_site s
        left join target.local_network l on l.local_id = :local and l.site_id = s.id
        where s.network_id = :network and l.site_id is null
        union all
        select l.site_id from target.local_network l where l.local_id = :local and l.network_id = :network)
      """;
  static final String SITES = MEMBERS + """
      select s.id, s.address, coalesce(s.homes, 0) from member m join target.register_site s on s.id = m.id
      where m.id > :after order by s.id limit :most""";
  static final String SITES_OF_PARTY = MEMBERS + """
      select s.id, s.address, coalesce(s.homes, 0) from member m join target.register_site s on s.id = m.id
      where m.id > :after and exists (
        select 1 from target.site_party sp where sp.party_id = :party and sp.site_id = m.id)
      order by s.id limit :most""";
  private final JdbcClient jdbc;

  NetworkView(JdbcClient jdbc) { this.jdbc = jdbc; }

  /** A site of the network. */
  public record Member(String site, String address, int homes) {}

  /**
   * Somebody or some address that stands behind sites of the network.
   *
   * @param kind person, company, agent or address
   * @param roles in the register's own words
   */
  public record Behind(UUID id, String kind, String name, List<String> roles, int sites) {}

  /** The sites by identifier, those after one of a page before; at most {@code most}. */
  public List<Member> members(String network, String after, int most) {
    return jdbc.sql(SITES)
        .param("local", local())
        .param("network", network)
        .param("after", after)
        .param("most", most)
        .query(NetworkView::member)
        .list();
  }

  /** The sites that one party stands behind, those after one of a page before; at most {@code most}. */
  public List<Member> membersOf(String network, UUID party, String after, int most) {
    return jdbc.sql(SITES_OF_PARTY)
        .param("local", local())
        .param("network", network)
        .param("party", party)
        .param("after", after)
        .param("most", most)
        .query(NetworkView::member)
        .list();
  }

  private static Member member(ResultSet rs, int row) throws SQLException {
    return new Member(rs.getString(1), rs.getString(2), rs.getInt(3));
  }

  /** One site, wherever it belongs. */
  public Optional<Member> site(String site) {
    return jdbc.sql("select id, address, coalesce(homes, 0) from target.register_site where id = ?")
        .param(site)
        .query(NetworkView::member)
        .optional();
  }

  /** Who and which addresses a register ties to a site. */
  public List<Behind> behindSite(String site) {
    return jdbc.sql("""
        select p.id, p.kind, p.name, array_agg(distinct sp.role order by sp.role), 1
        from target.site_party sp join target.party p on p.id = sp.party_id where sp.site_id = ?
        group by p.id, p.kind, p.name order by p.kind = 'address', p.kind, p.name limit 100""")
        .param(site)
        .query(NetworkView::behind)
        .list();
  }

  private static Behind behind(ResultSet rs, int row) throws SQLException {
    return new Behind(rs.getObject(1, UUID.class), rs.getString(2), rs.getString(3),
        Arrays.asList((String[]) rs.getArray(4).getArray()), rs.getInt(5));
  }

  /** One of those who stand behind a network. */
  public Optional<Behind> party(String network, UUID party) {
    return jdbc.sql(MEMBERS + """
        select p.id, p.kind, p.name, array_agg(distinct sp.role order by sp.role), count(distinct sp.site_id)
        from target.site_party sp join member m on m.id = sp.site_id join target.party p on p.id = sp.party_id
        where sp.party_id = :party group by p.id, p.kind, p.name""")
        .param("local", local())
        .param("network", network)
        .param("party", party)
        .query(NetworkView::behind)
        .optional();
  }

  /** Who and which addresses stand behind the network, those behind most sites first, at most {@code most}. */
  public List<Behind> behind(String network, int most) {
    return jdbc.sql(MEMBERS + """
        select p.id, p.kind, p.name, array_agg(distinct sp.role order by sp.role), count(distinct sp.site_id) sites
        from member m join target.site_party sp on sp.site_id = m.id join target.party p on p.id = sp.party_id
        group by p.id, p.kind, p.name order by sites desc, p.kind, p.name, p.id limit :most""")
        .param("local", local())
        .param("network", network)
        .param("most", most)
        .query(NetworkView::behind)
        .list();
  }

  /** Somebody or some address tied to a site. */
  public record Tie(UUID party, String site) {}

  /** Which party stands behind which site, at most {@code most}. */
  public List<Tie> ties(String network, int most) {
    return jdbc.sql(MEMBERS + """
        select distinct sp.party_id, sp.site_id from member m join target.site_party sp on sp.site_id = m.id
        order by sp.site_id, sp.party_id limit :most""")
        .param("local", local())
        .param("network", network)
        .param("most", most)
        .query((rs, i) -> new Tie(rs.getObject(1, UUID.class), rs.getString(2)))
        .list();
  }

  /** The network in one line; empty if it has no sites. */
  public Optional<Networks.Face> face(String network) {
    return jdbc.sql(MEMBERS + """
        select count(*) sites, coalesce(sum(s.homes), 0) homes,
          (select p.name from member m2 join target.site_party sp on sp.site_id = m2.id join target.party p on p.id = sp.party_id
           where p.kind in ('person', 'company') group by p.id, p.name, p.kind
           order by p.kind = 'person' desc, count(distinct sp.site_id) desc, p.name limit 1) called
        from member m join target.register_site s on s.id = m.id having count(*) > 0""")
        .param("local", local())
        .param("network", network)
        .query((rs, i) -> new Networks.Face(network, Optional.ofNullable(rs.getString("called")).orElse(network),
            rs.getInt("sites"),
            rs.getInt("homes")))
        .optional();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
