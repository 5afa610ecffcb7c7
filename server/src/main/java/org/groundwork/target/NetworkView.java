// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A network with its sites, who owns and signs, which addresses join them, and why. Runs inside the caller's transaction. */
public final class NetworkView {
  /** Sites shown on one page; the count goes on. */
  public static final int MOST_SITES = 200;
  private static final String MEMBERS = """
      with member as (
        select s.id from target.register_site s
        left join target.local_network l on l.local_id = :local and l.site_id = s.id
        where s.network_id = :network and l.site_id is null
        union all
        select l.site_id from target.local_network l where l.local_id = :local and l.network_id = :network)
      """;
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

  /** Why two sites are held to belong together: a message of the linkage library and its arguments. */
  public record Evidence(String siteA, String siteB, String kind, int perMille, String message, List<String> arguments,
      Optional<String> verdict) {

    /** Why, as a sentence in English; the linkage library's own words. */
    public String sentence() {
      return new org.groundwork.linkage.Message(message, arguments).english();
    }
  }

  /** The first {@value #MOST_SITES} sites by identifier. */
  public List<Member> members(String network) {
    return jdbc.sql(MEMBERS + """
        select s.id, s.address, coalesce(s.homes, 0) from member m join target.register_site s on s.id = m.id
        order by s.id limit :most""")
        .param("local", local())
        .param("network", network)
        .param("most", MOST_SITES)
        .query((rs, i) -> new Member(rs.getString(1), rs.getString(2), rs.getInt(3)))
        .list();
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
        .query((rs, i) -> new Behind(rs.getObject(1, UUID.class), rs.getString(2), rs.getString(3),
            Arrays.asList((String[]) rs.getArray(4).getArray()), rs.getInt(5)))
        .list();
  }

  /** Why the sites belong together, strongest first, at most {@code most}. */
  public List<Evidence> evidence(String network, int most) {
    return jdbc.sql(MEMBERS + """
        select b.site_a, b.site_b, b.kind, b.confidence, b.message, b.arguments, v.verdict
        from member m join target.base_link b on b.site_a = m.id
        left join target.verdict v on v.local_id = :local and v.site_a = b.site_a and v.site_b = b.site_b
        order by b.confidence desc, b.site_a, b.site_b, b.kind limit :most""")
        .param("local", local())
        .param("network", network)
        .param("most", most)
        .query((rs, i) -> new Evidence(rs.getString(1), rs.getString(2), rs.getString(3), rs.getInt(4), rs.getString(5),
            Arrays.asList((String[]) rs.getArray(6).getArray()), Optional.ofNullable(rs.getString(7))))
        .list();
  }

  /** Whether the register links these two sites, in either order. */
  public boolean linked(String one, String other) {
    return jdbc
        .sql(
            """
        select exists (select 1 from target.base_link where (site_a = :one and site_b = :other) or (site_a = :other and site_b = :one))""")
        .param("one", one)
        .param("other", other)
        .query(Boolean.class)
        .single();
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
