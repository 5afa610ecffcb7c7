// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The networks of all registers as the current local sees them: the largest, and those found by a name or an address. */
public final class NetworkSearch {
  /** At most this many are found by a name or an address. */
  public static final int MOST_FOUND = 30;
  /** The fewest letters and digits that are searched for. */
  public static final int SHORTEST = 3;
  static final String LARGEST = """
      select n.id, n.name, n.sites, n.homes from (
        (select r.id, r.name, r.sites, r.homes from target.register_network r
          where (-r.sites, r.id) > (-:size, :after) and -r.sites < -1
            and not exists (select 1 from target.local_network_size l where l.local_id = :local and l.network_id = r.id)
          order by -r.sites, r.id limit :most)
        union all
        (select l.network_id, null, l.sites, l.homes from target.local_network_size l
          where l.local_id = :local and (-l.sites, l.network_id) > (-:size, :after) and -l.sites < -1
          order by -l.sites, l.network_id limit :most)) n
      order by -n.sites, n.id limit :most""";
  static final String PARTIES = """
      select p.id, p.kind, p.name, ext.word_similarity(:key, p.name_key) alike from target.party p
      where :key <% p.name_key order by alike desc, length(p.name_key), p.name, p.id limit :most""";
  static final String PLACES = """
      select s.id, s.address, ext.word_similarity(:key, s.address_key) alike from target.register_site s
      where :key <% s.address_key order by alike desc, length(s.address_key), s.id limit :most""";
  private static final int PARTIES_LOOKED_AT = 40;
  private static final int PLACES_LOOKED_AT = 20;
  private static final String ALIKE_ENOUGH = "0.5";
  private final JdbcClient jdbc;
  private final Networks networks;

  NetworkSearch(JdbcClient jdbc, Networks networks) {
    this.jdbc = jdbc;
    this.networks = networks;
  }

  /** Behind which network a page begins. */
  public record Cursor(int sites, String network) {
    /** The first page. */
    public static Cursor start() { return new Cursor(Integer.MAX_VALUE, ""); }
  }

  /**
   * Why a network was found.
   *
   * @param kind person, company, agent, address or place
   * @param text the name or address that is like what was asked for
   */
  public record Because(String kind, String text) {}

  /** A network that was found, the likest first. */
  public record Found(Networks.Face face, Because because) {}

  /** Networks of two places or more behind a cursor, the largest first; at most {@code most}. */
  public List<Networks.Face> largest(Cursor after, int most) {
    record Row(String id, Optional<String> name, int sites, int homes) {}
    return jdbc.sql(LARGEST)
        .param("local", local())
        .param("size", after.sites())
        .param("after", after.network())
        .param("most", most)
        .query((rs, i) -> new Row(rs.getString(1), Optional.ofNullable(rs.getString(2)), rs.getInt(3), rs.getInt(4)))
        .list()
        .stream()
        .map(row -> new Networks.Face(row.id(),
            row.name().or(() -> networks.face(row.id()).map(Networks.Face::name)).orElse(row.id()), row.sites(),
            row.homes()))
        .toList();
  }

  /** Networks with a person, a company or an address like what was typed, at most {@value #MOST_FOUND}. */
  public List<Found> like(String typed) {
    String key = RegisterKey.of(typed);
    if (key.replace(" ", "").length() < SHORTEST) {
      return List.of();
    }
    jdbc.sql("select set_config('pg_trgm.word_similarity_threshold', ?, true)").param(ALIKE_ENOUGH).query(rs -> {});
    var found = new LinkedHashMap<String, Because>();
    for (Hit hit : hits(key)) {
      hit.networks().forEach(network -> found.putIfAbsent(network, hit.because()));
    }
    return found.entrySet()
        .stream()
        .limit(MOST_FOUND)
        .flatMap(each -> networks.face(each.getKey()).map(face -> new Found(face, each.getValue())).stream())
        .toList();
  }

  private record Hit(double alike, Because because, List<String> networks) {}

  private List<Hit> hits(String key) {
    var hits = new ArrayList<Hit>();
    record Party(UUID id, Because because, double alike) {}
    for (Party party : jdbc.sql(PARTIES)
        .param("key", key)
        .param("most", PARTIES_LOOKED_AT)
        .query((rs, i) -> new Party(rs.getObject(1, UUID.class), new Because(rs.getString(2), rs.getString(3)),
            rs.getDouble(4)))
        .list()) {
      hits.add(new Hit(party.alike(), party.because(), networksOf(party.id())));
    }
    var places = new LinkedHashMap<String, Map.Entry<String, Double>>();
    jdbc.sql(PLACES).param("key", key).param("most", PLACES_LOOKED_AT).query(rs -> {
      places.put(rs.getString(1), Map.entry(rs.getString(2), rs.getDouble(3)));
    });
    places.forEach((site, place) -> hits.add(new Hit(place.getValue(), new Because("place", place.getKey()),
        networks.of(site).stream().toList())));
    hits.sort((one, other) -> Double.compare(other.alike(), one.alike()));
    return hits;
  }

  /** The networks with places that a party stands behind, those with most of its places first. */
  private List<String> networksOf(UUID party) {
    return jdbc.sql("""
        select coalesce(l.network_id, s.network_id) network from target.site_party sp
        join target.register_site s on s.id = sp.site_id
        left join target.local_network l on l.local_id = :local and l.site_id = s.id
        where sp.party_id = :party group by 1 order by count(*) desc, 1 limit :most""")
        .param("local", local())
        .param("party", party)
        .param("most", MOST_FOUND)
        .query((rs, i) -> rs.getString(1))
        .list();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
