// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.target.LinkView.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the current local may tell others of a network: the links its people confirmed, as long as what they confirmed
 * them on stands, and nothing else of the register's guesses. The rule for addresses is {@link HomeAddresses}. Runs inside the caller's transaction.
 */
public final class Dossiers {
  /** At most this many confirmed links of one network leave the house at once. */
  private static final int MOST_LINKS = 1_000;
  private final JdbcClient jdbc;
  private final LinkView links;
  private final HomeAddresses homes;

  Dossiers(JdbcClient jdbc, LinkView links, HomeAddresses homes) {
    this.jdbc = jdbc;
    this.links = links;
    this.homes = homes;
  }

  /** A place of the register before it is told. */
  record Known(String site, String address, int homes, UUID register, ConfirmedNetwork.Source source) {}

  /**
   * What may be told of a network as the local draws it: groups of places, each joined by confirmed links, the largest
   * first. Nobody confirmed that two groups belong together. Empty while nobody confirmed a link.
   */
  public List<ConfirmedNetwork> confirmed(String network) {
    var pairs = confirmedPairs(network);
    var known = tellable(pairs);
    var parts = new NetworkParts();
    known.keySet().forEach(parts::site);
    pairs.forEach(pair -> parts.join(pair.a(), pair.b()));
    var groups = new TreeMap<String, Set<String>>();
    parts.networks().forEach((site, group) -> groups.computeIfAbsent(group, _ -> new TreeSet<>()).add(site));
    return groups.values()
        .stream()
        .filter(group -> group.size() > 1)
        .map(group -> told(group, pairs, known))
        .sorted(Comparator.comparingInt((ConfirmedNetwork told) -> -told.places().size()))
        .toList();
  }

  /** How many links at places of a network somebody confirmed on evidence that has changed since: they stay in. */
  public int changed(String network) {
    return jdbc.sql(NetworkView.MEMBERS + """
        select count(*) from target.verdict_now v
        where v.local_id = :local and v.changed
          and exists (select 1 from member m where m.id in (v.site_a, v.site_b))""")
        .param("local", local())
        .param("network", network)
        .query(Integer.class)
        .single();
  }

  private ConfirmedNetwork told(Set<String> group, List<Pair> pairs, Map<String, Known> known) {
    var reasons = pairs.stream()
        .filter(pair -> group.contains(pair.a()) && group.contains(pair.b()))
        .flatMap(pair -> why(pair, known))
        .map(ToldLink::reason)
        .toList();
    var places = group.stream()
        .map(site -> Objects.requireNonNull(known.get(site)))
        .map(place -> new ConfirmedNetwork.Place(place.address(), place.homes()))
        .toList();
    return new ConfirmedNetwork(places, reasons, behind(group));
  }

  /** The same link by link, the pairs in the order of the register; at most {@code most}. */
  public List<ToldLink> links(String network, int most) {
    var pairs = confirmedPairs(network);
    var known = tellable(pairs);
    return pairs.stream()
        .filter(pair -> known.containsKey(pair.a()) && known.containsKey(pair.b()))
        .flatMap(pair -> why(pair, known))
        .limit(most)
        .toList();
  }

  /**
   * Those of some links that are confirmed now and have been since {@code then} on evidence that still stands, in their
   * order.
   */
  public List<ToldLink> standing(List<ToldLink> links, Instant then) {
    if (links.isEmpty()) {
      return links;
    }
    var held = Set.copyOf(jdbc.sql("""
        select v.site_a, v.site_b from target.verdict v
        join target.verdict_now n on n.local_id = v.local_id and n.site_a = v.site_a and n.site_b = v.site_b
        join unnest(:a::text[], :b::text[]) as asked (a, b) on asked.a = v.site_a and asked.b = v.site_b
        where v.local_id = :local and n.local_id = :local and v.verdict = 'confirmed' and v.held_since <= :then
          and not n.changed""")
        .param("a", links.stream().map(ToldLink::siteA).toArray(String[]::new))
        .param("b", links.stream().map(ToldLink::siteB).toArray(String[]::new))
        .param("local", local())
        .param("then", Timestamp.from(then))
        .query((rs, i) -> new Pair(rs.getString(1), rs.getString(2)))
        .list());
    return links.stream().filter(link -> held.contains(new Pair(link.siteA(), link.siteB()))).toList();
  }

