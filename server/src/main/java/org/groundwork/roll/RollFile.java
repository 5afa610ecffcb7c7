// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The file of an export, made when it is fetched and never stored. A number or an address is in it only of people who
 * agreed to be written to, and only where their rules allow that way. Remarks are never in it. Runs inside the caller's
 * transaction.
 *
 * <p>
 * People are read and opened {@value #AT_ONCE} at a time, each batch beginning behind the last one's identity, so what is
 * held in memory is one batch and the file itself. Each batch is what has been committed when it is read: nobody is in
 * the file twice and nobody who is there all the while is missing; somebody entered or changed meanwhile may be in it
 * either way.
 */
final class RollFile {
  /** People in one file at the most. */
  static final int MOST = 100_000;
  /** People read and opened at once. */
  static final int AT_ONCE = 500;
  private static final UUID FIRST = new UUID(0L, 0L);

  private static final String PEOPLE = """
      from roll.person q where q.local_id = :local and q.merged_into is null and q.id > :after
        and (q.state in ('member', 'supporter', 'lapsed') or q.state in ('contact', 'applied') and q.agreed_on is not null)
        and not exists (select 1 from roll.position b
          where b.local_id = q.local_id and b.person_id = q.id and b.until is null and b.boss_side)""";
  private static final String MEMBERS = " and q.state = 'member'";
  private static final String AT_SITE = """

        and q.id in (select p.person_id from roll.position p
          where p.local_id = :local and p.site_id = :site and p.until is null and p.person_id > :after)""";

  private final JdbcClient jdbc;
  private final PersonFields fields;
  private final Directory directory;
  private final SafeContact safe;

  RollFile(JdbcClient jdbc, PersonFields fields, Directory directory, SafeContact safe) {
    this.jdbc = jdbc;
    this.fields = fields;
    this.directory = directory;
    this.safe = safe;
  }

  /** A file and how many people are in it. */
  record Made(byte[] file, int people) {}

  private record Row(UUID id, People.Known known, PersonState state, boolean agreed) {}

  /** How many people the criteria name now, counting one more than {@link #MOST} at the most. */
  int count(RollCriteria criteria) {
    return bound(jdbc.sql("select count(*) from (select 1 " + from(criteria) + " limit " + (MOST + 1) + ") found"),
        criteria, FIRST).query(Integer.class).single();
  }

  Made make(RollCriteria criteria, RollExports.Words words) {
    var csv = new Csv(criteria.byteOrderMark());
    var columns = criteria.columns().stream().sorted().toList();
    var head = new ArrayList<>(List.of(words.of("export.column.name")));
    columns.forEach(column -> head.add(words.of("export.column." + column.key())));
    csv.row(head);
    int people = 0;
    UUID after = FIRST;
    List<Row> rows;
    do {
      rows = rows(criteria, after);
      write(csv, rows, columns, words);
      people += rows.size();
      after = rows.isEmpty() ? after : rows.getLast().id();
    } while (rows.size() == AT_ONCE && people < MOST);
    return new Made(csv.file(), people);
  }

  private void write(Csv csv, List<Row> rows, List<RollCriteria.Column> columns, RollExports.Words words) {
    var ids = rows.stream().map(Row::id).toList();
    var places = directory.places(ids);
    var rules = safe.strictest(ids);
    var since = since(ids);
    for (Row row : rows) {
      var at = new Cells(row, places.getOrDefault(row.id(), List.of()),
          rules.getOrDefault(row.id(), SafeContact.Rules.usual()), Optional.ofNullable(since.get(row.id())));
      var cells = new ArrayList<>(List.of(row.known().name()));
      columns.forEach(column -> cells.add(at.cell(column, words)));
      csv.row(cells);
    }
  }

  /** What is told of one person. */
  private record Cells(Row row, List<Directory.Place> places, SafeContact.Rules rules, Optional<LocalDate> since) {

    String cell(RollCriteria.Column column, RollExports.Words words) {
      return switch (column) {
        case STATE -> words.of("state." + row.state().key());
        case SINCE -> since.map(LocalDate::toString).orElse("");
        case PLACE -> places.stream().map(Cells::place).collect(Collectors.joining("; "));
        case PHONE -> by(Set.of(SafeContact.Channel.CALL, SafeContact.Channel.TEXT)) ? phone() : "";
        case MAIL -> by(Set.of(SafeContact.Channel.MAIL)) ? row.known().mail().orElse("") : "";
        case REACH -> row.agreed() ? reach(words) : words.of("export.reach.not");
      };
    }

    private String phone() { return row.known().phone().orElse(""); }

    private boolean by(Collection<SafeContact.Channel> channels) {
      return row.agreed() && channels.stream().anyMatch(rules.channels()::contains);
    }

    private static String place(Directory.Place place) {
      return place.siteName() + place.unit().map(unit -> " " + unit).orElse("");
    }

    private String reach(RollExports.Words words) {
      var parts = new ArrayList<String>();
      rules.channels().stream().sorted().forEach(channel -> parts.add(words.of("safe.channel." + channel.key())));
      if (parts.isEmpty()) {
        parts.add(words.of("safe.none"));
      }
      rules.hours()
          .forEach(hours -> parts.add(words.of("safe.between", hours.from().toString(), hours.until().toString())));
      parts.add(words.of(rules.neutral() ? "safe.neutral.yes" : "safe.neutral.no"));
      if (rules.channels().contains(SafeContact.Channel.CALL)) {
        parts.add(words.of(rules.voicemail() ? "safe.voicemail.yes" : "safe.voicemail.no"));
      }
      return String.join("; ", parts);
    }
  }

  private List<Row> rows(RollCriteria criteria, UUID after) {
    return bound(jdbc.sql(sql(criteria)), criteria, after).param("most", AT_ONCE)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          return new Row(id, fields.open(id, rs.getBytes(2), rs.getBytes(3), rs.getBytes(4), null),
              PersonState.of(rs.getString(5)), rs.getDate(6) != null);
        })
        .list();
  }

  static String sql(RollCriteria criteria) {
    return "select q.id, q.name, q.phone, q.mail, q.state, q.agreed_on " + from(criteria)
        + " order by q.id limit :most";
  }

  private static String from(RollCriteria criteria) {
    return PEOPLE + (criteria.who() == RollCriteria.Who.MEMBERS ? MEMBERS : "")
        + (criteria.site().isPresent() ? AT_SITE : "");
  }

  static StatementSpec bound(StatementSpec statement, RollCriteria criteria, UUID after) {
    var all = statement.param("local", Tenancy.current().value()).param("after", after);
    criteria.site().ifPresent(site -> all.param("site", site));
    return all;
  }

  private Map<UUID, LocalDate> since(Collection<UUID> people) {
    var found = new HashMap<UUID, LocalDate>();
    jdbc.sql("""
        select m.person_id, m.since from roll.membership m
        where m.local_id = ? and m.person_id = any(?) and m.until is null order by m.id""")
        .params(Tenancy.current().value(), people.toArray(UUID[]::new))
        .query(rs -> {
          Date since = rs.getDate(2);
          found.put(rs.getObject(1, UUID.class), since.toLocalDate());
        });
    return found;
  }
}
