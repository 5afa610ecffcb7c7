// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Stewards;
import org.groundwork.organizing.WorthATalk;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Arrears open a conversation: whoever falls behind is worth a talk to their steward, who learns neither the sum nor the
 * reason, until they talked. Whoever keeps the money can ask for a talk too. What came of it is no record of its own: it is
 * the day of the next conversation. Runs inside the caller's transaction.
 */
public final class Talks implements WorthATalk {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Audit audit;
  private final Clock clock;
  private final Known known;

  Talks(JdbcClient jdbc, Ids ids, Audit audit, Clock clock, Known known) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
    this.known = known;
  }

  /** Who is behind, who has a steward, and who was talked to. */
  record Known(Standings standings, Charges charges, Stewards stewards, Conversations conversations) {}

  /**
   * Asks somebody's steward to talk with them; asked twice on a day, it is once.
   *
   * @return false, and nothing is noted, if nobody is their steward
   */
  public boolean ask(UUID person, LocalDate today) {
    if (!known.stewards().covered(person)) {
      return false;
    }
    if (asked(List.of(person)).values().stream().noneMatch(today::equals)) {
      UUID id = ids.next();
      jdbc.sql("""
          insert into dues.talk (local_id, id, person_id, asked_on, changed_by, changed_at)
          values (?, ?, ?, ?, ?::uuid, ?)""")
          .params(Scope.local(), id, person, Date.valueOf(today))
          .param(Scope.author())
          .param(Timestamp.from(clock.instant()))
          .update();
      audit.record("dues-talk-asked", new SubjectRef("person", person), "");
    }
    return true;
  }

  /** Whether somebody has a steward who can be asked. */
  public boolean canAsk(UUID person) {
    return known.stewards().covered(person);
  }

  /** When somebody's steward was last asked. */
  public Optional<LocalDate> asked(UUID person) {
    return Optional.ofNullable(asked(List.of(person)).get(person));
  }

  /** When somebody was last talked to, if that was on a day or later. */
  public Optional<LocalDate> talked(UUID person, LocalDate since) {
    return Optional.ofNullable(known.conversations().lastTalkedTo(List.of(person)).get(person))
        .filter(day -> talkedSince(day, since));
  }

  /** All days on which somebody's steward was asked, the last first. */
  public List<LocalDate> all(UUID person) {
    return jdbc.sql("""
        select t.asked_on from roll.api_person_now n
        join dues.talk t on t.local_id = n.local_id and t.person_id = n.id
        where n.local_id = ? and n.person_id = ? order by t.asked_on desc""")
        .params(Scope.local(), person)
        .query((rs, i) -> rs.getDate(1).toLocalDate())
        .list();
  }

  private Map<UUID, LocalDate> asked(Collection<UUID> people) {
    Map<UUID, LocalDate> asked = new HashMap<>();
    jdbc.sql("""
        select n.person_id, max(t.asked_on) from roll.api_person_now n
        join dues.talk t on t.local_id = n.local_id and t.person_id = n.id
        where n.local_id = ? and n.person_id in (select unnest(?::uuid[])) group by n.person_id""")
        .params(Scope.local(), people.toArray(UUID[]::new))
        .query(rs -> {
          asked.put(rs.getObject(1, UUID.class), rs.getDate(2).toLocalDate());
        });
    return asked;
  }

  /**
   * Whoever is in arrears and was not talked to since; and whose steward was asked, as long as
   * something is open and no pause runs.
   */
  @Override
  public Set<UUID> among(Collection<UUID> people, Map<UUID, LocalDate> talked, LocalDate today) {
    var worth = new HashSet<UUID>();
    known.standings().of(people, today).forEach((person, standing) -> {
      if (standing instanceof Standing.InArrears late && !talkedSince(talked.get(person), late.since())) {
        worth.add(person);
      }
    });
    Map<UUID, LocalDate> asked = asked(people);
    if (!asked.isEmpty()) {
      var open = new HashSet<UUID>();
      known.charges().asked(asked.keySet(), today).forEach(each -> open.add(each.person()));
      asked.forEach((person, day) -> {
        if (open.contains(person) && !talkedSince(talked.get(person), day)) {
          worth.add(person);
        }
      });
    }
    return worth;
  }

  private static boolean talkedSince(@Nullable LocalDate talked, LocalDate day) {
    return talked != null && !talked.isBefore(day);
  }
}
