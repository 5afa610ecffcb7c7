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
import java.util.function.Supplier;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes the contacts of the current local, and those who left, whose day has come and to whom nobody has talked
 * meanwhile; and the applications and requests whose time has passed. Runs inside the
 * caller's transaction, and each person in one of their own: what hangs on two people is never locked together, so that
 * nobody who changes something about one of them waits in a circle. Running it again does no harm.
 */
public final class Forgetting {
  /** People looked up at once at the most. */
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

  /** What left as a file or on paper, and what other modules keep for a time. */
  record Papers(RollExports exports, PrintCopies copies, Supplier<List<ShortLived>> others) {}

  /** What became of somebody whose day had come. */
  public enum Outcome {
    /** The record is gone. */
    FORGOTTEN,
    /** Somebody talked to them meanwhile: the day was moved. */
    KEPT,
    /** The record is no longer one that is forgotten. */
    NOT_DUE
  }

  /** Deletes applications nobody decided, old requests, what the codes of old copies mean, and what others keep for a time. */
  public void old() {
    applications.forgetOld();
    papers.exports().forgetOld();
    papers.copies().forgetOld();
    papers.others().get().forEach(ShortLived::deleteOld);
  }

  /** Whose day is today or was before, {@value #AT_ONCE} at the most. */
  public List<UUID> due() {
    return jdbc.sql(DUE)
        .params(Tenancy.current().value(), Date.valueOf(today()), AT_ONCE)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** Deletes somebody whose day has come, or moves the day; one person a transaction. */
  public Outcome person(UUID person) {
    LocalDate day = lastTalkedTo(List.of(person)).get(person);
    if (day != null && day.plus(People.FORGET_AFTER).isAfter(today())) {
      contacts.talkedTo(person, day);
      return Outcome.KEPT;
    }
    return contacts.delete(person) || contacts.deleteLeft(person) ? Outcome.FORGOTTEN : Outcome.NOT_DUE;
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(ZoneOffset.UTC)); }

  private Map<UUID, LocalDate> lastTalkedTo(List<UUID> people) {
    var last = new HashMap<UUID, LocalDate>();
    for (LastContact source : conversations) {
      source.lastTalkedTo(people).forEach((person, day) -> last.merge(person, day, (a, b) -> a.isAfter(b) ? a : b));
    }
    return last;
  }
}
