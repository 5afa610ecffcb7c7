// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.keys.NameCloseness;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pairs of records that may be one human, with the reason. Two people may share a number, so a pair is a question and
 * never an answer; a pair that somebody called two people is not asked again. Runs inside the caller's transaction.
 */
public final class PersonDuplicates {
  /** Pairs proposed at once at the most. */
  public static final int MOST = 50;
  /** People of one site compared by name at the most, newest first. */
  static final int MOST_NAMES = 400;

  static final String SAME_PHONE = """
      select array_agg(p.id order by p.id) from roll.person p
      where p.local_id = ? and p.merged_into is null and p.phone_index is not null
      group by p.phone_index having count(*) between 2 and 6 limit ?""";
  static final String SAME_MAIL = """
      select array_agg(p.id order by p.id) from roll.person p
      where p.local_id = ? and p.merged_into is null and p.mail_index is not null
      group by p.mail_index having count(*) between 2 and 6 limit ?""";
  static final String NAMED = """
      select q.id, q.name, p.unit_id from roll.position p
      join roll.person q on q.local_id = p.local_id and q.id = p.person_id and q.merged_into is null
      where p.local_id = ? and p.site_id = ? and p.until is null order by p.person_id desc limit ?""";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final PersonFields fields;
  private final Directory directory;

  PersonDuplicates(JdbcClient jdbc, Clock clock, PersonFields fields, Directory directory) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.fields = fields;
    this.directory = directory;
  }

  /** Why two records may be one human. */
  public enum Reason {
    SAME_PHONE, SAME_MAIL, SAME_UNIT, SAME_SITE;

    /** The name used in message keys. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Two records, the older first. */
  public record Pair(Directory.Entry one, Directory.Entry two, Reason reason) {}

  private record Ids(UUID one, UUID two) {
    static Ids of(UUID a, UUID b) { return a.compareTo(b) <= 0 ? new Ids(a, b) : new Ids(b, a); }
  }

  private record Named(UUID id, String name, Optional<UUID> unit) {}

  /**
   * Pairs with the same number or address, and, at one site, with close names in one unit or where a unit is unknown.
   *
   * @param reach the sites both must have a place at, absent for everybody
   */
  public List<Pair> pairs(Optional<Set<UUID>> reach, Optional<UUID> site) {
    var found = new LinkedHashMap<Ids, Reason>();
    shared(SAME_PHONE, Reason.SAME_PHONE, found);
    shared(SAME_MAIL, Reason.SAME_MAIL, found);
    site.ifPresent(at -> byName(named(at), found));
    known().forEach(found::remove);
    return shown(found, reach);
  }

  /** Remembers that two records are two people. */
  public void areTwo(UUID one, UUID two) {
    var ids = Ids.of(one, two);
    jdbc.sql("""
        insert into roll.two_people (local_id, one_id, two_id, said_by, said_at) values (?, ?, ?, ?::uuid, ?)
        on conflict do nothing""")
        .params(Tenancy.current().value(), ids.one(), ids.two())
        .param(Author.id())
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  private void shared(String sql, Reason reason, Map<Ids, Reason> found) {
    jdbc.sql(sql)
        .params(Tenancy.current().value(), 4 * MOST)
        .query((rs, i) -> (UUID[]) rs.getArray(1).getArray())
        .list()
        .forEach(people -> pairUp(Arrays.asList(people), reason, found));
  }

  private static void pairUp(List<UUID> people, Reason reason, Map<Ids, Reason> found) {
    for (int i = 0; i < people.size(); i++) {
      for (int j = i + 1; j < people.size(); j++) {
        found.putIfAbsent(Ids.of(people.get(i), people.get(j)), reason);
      }
    }
  }

  private List<Named> named(UUID site) {
    return jdbc.sql(NAMED)
        .params(Tenancy.current().value(), site, MOST_NAMES)
        .query((rs, i) -> new Named(rs.getObject(1, UUID.class),
            fields.name(rs.getObject(1, UUID.class), rs.getBytes(2)),
            Optional.ofNullable(rs.getObject(3, UUID.class))))
        .list();
  }

  private static void byName(List<Named> people, Map<Ids, Reason> found) {
    for (int i = 0; i < people.size(); i++) {
      Named one = people.get(i);
      var closeness = new NameCloseness(one.name());
      for (int j = i + 1; j < people.size(); j++) {
        Named two = people.get(j);
        boolean sameUnit = one.unit().isPresent() && one.unit().equals(two.unit());
        boolean unitUnknown = one.unit().isEmpty() || two.unit().isEmpty();
        if ((sameUnit || unitUnknown) && !one.id().equals(two.id()) && close(closeness, one, two)) {
          found.putIfAbsent(Ids.of(one.id(), two.id()), sameUnit ? Reason.SAME_UNIT : Reason.SAME_SITE);
        }
      }
    }
  }

  /** The shorter name is contained in the longer, with one edit at the most. */
  private static boolean close(NameCloseness fromOne, Named one, Named two) {
    OptionalInt edits = fromOne.to(two.name());
    OptionalInt back = edits.isPresent() ? edits : new NameCloseness(two.name()).to(one.name());
    return back.isPresent() && back.getAsInt() <= 1;
  }

  private Set<Ids> known() {
    return jdbc.sql("select one_id, two_id from roll.two_people where local_id = ?")
        .param(Tenancy.current().value())
        .query((rs, i) -> new Ids(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)))
        .set();
  }

  private List<Pair> shown(Map<Ids, Reason> found, Optional<Set<UUID>> reach) {
    var people = found.keySet().stream().flatMap(ids -> List.of(ids.one(), ids.two()).stream()).distinct().toList();
    Map<UUID, Directory.Entry> entries = entries(people).stream()
        .filter(entry -> reach.isEmpty()
            || entry.places().stream().anyMatch(place -> reach.get().contains(place.site())))
        .collect(Collectors.toMap(Directory.Entry::id, entry -> entry));
    var pairs = new ArrayList<Pair>();
    found.forEach((ids, reason) -> {
      var one = entries.get(ids.one());
      var two = entries.get(ids.two());
      boolean bothJoined = one != null && two != null && one.state() != PersonState.CONTACT
          && two.state() != PersonState.CONTACT;
      if (one != null && two != null && !bothJoined && pairs.size() < MOST) {
        pairs.add(new Pair(one, two, reason));
      }
    });
    return pairs;
  }

  private List<Directory.Entry> entries(Collection<UUID> people) {
    return directory.entries(jdbc.sql("select id, name, state from roll.person where local_id = ? and id = any(?)")
        .params(Tenancy.current().value(), people.toArray(UUID[]::new))
        .query((rs, i) -> new Directory.Row(rs.getObject(1, UUID.class), rs.getBytes(2),
            PersonState.of(rs.getString(3))))
        .list());
  }
}
