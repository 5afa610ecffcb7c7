// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Requests to the hardship fund, as whoever asks makes them. Nothing of it is noted in the log: that somebody asked is
 * theirs and the committee's to know. Runs inside the caller's transaction.
 */
public final class Requests {
  /** So long after the decision two others can be asked. */
  public static final Duration APPEAL = Duration.ofDays(30);
  private static final String FILL = """
      update aid.request set state = 'open', asked = :asked, way = :way, urgent = :urgent, needed_on = :needed::date,
        category = :category::bytea, taken = :taken::bytea, payee = :payee::bytea, words = :words::bytea,
        asked_at = :now, due_at = :due, reminded_at = null, version = version + 1, changed_by = null, changed_at = :now
      where local_id = :local and id = :id and state = 'begun'""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final Rulebook rules;
  private final Eligibility eligibility;
  private final AidPost post;

  Requests(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Rulebook rules, Eligibility eligibility, AidPost post) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.rules = rules;
    this.eligibility = eligibility;
    this.post = post;
  }

  /** One request. */
  public Optional<Request> find(UUID id) {
    return jdbc.sql(RequestRows.SELECT + " and r.id = :id")
        .param("local", Scope.local())
        .param("id", id)
        .query(new RequestRows(seals))
        .optional();
  }

  /** What somebody asked for, the latest first. */
  public List<Request> of(UUID person) {
    return jdbc.sql(RequestRows.SELECT + " and n.person_id = :person order by r.id desc")
        .param("local", Scope.local())
        .param("person", person)
        .query(new RequestRows(seals))
        .list();
  }

  /** Those in a state, the first asked first. */
  List<Request> in(Request.State state) {
    return jdbc.sql(RequestRows.SELECT + " and r.state = :state order by r.id")
        .param("local", Scope.local())
        .param("state", state.key())
        .query(new RequestRows(seals))
        .list();
  }

  /** Begins a request with a case; begun twice, it is the same. One that was taken back begins anew. */
  UUID begin(UUID hit, UUID person) {
    jdbc.sql("""
        insert into aid.request (local_id, id, person_id, case_id, state, changed_at)
        values (?, ?, ?, ?, 'begun', ?)
        on conflict (local_id, case_id) where case_id is not null and appeal_of is null
        do update set state = 'begun', asked = null, version = aid.request.version + 1
          where aid.request.state = 'withdrawn' and aid.request.person_id is not null""")
        .params(Scope.local(), ids.next(), person, hit, Scope.now(clock))
        .update();
    return ofCase(hit).orElseThrow();
  }

  /** The request that began with a case. */
  Optional<UUID> ofCase(UUID hit) {
    return jdbc.sql("select id from aid.request where local_id = ? and case_id = ? and appeal_of is null")
        .params(Scope.local(), hit)
        .query(UUID.class)
        .optional();
  }

  /**
   * Somebody asks.
   *
   * @param begun the request that was begun for them with a case, if one was
   */
  public Asked ask(UUID person, NewWish wish, Optional<UUID> begun) {
    Optional<AidRules> held = rules.hold();
    if (eligibility.of(person, held) instanceof May.No no) {
      return new Asked.No(no);
    }
    AidRules now = held.orElseThrow();
    if (wish.urgent() && wish.amount() > now.emergency()) {
      return new Asked.TooMuchForADay(now.emergency());
    }
    UUID id = begun.orElseGet(() -> blank(person, Optional.empty(), Optional.empty()));
    return fill(id, wish, now.hours(wish.urgent()))
        ? new Asked.Yes(id)
        : new Asked.No(May.No.because(May.Why.OPEN));
  }

  private UUID blank(UUID person, Optional<UUID> hit, Optional<UUID> appealOf) {
    UUID id = ids.next();
    jdbc.sql("""
        insert into aid.request (local_id, id, person_id, case_id, appeal_of, state, changed_at)
        values (?, ?, ?, ?::uuid, ?::uuid, 'begun', ?)""")
        .params(Scope.local(), id, person)
        .param(hit.orElse(null))
        .param(appealOf.orElse(null))
        .param(Scope.now(clock))
        .update();
    return id;
  }

  /** Sends it to the committee, who are told that something waits; false if it was sent before. */
  private boolean fill(UUID id, NewWish wish, int hours) {
    Instant now = clock.instant();
    var told = wish.told();
    boolean sent = jdbc.sql(FILL)
        .param("local", Scope.local())
        .param("id", id)
        .param("asked", wish.amount())
        .param("way", wish.way().key())
        .param("urgent", wish.urgent())
        .param("needed", wish.neededOn().map(Date::valueOf).orElse(null))
        .param("category", seals.sealIfAny("request", "category", id, told.category().map(Category::key).orElse("")))
        .param("taken", seals.seal("request", "taken", id, told.taken().key()))
        .param("payee", seals.sealIfAny("request", "payee", id, told.payee()))
        .param("words", seals.sealIfAny("request", "words", id, told.words()))
        .param("now", Timestamp.from(now))
        .param("due", Timestamp.from(now.plus(Duration.ofHours(hours))))
        .update() == 1;
    if (sent) {
      post.asked(find(id).orElseThrow());
    }
    return sent;
  }

  /** Takes one's own request back before it is paid. Taken back twice, it is taken back once. */
  public boolean withdraw(UUID id) {
    rules.hold();
    return jdbc.sql("""
        update aid.request set state = 'withdrawn', decided_at = null, granted = null, code = null,
          version = version + 1, changed_by = null, changed_at = ?
        where local_id = ? and id = ? and state in ('begun', 'open', 'granted')""")
        .params(Scope.now(clock), Scope.local(), id)
        .update() == 1;
  }

  /** Whether two others can be asked to decide on what was not granted. */
  public boolean mayAppeal(Request request) {
    boolean inTime = request.decision().filter(d -> d.at().plus(APPEAL).isAfter(clock.instant())).isPresent();
    return request.leavesSomething() && inTime && request.person().isPresent() && appeal(request.id()).isEmpty();
  }

  /** The appeal against a decision, if there is one. */
  public Optional<UUID> appeal(UUID request) {
    return jdbc.sql("select id from aid.request where local_id = ? and appeal_of = ?")
        .params(Scope.local(), request)
        .query(UUID.class)
        .optional();
  }

  /** Asks two others to decide on what was not granted; once. Empty if that cannot be asked. */
  public Optional<UUID> appeal(UUID id, String words) {
    Optional<AidRules> held = rules.hold();
    return held.isEmpty() ? Optional.empty() : find(id).filter(this::mayAppeal).map(first -> {
      var wish = first.wish().orElseThrow();
      UUID made = blank(first.person().orElseThrow(), first.hit(), Optional.of(id));
      var told = new Request.Told(wish.told().category(), wish.told().taken(), wish.told().payee(), words);
      long rest = Math.subtractExact(first.asked(), first.granted());
      fill(made, new NewWish(rest, wish.way(), wish.urgent(), wish.neededOn(), told),
          held.get().hours(wish.urgent()));
      return made;
    });
  }
}
