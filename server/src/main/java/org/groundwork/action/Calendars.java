// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.web.Languages;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A person's own calendar, fetched by a phone under a private address. Phones hand calendars on, to an employer too: it
 * says that there is an appointment, and what it is and where only if the person chose so. Runs inside the caller's
 * transaction.
 */
public final class Calendars {
  private static final Duration BACK = Duration.ofDays(60);
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Tokens tokens;
  private final OwnDates dates;
  private final Reader reader;

  Calendars(JdbcClient jdbc, Clock clock, Tokens tokens, OwnDates dates, Reader reader) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.tokens = tokens;
    this.dates = dates;
    this.reader = reader;
  }

  /** Who a person is to the installation, and in which words they are spoken to. */
  record Reader(Mandates mandates, Accounts accounts, Locals locals, Languages languages) {
    Locale languageOf(UUID person) {
      return mandates.accountOf(person).map(accounts::languageOf).orElseGet(() -> locals.profile().language());
    }

    boolean takesPart(UUID person) {
      return mandates.inForce(person).stream().anyMatch(mandate -> mandate.role().grants(Power.TAKE_PART));
    }
  }

  /** Makes the address of a person's calendar, in place of the one there was; gives its token, which is told once. */
  public String make(UUID person, boolean realTitles) {
    String token = tokens.secret();
    jdbc.sql("""
        insert into action.calendar as c (local_id, person_id, token_hash, real_titles, changed_by, changed_at)
        values (:local, :person, :token, :real, :person, :now)
        on conflict (local_id, person_id) do update set token_hash = excluded.token_hash,
          real_titles = excluded.real_titles, version = c.version + 1, changed_by = excluded.changed_by,
          changed_at = excluded.changed_at where c.local_id = :local""")
        .param("local", local())
        .param("person", person)
        .param("token", Tokens.hash(token))
        .param("real", realTitles)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return token;
  }

  /** Whether a person's calendar shows real titles; absent for somebody who has no calendar. */
  public Optional<Boolean> of(UUID person) {
    return jdbc.sql("select real_titles from action.calendar where local_id = ? and person_id = ?")
        .params(local(), person)
        .query(Boolean.class)
        .optional();
  }

  /** Chooses what the calendar shows; its address stays. */
  public void show(UUID person, boolean realTitles) {
    jdbc.sql("""
        update action.calendar set real_titles = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and person_id = ?""")
        .params(realTitles, person, Timestamp.from(clock.instant()), local(), person)
        .update();
  }

  /** Ends the address for good. */
  public void end(UUID person) {
    jdbc.sql("delete from action.calendar where local_id = ? and person_id = ?").params(local(), person).update();
  }

  private record Owner(UUID person, boolean realTitles) {}

  /** The calendar behind a token; empty for one that was ended, never was, or belongs to somebody who has left. */
  public Optional<String> behind(String token) {
    return jdbc.sql("select person_id, real_titles from action.calendar where local_id = ? and token_hash = ?")
        .params(local(), Tokens.hash(token))
        .query((rs, i) -> new Owner(rs.getObject(1, UUID.class), rs.getBoolean(2)))
        .optional()
        .filter(owner -> reader.takesPart(owner.person()))
        .map(owner -> CalendarText.of(events(owner)));
  }

  private List<CalendarText.Event> events(Owner owner) {
    String appointment = reader.languages().text(reader.languageOf(owner.person()), "dates.appointment");
    return dates.after(owner.person(), clock.instant().minus(BACK))
        .stream()
        .map(date -> new CalendarText.Event(date.shift(), date.revision(), date.changed(), date.when().starts(),
            date.when().ends(), owner.realTitles() ? date.title() : neutral(date, appointment),
            owner.realTitles() ? date.place() : "", date.cancelled()))
        .toList();
  }

  private static String neutral(OwnDates.OwnDate date, String appointment) {
    return date.neutral().isEmpty() ? appointment : date.neutral();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
