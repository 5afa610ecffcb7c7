// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.roll.People;
import org.groundwork.target.NetworkSearch;
import org.groundwork.target.Targets;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether a payer's name is like one of the other side: a target, somebody in the network of a target or of a place where
 * members live or work, or somebody on a chart marked as boss-side. It may be chance; two officers look at it.
 */
final class OtherSide {
  private static final int LEAST = 4;
  private final JdbcClient jdbc;
  private final Targets targets;
  private final NetworkSearch search;
  private final People people;

  OtherSide(JdbcClient jdbc, Targets targets, NetworkSearch search, People people) {
    this.jdbc = jdbc;
    this.targets = targets;
    this.search = search;
    this.people = people;
  }

  /** What of a gift is like the other side: a member's place on a chart and name, or a giver, an origin, the payer. */
  Optional<Matched> of(NewGift gift) {
    if (gift.person().filter(this::bossSide).isPresent()) {
      return Optional.of(new Matched(Matched.What.BOSS_SIDE, ""));
    }
    return gift.person()
        .flatMap(people::known)
        .flatMap(member -> matched(Matched.What.MEMBER, member.name()))
        .or(() -> matched(Matched.What.GIVER, gift.giver()))
        .or(() -> matched(Matched.What.ORIGIN, gift.origin()))
        .or(() -> matched(Matched.What.PAYER, gift.payer()));
  }

  private Optional<Matched> matched(Matched.What what, String name) {
    return like(name).map(like -> new Matched(what, like));
  }

  /**
   * The other side as it is known now, to hold many names against it.
   *
   * @param named targets by their names
   * @param networks of targets and of places where members live or work
   */
  record Known(List<String> named, Set<String> networks) {}

  /** What is known of the other side now. */
  Known known() {
    var all = targets.all();
    Set<String> ours = new HashSet<>(jdbc.sql("select network_id from target.api_local_network where local_id = ?")
        .params(Scope.local())
        .query(String.class)
        .list());
    all.stream().flatMap(each -> each.network().stream()).forEach(ours::add);
    return new Known(
        all.stream().flatMap(each -> Stream.concat(each.person().stream(), each.firm().stream())).toList(), ours);
  }

  /** Whom a name is like; empty if nobody. */
  Optional<String> like(String name) { return like(name, known()); }

  /** The same, of many names. */
  Optional<String> like(String name, Known known) {
    String plain = Seals.plain(name);
    if (plain.replace(" ", "").length() < LEAST) {
      return Optional.empty();
    }
    Optional<String> target = known.named().stream().filter(each -> alike(plain, Seals.plain(each))).findFirst();
    return target.isPresent() || known.networks().isEmpty() ? target : inNetworks(name, known.networks());
  }

  private Optional<String> inNetworks(String name, Set<String> ours) {
    return search.like(name)
        .stream()
        .filter(each -> ours.contains(each.face().network()))
        .map(each -> each.because().text())
        .filter(text -> alike(Seals.plain(name), Seals.plain(text)))
        .findFirst();
  }

  /** Whether somebody stands on a chart as boss-side. */
  boolean bossSide(UUID person) {
    return jdbc.sql("""
        select exists (select 1 from roll.api_position p join roll.api_person_now n on n.local_id = p.local_id
          and n.id = p.person_id where p.local_id = ? and n.person_id = ? and p.boss_side)""")
        .params(Scope.local(), person)
        .query(Boolean.class)
        .single();
  }

  /** The same, or all words of the shorter one stand in the longer one. */
  static boolean alike(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    Set<String> first = words(one);
    Set<String> second = words(other);
    Set<String> fewer = first.size() <= second.size() ? first : second;
    Set<String> more = first.size() <= second.size() ? second : first;
    return more.containsAll(fewer) && String.join("", fewer).length() >= LEAST;
  }

  private static Set<String> words(String plain) { return new HashSet<>(List.of(plain.split(" ", -1))); }
}
