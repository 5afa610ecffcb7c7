// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one case that stands on a first screen: found among all that somebody works on, however many there are, and read
 * without a word of it. Runs inside the caller's transaction.
 */
final class PressingCases {
  private static final String OPEN = """
      select c.id, case when c.deadline_met_on is null then c.deadline_on end due from defence.retaliation c
      left join roll.api_person_now p on p.local_id = c.local_id and p.id = c.person_id
      left join roll.api_site_now s on s.local_id = c.local_id and s.id = c.site_id
      where c.local_id = :local and c.state = 'open'
      """;
  private static final String WITHIN = OPEN + """
       and (:whole or s.site_id in (select unnest(:sites::uuid[])) or p.person_id in (select unnest(:people::uuid[])))
      """;
  static final String UNTAKEN = """
      select c.id, d.kind, d.needed_on from defence.need d
      join defence.retaliation c on c.local_id = d.local_id and c.id = d.retaliation_id
      left join roll.api_person_now p on p.local_id = c.local_id and p.id = c.person_id
      left join roll.api_site_now s on s.local_id = c.local_id and s.id = c.site_id
      where d.local_id = :local and d.helper_id is null and d.done_on is null and d.off_on is null
        and d.needed_on >= :first and d.needed_on <= :today::date + 1 and c.state = 'open'
        and (:whole or s.site_id in (select unnest(:sites::uuid[])) or p.person_id in (select unnest(:people::uuid[])))
      order by d.needed_on < :today, d.needed_on, d.id limit 1""";
  private final JdbcClient jdbc;

  PressingCases(JdbcClient jdbc) { this.jdbc = jdbc; }

  /**
   * A case that presses.
   *
   * @param due until when something must be done; absent where no day is known, or it was done
   */
  record Pressing(UUID id, Optional<LocalDate> due) {}

  /** The one whose day comes first, of those whose day is still to be met. */
  Optional<Pressing> due(Cases.Within whose) {
    return within(WITHIN + """
         and c.deadline_on is not null and c.deadline_met_on is null order by c.deadline_on, c.id limit 1""", whose)
        .query(PressingCases::row)
        .optional();
  }

  /** The latest blow, of those to others than {@code actor} about which nobody has said what we do. */
  Optional<UUID> unanswered(Cases.Within whose, UUID actor) {
    return within(WITHIN + """
         and p.person_id is distinct from :actor and not exists (select 1 from defence.answer a
          where a.local_id = :local and a.retaliation_id = c.id)
        order by c.happened_on desc, c.id desc limit 1""", whose).param("actor", actor)
        .query(PressingCases::row)
        .optional()
        .map(Pressing::id);
  }

  /** Of one person's own, the one whose day comes first; of those without a day the latest blow. */
  Optional<Pressing> own(UUID person) {
    return jdbc
        .sql(OPEN + " and p.person_id = :person order by due nulls last, c.happened_on desc, c.id desc limit 1")
        .param("local", Tenancy.current().value())
        .param("person", person)
        .query(PressingCases::row)
        .optional();
  }

  /**
   * Something needed that nobody took on.
   *
   * @param on its day, which may be over
   */
  record Untaken(UUID id, String kind, LocalDate on) {}

  /** What is needed between two days and nobody took on, those that can still be taken on first. */
  Optional<Untaken> untaken(Cases.Within whose, LocalDate first, LocalDate today) {
    return within(UNTAKEN, whose).param("first", Date.valueOf(first))
        .param("today", Date.valueOf(today))
        .query((rs, i) -> new Untaken(rs.getObject(1, UUID.class), rs.getString(2), rs.getDate(3).toLocalDate()))
        .optional();
  }

  private JdbcClient.StatementSpec within(String sql, Cases.Within whose) {
    return jdbc.sql(sql)
        .param("local", Tenancy.current().value())
        .param("whole", whose.whole())
        .param("sites", whose.sites().toArray(UUID[]::new))
        .param("people", whose.people().toArray(UUID[]::new));
  }

  private static Pressing row(ResultSet rs, int row) throws SQLException {
    return new Pressing(rs.getObject("id", UUID.class), CaseRows.day(rs, "due"));
  }
}
