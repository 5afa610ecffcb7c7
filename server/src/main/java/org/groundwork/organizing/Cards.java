// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Membership and authorisation cards. A wording is never changed, only retired and replaced, so that everybody signed
 * what they read. A card counts from the day it was signed until it runs out or is withdrawn; what counts it leaves out
 * the boss's side. Runs inside the caller's transaction.
 */
public final class Cards {
  /** At most this many wordings in use. */
  public static final int MOST_TEXTS = 30;
  private static final String TEXTS = """
      select id, kind, language, wording, valid_days, retired_at is not null, version from organizing.card_text
      where local_id = ?""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final Locals locals;
  private final Audit audit;

  Cards(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Locals locals, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.locals = locals;
    this.audit = audit;
  }

  /** What a card is. */
  public enum Kind {
    /**
     * Who signs it says that they want to belong. Signing does not make them a member: they join when they come in, or ask
     * to join and an organiser says yes.
     */
    MEMBERSHIP,
    /** Who signs it lets the union speak for them. */
    AUTHORISATION;

    /** As stored, and as the end of a message key. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static Kind of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /**
   * A wording.
   *
   * @param language what language it is in, in a word of the local's own
   * @param validDays how many days a card is good for, absent for always
   */
  public record Text(UUID id, Kind kind, String language, String wording, OptionalInt validDays, boolean retired,
      long version) {}

  /**
   * A signed card.
   *
   * @param signature the name as it was written on the phone, absent for one on paper
   * @param good whether it counts today
   */
  public record Card(UUID id, UUID text, UUID person, LocalDate signedOn, Optional<LocalDate> validUntil,
      Optional<String> signature, UUID witness, Optional<LocalDate> withdrawnOn, boolean good) {}

  /** The wordings in use, and those that were. */
  public List<Text> texts() {
    return jdbc.sql(TEXTS + " order by retired_at is not null, kind, language, id")
        .param(local())
        .query((rs, i) -> {
          int days = rs.getInt(5);
          return new Text(rs.getObject(1, UUID.class), Kind.of(rs.getString(2)), rs.getString(3), rs.getString(4),
              days == 0 ? OptionalInt.empty() : OptionalInt.of(days), rs.getBoolean(6), rs.getLong(7));
        })
        .list();
  }

  /** A wording that can be signed now. */
  public Optional<Text> inUse(UUID text) {
    return texts().stream().filter(t -> !t.retired() && t.id().equals(text)).findFirst();
  }

  /** Adds a wording; false if there are {@value #MOST_TEXTS} in use already. */
  public boolean add(Kind kind, String language, String wording, OptionalInt validDays) {
    if (texts().stream().filter(text -> !text.retired()).count() >= MOST_TEXTS) {
      return false;
    }
    UUID id = ids.next();
    jdbc.sql("""
        insert into organizing.card_text (local_id, id, kind, language, wording, valid_days, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?::integer, ?, ?)""")
        .params(local(), id, kind.key(), language, wording)
        .param(validDays.isPresent() ? validDays.getAsInt() : null)
        .params(Callers.actor().person(), now())
        .update();
    audit.record("card-text-added", new SubjectRef("card-text", id), kind.key());
    return true;
  }

  /** Takes a wording out of use; cards that have it stay good. False if it is not in use. */
  public boolean retire(UUID text) {
    int retired = jdbc.sql("""
        update organizing.card_text set retired_at = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and retired_at is null""")
        .params(now(), Callers.actor().person(), now(), local(), text)
        .update();
    if (retired == 1) {
      audit.record("card-text-retired", new SubjectRef("card-text", text), "");
    }
    return retired == 1;
  }

  /**
   * Enters a signed card. The same wording signed by the same person on the same day is there once.
   *
   * @param signature as written on the phone; absent for one on paper
   * @throws IllegalArgumentException if the wording is not in use
   */
  public void sign(UUID person, UUID text, LocalDate signedOn, Optional<String> signature) {
    var wording = inUse(text).orElseThrow(() -> new IllegalArgumentException("the wording is not in use"));
    UUID id = ids.random();
    var until = wording.validDays().isPresent()
        ? Optional.of(signedOn.plusDays(wording.validDays().getAsInt()))
        : Optional.<LocalDate>empty();
    int signed = jdbc.sql("""
        insert into organizing.card (local_id, id, text_id, person_id, signed_on, valid_until, signature, witness_id,
          changed_by, changed_at) values (?, ?, ?, ?, ?, ?::date, ?::bytea, ?, ?, ?)
        on conflict do nothing""")
        .params(local(), id, text, person, Date.valueOf(signedOn))
        .param(until.map(Date::valueOf).orElse(null))
        .param(signature.map(name -> seals.seal("card", "signature", id, name)).orElse(null))
        .params(Callers.actor().person(), Callers.actor().person(), now())
        .update();
    if (signed == 1) {
      audit.record("card-signed", new SubjectRef("person", person), wording.kind().key());
    }
  }

  /** Notes that somebody took their card back; it counts no more. False if it was taken back before. */
  public boolean withdraw(UUID card, UUID person) {
    int withdrawn = jdbc.sql("""
        update organizing.card set withdrawn_on = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and withdrawn_on is null and person_id in (select n.id from roll.api_person_now n
          where n.local_id = ? and n.person_id = ?)""")
        .params(Date.valueOf(today()), Callers.actor().person(), now(), local(), card, local(), person)
        .update();
    if (withdrawn == 1) {
      audit.record("card-withdrawn", new SubjectRef("person", person), "");
    }
    return withdrawn == 1;
  }

  /** The cards somebody signed, the latest first. */
  public List<Card> of(UUID person, int most) {
    return jdbc.sql("""
        select c.id, c.text_id, n.person_id, c.signed_on, c.valid_until, c.signature, c.witness_id, c.withdrawn_on
        from organizing.card c join roll.api_person_now n on n.local_id = c.local_id and n.id = c.person_id
        where c.local_id = ? and n.person_id = ? order by c.signed_on desc, c.id limit ?""")
        .params(local(), person, most)
        .query(this::read)
        .list();
  }

  /** What a card says of somebody today. */
  public enum State {
    /** A card that counts. */
    GOOD,
    /** One that ran out or was taken back. */
    PAST
  }

  /** For each of these people who ever signed a card of this kind: whether one of theirs counts today. */
  public Map<UUID, State> states(Kind kind, Collection<UUID> people) {
    var found = new HashMap<UUID, State>();
    LocalDate today = today();
    jdbc.sql("""
        select n.person_id, bool_or(c.withdrawn_on is null and c.signed_on <= :today
          and (c.valid_until is null or c.valid_until >= :today))
        from organizing.card c join roll.api_person_now n on n.local_id = c.local_id and n.id = c.person_id
        join organizing.card_text t on t.local_id = c.local_id and t.id = c.text_id
        where c.local_id = :local and t.kind = :kind and n.person_id in (select unnest(:people::uuid[]))
        group by n.person_id""")
        .param("kind", kind.key())
        .param("today", Date.valueOf(today))
        .param("local", local())
        .param("people", people.toArray(UUID[]::new))
        .query(rs -> {
          found.put(rs.getObject(1, UUID.class), rs.getBoolean(2) ? State.GOOD : State.PAST);
        });
    return found;
  }

  private Card read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject(1, UUID.class);
    LocalDate signed = rs.getDate(4).toLocalDate();
    var until = Optional.ofNullable(rs.getDate(5)).map(Date::toLocalDate);
    var withdrawn = Optional.ofNullable(rs.getDate(8)).map(Date::toLocalDate);
    LocalDate today = today();
    return new Card(id, rs.getObject(2, UUID.class), rs.getObject(3, UUID.class), signed, until,
        seals.openIfAny("card", "signature", id, rs.getBytes(6)), rs.getObject(7, UUID.class), withdrawn,
        withdrawn.isEmpty() && !signed.isAfter(today) && until.filter(day -> day.isBefore(today)).isEmpty());
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