  private Stream<ToldLink> why(Pair pair, Map<String, Known> known) {
    Known one = Objects.requireNonNull(known.get(pair.a()));
    Known other = Objects.requireNonNull(known.get(pair.b()));
    return links.between(pair.a(), pair.b())
        .stream()
        .map(evidence -> new ToldLink(pair.a(), pair.b(), reason(one, other, evidence)));
  }

  /** The places of these pairs that may be told. */
  private Map<String, Known> tellable(List<Pair> pairs) {
    var sites = new HashSet<String>();
    pairs.forEach(pair -> sites.addAll(List.of(pair.a(), pair.b())));
    Map<String, Known> known = known(sites);
    known.values().removeIf(place -> homes.livedIn(place.site(), place.homes()));
    return known;
  }

  private record Pair(String a, String b) {}

  private List<Pair> confirmedPairs(String network) {
    return jdbc.sql(NetworkView.MEMBERS + """
        select v.site_a, v.site_b from target.verdict_now v join member m on m.id = v.site_a
        join member o on o.id = v.site_b
        where v.local_id = :local and v.verdict = 'confirmed' and not v.changed
          and exists (select 1 from target.base_link b where b.site_a = v.site_a and b.site_b = v.site_b)
        order by v.site_a, v.site_b limit :most""")
        .param("local", local())
        .param("network", network)
        .param("most", MOST_LINKS)
        .query((rs, i) -> new Pair(rs.getString(1), rs.getString(2)))
        .list();
  }

  private Map<String, Known> known(Set<String> sites) {
    var known = new TreeMap<String, Known>();
    jdbc.sql("""
        select s.id, s.address, coalesce(s.homes, 0), s.register_id, r.name, r.finished_at::date
        from target.register_site s join target.register r on r.id = s.register_id where s.id = any(?)""")
        .param(sites.toArray(String[]::new))
        .query(rs -> {
          known.put(rs.getString(1), new Known(rs.getString(1), rs.getString(2), rs.getInt(3),
              rs.getObject(4, UUID.class), new ConfirmedNetwork.Source(rs.getString(5), rs.getDate(6).toLocalDate())));
        });
    return known;
  }

  private ConfirmedNetwork.Reason reason(Known one, Known other, Evidence evidence) {
    boolean hidden = HomeAddresses.addressesIn(evidence.message(), evidence.arguments())
        .stream()
        .anyMatch(address -> !homes.mayBeTold(one.register(), address));
    return hidden
        ? withoutAddress(one, other, evidence)
        : new ConfirmedNetwork.Reason(one.address(), other.address(), evidence.key(), evidence.arguments(),
            one.source());
  }

  /** The same reason with as much of it as names no address. */
  private static ConfirmedNetwork.Reason withoutAddress(Known one, Known other, Evidence evidence) {
    boolean signed = evidence.message().equals("link.officer.address");
    return new ConfirmedNetwork.Reason(one.address(), other.address(),
        signed ? "evidence.link.officer" : "evidence.hidden",
        signed ? evidence.arguments().subList(0, 2) : List.of(), one.source());
  }

  private List<ConfirmedNetwork.Behind> behind(Set<String> sites) {
    return jdbc.sql("""
        select p.kind, p.name, count(distinct sp.site_id) from target.site_party sp join target.party p on p.id = sp.party_id
        where sp.site_id = any(?) and sp.owner and p.kind in ('person', 'company') group by p.id, p.kind, p.name
        having count(distinct sp.site_id) > 1
        order by p.kind = 'person' desc, count(distinct sp.site_id) desc, p.name limit 20""")
        .param(sites.toArray(String[]::new))
        .query((rs, i) -> new ConfirmedNetwork.Behind(rs.getString(1), rs.getString(2), rs.getInt(3)))
        .list();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
