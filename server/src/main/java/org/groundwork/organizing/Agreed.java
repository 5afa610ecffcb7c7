// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was agreed with people and still stands. A step or an hour to come back stands until somebody talks with them
 * again; a knock at which nobody opened does not end it. Runs inside the caller's transaction.
 */
public final class Agreed {
  /** What was said at the door of a home by somebody who gave no name is taken for the household's for so long. */
  static final Duration HOUSEHOLD = Duration.ofDays(60);
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Seals seals;

  Agreed(JdbcClient jdbc, Clock clock, Seals seals) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.seals = seals;
  }

  /**
   * What stands with one person.
   *
   * @param next what happens next, as it was said in the last talk
   * @param back when to come back
   * @param language which was heard at the door
   */
  public record With(Optional<Conversation.Next> next, Optional<Instant> back, Optional<String> language) {
    static final With NOTHING = new With(Optional.empty(), Optional.empty(), Optional.empty());

    /** The first day that was agreed on. */
    public Optional<LocalDate> day(ZoneId zone) {
      return Stream.concat(next.flatMap(Conversation.Next::on).stream(),
          back.map(at -> LocalDate.ofInstant(at, zone)).stream()).min(LocalDate::compareTo);
    }
  }

  private record Line(UUID id, boolean talked, Optional<Instant> back, Optional<String> language,
      Optional<byte[]> step, Optional<LocalDate> on) {}

  /** What stands with these people, of what was written down at some sites; whoever agreed on nothing is left out. */
  public Map<UUID, With> with(Collection<UUID> people, Within within) {
    return read(people, within, this::words);
  }

  /** The same for whoever needs days and languages alone: what is to happen on a day is left sealed, and empty. */
  public Map<UUID, With> daysWith(Collection<UUID> people, Within within) {
    return read(people, within, (_, _) -> "");
  }

  private Map<UUID, With> read(Collection<UUID> people, Within within, BiFunction<UUID, byte[], String> words) {
    var lines = new HashMap<UUID, List<Line>>();
    jdbc.sql("""
        select n.person_id, c.id, c.outcome = 'talked', c.back_at, c.language, c.next_step, c.next_on, c.held_at
        from roll.api_person_now n
        join organizing.conversation c on c.local_id = n.local_id and c.person_id = n.id
        where n.local_id = :local and c.local_id = :local and n.person_id in (select unnest(:people::uuid[]))
          and (c.outcome = 'talked' or c.back_at is not null or c.language is not null)
          and (:everywhere or c.site_id is null or c.site_id in (select unnest(:sites::uuid[])))
        union all
        select p.person_id, c.id, false, c.back_at, c.language, null, null, c.held_at
        from roll.api_position p
        join roll.api_site b on b.local_id = p.local_id and b.id = p.site_id and b.kind = 'building'
        join organizing.conversation c on c.local_id = p.local_id and c.unit_id = p.unit_id
        where p.local_id = :local and c.local_id = :local and p.person_id in (select unnest(:people::uuid[]))
          and not p.boss_side and c.person_id is null and c.held_at >= :recently
          and (c.back_at is not null or c.language is not null)
          and (:everywhere or c.site_id in (select unnest(:sites::uuid[])))
        order by held_at desc, id""")
        .param("local", local())
        .param("people", people.toArray(UUID[]::new))
        .param("everywhere", within.everywhere())
        .param("sites", within.ids())
        .param("recently", Timestamp.from(clock.instant().minus(HOUSEHOLD)))
        .query(rs -> {
          lines.computeIfAbsent(rs.getObject(1, UUID.class), _ -> new ArrayList<>()).add(line(rs));
        });
    var found = new HashMap<UUID, With>();
    lines.forEach((person, of) -> found.put(person, standing(of, words)));
    return found;
  }

  private static Line line(ResultSet rs) throws SQLException {
    return new Line(rs.getObject(2, UUID.class), rs.getBoolean(3),
        Optional.ofNullable(rs.getTimestamp(4)).map(Timestamp::toInstant), Optional.ofNullable(rs.getString(5)),
        Optional.ofNullable(rs.getBytes(6)), Optional.ofNullable(rs.getDate(7)).map(java.sql.Date::toLocalDate));
  }

  /** The lines are the latest first; the last talk ends what was agreed before it. */
  private static With standing(List<Line> lines, BiFunction<UUID, byte[], String> words) {
    int talk = 0;
    while (talk < lines.size() && !lines.get(talk).talked()) {
      talk++;
    }
    var next = talk < lines.size() ? next(lines.get(talk), words) : Optional.<Conversation.Next>empty();
    var back = lines.stream().limit(talk).flatMap(line -> line.back().stream()).findFirst();
    return new With(next, back, lines.stream().flatMap(line -> line.language().stream()).findFirst());
  }

  private static Optional<Conversation.Next> next(Line talk, BiFunction<UUID, byte[], String> words) {
    return talk.step().map(step -> new Conversation.Next(words.apply(talk.id(), step), talk.on()));
  }

  private String words(UUID talk, byte[] step) { return seals.open("conversation", "next_step", talk, step); }

  private static UUID local() { return Tenancy.current().value(); }
}
