// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is on strike. Who it is lies sealed in each row, so that a copy of the database tells how many and not who; nothing
 * here is noted with an author, because most people write themselves down. Runs inside the caller's transaction.
 */
public final class StrikeList {
  private static final String STINTS = """
      select s.id, s.step_id, s.person, s.since, s.until from strike.striker s where s.local_id = ?""";
  static final String OF_STRIKE = STINTS + " and s.step_id = ? order by s.since, s.id";
  static final String FOUND = STINTS + " and s.person_index = any(?) order by s.since, s.id";
  static final String DAYS = """
      select d.id, d.striker_id, d.on_day, d.what from strike.striker_day d
      join strike.striker s on s.local_id = d.local_id and s.id = d.striker_id
      where d.local_id = ? and s.step_id = ?""";
  static final String DAYS_OF = """
      select d.id, d.striker_id, d.on_day, d.what from strike.striker_day d
      where d.local_id = ? and d.striker_id in (select unnest(?::uuid[]))""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Seals seals;
  private final Strikes strikes;

  StrikeList(JdbcClient jdbc, Ids ids, Seals seals, Strikes strikes) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.seals = seals;
    this.strikes = strikes;
  }

  record Row(UUID id, UUID step, UUID person, Striker.Stint stint) {}

  /** Somebody is out from a day on. Said twice, they are out once. False if there is no such strike. */
  public boolean out(UUID step, UUID person, LocalDate since) {
    if (held(step).isEmpty()) {
      return false;
    }
    if (running(step, person).isEmpty()) {
      UUID id = ids.random(); // version 7 would tell when somebody made up their mind
      jdbc.sql("""
          insert into strike.striker (local_id, id, step_id, person, person_index, since) values (?, ?, ?, ?, ?, ?)""")
          .params(local(), id, step, seals.seal("striker", "person", id, person.toString()),
              seals.listed(step, person), Date.valueOf(since))
          .update();
    }
    return true;
  }

  /**
   * Somebody goes back on a day, which is the first they are not out; what they had from then on goes. Before their first
   * day it is as if they had not said it. False if they were not out, or it is over.
   */
  public boolean back(UUID step, UUID person, LocalDate on) {
    var rows = held(step).map(_ -> running(step, person)).orElseGet(List::of);
    rows.forEach(row -> {
      if (on.isBefore(row.stint().since())) {
        jdbc.sql("delete from strike.striker where local_id = ? and id = ?").params(local(), row.id()).update();
      } else {
        back(row, on);
      }
    });
    return !rows.isEmpty();
  }

  private void back(Row row, LocalDate on) {
    jdbc.sql("update strike.striker set until = ? where local_id = ? and id = ?")
        .params(Date.valueOf(on), local(), row.id())
        .update();
    jdbc.sql("delete from strike.striker_day where local_id = ? and striker_id = ? and on_day >= ?")
        .params(local(), row.id(), Date.valueOf(on))
        .update();
  }

  /** What somebody has on a day on which they are out, in place of what was there. False if they are not out then. */
  public boolean on(UUID step, UUID person, LocalDate day, Striker.What what) {
    var row = held(step).flatMap(_ -> covering(step, person, day));
    row.ifPresent(out -> {
      free(out, day);
      UUID id = ids.random();
      jdbc.sql("insert into strike.striker_day (local_id, id, striker_id, on_day, what) values (?, ?, ?, ?, ?)")
          .params(local(), id, out.id(), Date.valueOf(day), seals.seal("striker_day", "what", id, what.written()))
          .update();
    });
    return row.isPresent();
  }

  /** Takes away what somebody has on a day. False if they are not out then. */
  public boolean free(UUID step, UUID person, LocalDate day) {
    var row = held(step).flatMap(_ -> covering(step, person, day));
    row.ifPresent(out -> free(out, day));
    return row.isPresent();
  }

  private void free(Row row, LocalDate day) {
    jdbc.sql("delete from strike.striker_day where local_id = ? and striker_id = ? and on_day = ?")
        .params(local(), row.id(), Date.valueOf(day))
        .update();
  }

  /** One writer of a list at a time; who is out is a strike of work and goes on. */
  private Optional<Strike> held(UUID step) {
    return strikes.hold(step).filter(strike -> strike.rent().isEmpty());
  }

  private List<Row> running(UUID step, UUID person) {
    return rows(step, person).stream().filter(row -> row.stint().until().isEmpty()).toList();
  }

  private Optional<Row> covering(UUID step, UUID person, LocalDate day) {
    return rows(step, person).stream().filter(row -> row.stint().covers(day)).findFirst();
  }

  /** What is written down of somebody themself, on the list of a strike. */
  public Optional<Striker> of(UUID step, UUID person) {
    var rows = rows(step, person);
    return rows.isEmpty() ? Optional.empty() : Optional.of(striker(person, rows, days(rows)));
  }

  /** Whether somebody was ever on the list of a strike. */
  boolean names(UUID step, UUID person) {
    return !rows(step, person).isEmpty();
  }

  /** From when until when somebody was out, under each of their records. */
  List<Row> rows(UUID step, UUID person) {
    var hashes = records(person).stream().flatMap(id -> seals.candidates(step, id).stream()).toArray(byte[][]::new);
    return jdbc.sql(FOUND).param(local()).param(hashes).query((rs, i) -> row(rs)).list();
  }

  /** Everybody who was ever out, for the strike's committee; records that were merged are one person. */
  public List<Striker> all(UUID step) {
    var days = days(step);
    return byPerson(step).entrySet().stream().map(of -> striker(of.getKey(), of.getValue(), days)).toList();
  }

  /** Who is out on a day, without what they have on it. */
  Set<UUID> out(UUID step, LocalDate day) {
    return byPerson(step).entrySet()
        .stream()
        .filter(of -> of.getValue().stream().anyMatch(row -> row.stint().covers(day)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Map<UUID, List<Row>> byPerson(UUID step) {
    var now = peopleNow();
    var byPerson = new LinkedHashMap<UUID, List<Row>>();
    jdbc.sql(OF_STRIKE)
        .params(local(), step)
        .query((rs, i) -> row(rs))
        .list()
        .forEach(row -> byPerson.computeIfAbsent(now.getOrDefault(row.person(), row.person()), _ -> new ArrayList<>())
            .add(row));
    return byPerson;
  }

  private static Striker striker(UUID person, List<Row> rows, Map<UUID, Map<LocalDate, Striker.What>> days) {
    var theirs = new TreeMap<LocalDate, Striker.What>();
    rows.forEach(row -> theirs.putAll(days.getOrDefault(row.id(), Map.of())));
    return new Striker(person, joined(rows.stream().map(Row::stint).toList()), theirs);
  }

  /** Stints of two records that were merged may overlap: a day on strike is one day. */
  private static List<Striker.Stint> joined(List<Striker.Stint> stints) {
    var joined = new ArrayList<Striker.Stint>();
    stints.stream().sorted(Comparator.comparing(Striker.Stint::since)).forEach(next -> {
      var last = joined.isEmpty() ? Optional.<Striker.Stint>empty() : Optional.of(joined.getLast());
      if (last.isPresent() && last.get().until().map(end -> !next.since().isAfter(end)).orElse(true)) {
        joined.removeLast();
        joined.add(new Striker.Stint(last.get().since(), later(last.get().until(), next.until())));
      } else {
        joined.add(next);
      }
    });
    return joined;
  }

  private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
    return one.flatMap(a -> other.map(b -> a.isAfter(b) ? a : b));
  }

  private Map<UUID, Map<LocalDate, Striker.What>> days(UUID step) { return days(jdbc.sql(DAYS).params(local(), step)); }

  private Map<UUID, Map<LocalDate, Striker.What>> days(List<Row> rows) {
    return days(jdbc.sql(DAYS_OF).param(local()).param(rows.stream().map(Row::id).toArray(UUID[]::new)));
  }

  private Map<UUID, Map<LocalDate, Striker.What>> days(JdbcClient.StatementSpec found) {
    var days = new HashMap<UUID, Map<LocalDate, Striker.What>>();
    found.query(rs -> {
      UUID id = rs.getObject(1, UUID.class);
      LocalDate day = rs.getDate(3).toLocalDate();
      var of = days.computeIfAbsent(rs.getObject(2, UUID.class), _ -> new HashMap<>());
      Striker.What.read(seals.open("striker_day", "what", id, rs.getBytes(4))).ifPresent(what -> of.put(day, what));
    });
    return days;
  }

  /** Deletes somebody from the lists of these strikes. */
  void forget(List<UUID> steps, UUID person) {
    steps.stream()
        .flatMap(step -> rows(step, person).stream())
        .forEach(row -> jdbc.sql("delete from strike.striker where local_id = ? and id = ?")
            .params(local(), row.id())
            .update());
  }

  /** All records of one human: those merged into one another are one person. */
  private List<UUID> records(UUID person) {
    return jdbc.sql("""
        select n.id from roll.api_person_now n where n.local_id = :local and n.person_id = (
          select me.person_id from roll.api_person_now me where me.local_id = :local and me.id = :person)""")
        .param("local", local())
        .param("person", person)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** Which record stands for which now, of those that were merged. */
  private Map<UUID, UUID> peopleNow() {
    var now = new HashMap<UUID, UUID>();
    jdbc.sql("select n.id, n.person_id from roll.api_person_now n where n.local_id = ? and n.id <> n.person_id")
        .param(local())
        .query(rs -> {
          now.put(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class));
        });
    return now;
  }

  private Row row(java.sql.ResultSet rs) throws java.sql.SQLException {
    UUID id = rs.getObject(1, UUID.class);
    return new Row(id, rs.getObject(2, UUID.class),
        UUID.fromString(seals.open("striker", "person", id, rs.getBytes(3))),
        new Striker.Stint(rs.getDate(4).toLocalDate(), Strikes.day(rs.getDate(5))));
  }

  private static UUID local() { return Tenancy.current().value(); }
}
