// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes the contacts of the current local, and those who left, whose day has come and to whom nobody has talked
 * meanwhile; and the applications and requests whose time has passed. Runs inside the
 * caller's transaction, a bounded number at a time; running it again does no harm.
 */
public final class Forgetting {
  /** Contacts looked at in one run at the most. */
  public static final int AT_ONCE = 200;

  static final String DUE = """
      select id from roll.person where local_id = ? and forget_on <= ? and forget_on is not null
        and state in ('contact', 'left') and merged_into is null order by forget_on, id limit ?""";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Contacts contacts;
  private final Applications applications;
  private final Papers papers;
  private final List<LastContact> conversations;

  Forgetting(JdbcClient jdbc, Clock clock, Contacts contacts, Applications applications, Papers papers,
      List<LastContact> conversations) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.contacts = contacts;
    this.applications = applications;
    this.papers = papers;
    this.conversations = List.copyOf(conversations);
  }

  /** What left as a file or on paper. */
  record Papers(RollExports exports, PrintCopies copies) {}

  /**
   * What one run did.
   *
   * @param forgotten contacts deleted
   * @param kept contacts whose day was moved, because somebody talked to them
   * @param more whether another run has something to do
   */
  public record Result(int forgotten, int kept, boolean more) {}

  /** Looks at the records due today or before, and deletes applications nobody decided. */
  public Result run() {
    applications.forgetOld();
    papers.exports().forgetOld();
    papers.copies().forgetOld();
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    var due = jdbc.sql(DUE)
        .params(Tenancy.current().value(), Date.valueOf(today), AT_ONCE)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
    var talked = lastTalkedTo(due);
    int forgotten = 0;
    int kept = 0;
    for (UUID person : due) {
      LocalDate day = talked.get(person);
      if (day != null && day.plus(People.FORGET_AFTER).isAfter(today)) {
        contacts.talkedTo(person, day);
        kept++;
      } else if (contacts.delete(person) || contacts.deleteLeft(person)) {
        forgotten++;
      }
    }
    return new Result(forgotten, kept, due.size() == AT_ONCE);
  }

  private Map<UUID, LocalDate> lastTalkedTo(List<UUID> people) {
    var last = new HashMap<UUID, LocalDate>();
    for (LastContact source : conversations) {
      source.lastTalkedTo(people).forEach((person, day) -> last.merge(person, day, (a, b) -> a.isAfter(b) ? a : b));
    }
    return last;
  }
}
