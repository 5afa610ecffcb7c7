// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.nio.ByteBuffer;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether those on a strike's list are all right. Everybody is asked by nobody but themself, what they say hangs on their
 * sealed row, and others read how many. Runs inside the caller's transaction.
 */
public final class StrikersAsked {
  private static final int FIRST = 2;
  private static final int SECOND = 14;
  private static final int LAST = 30;
  static final String OF_STRIKE = """
      select s.person_index, a.answer from strike.striker s
      left join strike.striker_asked a on a.local_id = s.local_id and a.striker_id = s.id
      where s.local_id = ? and s.step_id = ? and s.since <= ? order by a.round nulls first""";
  static final String LATELY = """
      select k.step_id from strike.strike k
      where k.local_id = ? and k.kind = 'strike' and k.forgotten_on is null and exists (
        select 1 from strike.striker s
        where s.local_id = k.local_id and s.step_id = k.step_id and s.since between ? and ?)
      order by k.step_id desc""";
  private final JdbcClient jdbc;
  private final Seals seals;
  private final StrikeList list;

  StrikersAsked(JdbcClient jdbc, Seals seals, StrikeList list) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.list = list;
  }

  /**
   * A strike after which somebody is to be asked.
   *
   * @param since their first day of it
   * @param round on which day after that
   */
  public record Due(UUID step, LocalDate since, int round) {}

  /** How many were to be asked, and what they said last. */
  public record Count(int asked, int allRight, int hitBack) {}

  /**
   * Who is known by name with a rung, from outside its list.
   *
   * @param took who took part
   * @param hit who was hit back at
   * @param fine who said that they are all right
   */
  public record Named(Collection<UUID> took, Collection<UUID> hit, Collection<UUID> fine) {}

  private record Open(StrikeList.Row row, Due due) {}

  /** After what somebody is to be asked today, for themself and nobody else. */
  public List<Due> due(UUID person, LocalDate today) {
    return open(person, today).stream().map(Open::due).toList();
  }

  /** Writes down what somebody says of themself; what was said stays. False if there was nothing to ask. */
  public boolean answer(UUID person, LocalDate today, boolean allRight) {
    var open = open(person, today);
    open.forEach(asked -> jdbc.sql("""
        insert into strike.striker_asked (local_id, striker_id, round, answer) values (?, ?, ?, ?)
        on conflict do nothing""")
        .params(local(), asked.row().id(), asked.due().round(), allRight ? "all-right" : "hit-back")
        .update());
    return !open.isEmpty();
  }

  /** What somebody said each time they were asked, as they may read it themselves. */
  List<String> said(UUID step, UUID person) {
    return jdbc.sql("""
        select answer from strike.striker_asked where local_id = ? and striker_id in (select unnest(?::uuid[]))
        order by striker_id, round""")
        .param(local())
        .param(list.rows(step, person).stream().map(StrikeList.Row::id).toArray(UUID[]::new))
        .query((rs, i) -> rs.getString(1))
        .list();
  }

  private List<Open> open(UUID person, LocalDate today) {
    return lately(today).stream().flatMap(step -> open(step, list.rows(step, person), today).stream()).toList();
  }

  /** The strikes of work on whose list is somebody who is to be asked now or was. */
  private List<UUID> lately(LocalDate today) {
    return jdbc.sql(LATELY)
        .params(local(), Date.valueOf(today.minusDays(LAST)), Date.valueOf(today.minusDays(FIRST)))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  private Optional<Open> open(UUID step, List<StrikeList.Row> rows, LocalDate today) {
    return rows.stream()
        .filter(row -> !row.stint().since().isBefore(today.minusDays(LAST)))
        .filter(row -> !row.stint().since().isAfter(today.minusDays(FIRST)))
        .max(Comparator.comparing(row -> row.stint().since()))
        .map(row -> new Open(row, new Due(step, row.stint().since(),
            row.stint().since().isAfter(today.minusDays(SECOND)) ? FIRST : SECOND)))
        .filter(asked -> !said(rows, asked.due().round()));
  }

  private boolean said(List<StrikeList.Row> rows, int round) {
    return jdbc.sql("""
        select exists (select 1 from strike.striker_asked where local_id = ? and round = ?
          and striker_id in (select unnest(?::uuid[])))""")
        .params(local(), round)
        .param(rows.stream().map(StrikeList.Row::id).toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }

  /**
   * How many of a strike's list were to be asked by a day, beside those who are counted by name elsewhere. Nobody's name is
   * opened for it.
   *
   * @param named whom others count by name
   */
  public Count count(UUID step, LocalDate today, Named named) {
    var said = new HashMap<ByteBuffer, String>();
    jdbc.sql(OF_STRIKE).params(local(), step, Date.valueOf(today.minusDays(FIRST))).query(rs -> {
      said.put(ByteBuffer.wrap(rs.getBytes(1)), Optional.ofNullable(rs.getString(2)).orElse(""));
    });
    if (said.isEmpty()) {
      return new Count(0, 0, 0);
    }
    var known = hashes(step, named.took());
    int asked = (int) said.keySet().stream().filter(who -> !known.contains(who)).count();
    hashes(step, named.hit()).forEach(said::remove);
    hashes(step, named.fine()).forEach(who -> said.remove(who, "all-right"));
    return new Count(asked, many(said, "all-right"), many(said, "hit-back"));
  }

  private static int many(Map<ByteBuffer, String> said, String answer) {
    return (int) said.values().stream().filter(answer::equals).count();
  }

  /** By what people would be found on a strike's list, under each of their records. */
  private Set<ByteBuffer> hashes(UUID step, Collection<UUID> people) {
    var hashes = new HashSet<ByteBuffer>();
    if (!people.isEmpty()) {
      jdbc.sql("""
          select n.id from roll.api_person_now n
          where n.local_id = ? and n.person_id in (select unnest(?::uuid[]))""")
          .param(local())
          .param(people.toArray(UUID[]::new))
          .query((rs, i) -> rs.getObject(1, UUID.class))
          .list()
          .forEach(id -> seals.candidates(step, id).forEach(hash -> hashes.add(ByteBuffer.wrap(hash))));
    }
    return hashes;
  }

  private static UUID local() { return Tenancy.current().value(); }
}
