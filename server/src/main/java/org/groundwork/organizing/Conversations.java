// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.Contacts;
import org.groundwork.roll.LastContact;
import org.groundwork.roll.PersonInUse;
import org.groundwork.roll.ShortLived;
import org.groundwork.roll.Site;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversations of the current local, each counted once. Runs inside the caller's transaction. */
public final class Conversations implements LastContact, ShortLived, PersonInUse {
  /** A note is kept so long after the conversation; the next step stays. */
  public static final Duration NOTES = Duration.ofDays(180);
  /** A conversation is written down at most so long after it was held. */
  public static final Duration OLDEST = Duration.ofDays(60);
  /** A phone's clock may run ahead by so much; what it says beyond counts as now. */
  static final Duration AHEAD = Duration.ofMinutes(10);
  private static final String COLUMNS = """
      select id, site_id, unit_id, person_id, outcome, held_at, held_by, back_at, language, issue, ask_kind, ask_id, reply,
        at_least, prepared, note, next_step, next_on from organizing.conversation
      """;
  private static final String TAKEN_BACK = """
      local_id = ? and id = ? and held_by = ? and recorded_at > ? and ask_id is null
      """;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Seals seals;
  private final Context context;
  private final Contacts contacts;
  private final Audit audit;

  Conversations(JdbcClient jdbc, Clock clock, Seals seals, Context context, Contacts contacts, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.seals = seals;
    this.context = context;
    this.contacts = contacts;
    this.audit = audit;
  }

  /** The modules that ask, and those that know what can be wrong. */
  record Context(Asks asks, Supplier<List<Issues>> issues) {}

  /** What is asked in conversations. */
  public Asks asks() { return context.asks(); }

  /**
   * Writes a conversation down. One with an identity that is there already changes nothing: a phone that lost its
   * connection sends it again.
   *
   * @return whether it was new
   */
  public boolean record(Conversation held) {
    if (byId(held.id()).isPresent()) {
      return false;
    }
    Instant at = bounded(held.heldAt());
    // before the person's own row is touched: what is counted of everybody is locked first
    held.person().ifPresent(person -> heard(held, person));
    if (insert(held, at) == 0) {
      return false;
    }
    held.person().ifPresent(person -> told(held, person, at));
    note("conversation-recorded", held.site(), held.person(), held.outcome().key());
    return true;
  }

  private void heard(Conversation held, UUID person) {
    held.site()
        .ifPresent(site -> held.talk()
            .issue()
            .ifPresent(issue -> context.issues().get().forEach(kinds -> kinds.heard(issue, site, person))));
  }

  /** Notes what was done under its place, or under whom it was with where it has none. */
  private void note(String what, Optional<UUID> site, Optional<UUID> person, String details) {
    site.ifPresentOrElse(place -> audit.record(what, new SubjectRef("site", place), details),
        () -> audit.record(what + "-with", new SubjectRef("person", person.orElseThrow()), details));
  }

  private void told(Conversation held, UUID person, Instant at) {
    if (held.outcome() == Outcome.TALKED) {
      contacts.talkedTo(person, LocalDate.ofInstant(at, ZoneOffset.UTC));
    }
    // an answer that nobody takes any more would be kept by nobody who destroys it
    held.talk()
        .answer()
        .filter(answer -> !context.asks().pass(answer, held, person, at))
        .ifPresent(_ -> forgetAnswerOf(held.id()));
  }

  private void forgetAnswerOf(UUID conversation) {
    jdbc.sql("update organizing.conversation set reply = null, at_least = null where local_id = ? and id = ?")
        .params(local(), conversation)
        .update();
  }

  /**
   * Forgets what was answered to an ask, when the module that asks destroys the answers. That it was asked stays.
   */
  public void forgetAnswers(SubjectRef ask) {
    jdbc.sql("""
        update organizing.conversation set reply = null, at_least = null, version = version + 1
        where local_id = ? and ask_kind = ? and ask_id = ? and reply is not null""")
        .params(local(), ask.kind(), ask.id())
        .update();
  }

  /** No later than now, no earlier than {@link #OLDEST}, to the second: a wrong clock moves nobody's answer for long. */
  public Instant bounded(Instant said) {
    Instant now = clock.instant();
    Instant at = said.isAfter(now) ? now : said.isBefore(now.minus(OLDEST)) ? now.minus(OLDEST) : said;
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  private int insert(Conversation held, Instant at) {
    var talk = held.talk();
    UUID id = held.id();
    return jdbc.sql("""
        insert into organizing.conversation (local_id, id, site_id, unit_id, person_id, outcome, held_at, back_at, language,
          issue, ask_kind, ask_id, reply, at_least, prepared, note, next_step, next_on, held_by, recorded_at, changed_by,
          changed_at)
        values (:local, :id, :site::uuid, :unit::uuid, :person::uuid, :outcome, :at, :back::timestamptz, :language, :issue, :askKind,
          :askId::uuid, :reply, :atLeast::integer, :prepared, :note, :step, :on::date, :by, :now, :by, :now)
        on conflict (local_id, id) do nothing""")
        .param("local", local())
        .param("id", id)
        .param("site", held.site().orElse(null))
        .param("unit", held.unit().orElse(null))
        .param("person", held.person().orElse(null))
        .param("outcome", held.outcome().key())
        .param("at", Timestamp.from(at))
        .param("back", held.back().at().map(Timestamp::from).orElse(null))
        .param("language", held.back().language().orElse(null))
        .param("issue", talk.issue().orElse(null))
        .param("askKind", talk.answer().map(a -> a.ask().kind()).orElse(null))
        .param("askId", talk.answer().map(a -> a.ask().id()).orElse(null))
        .param("reply", talk.answer().map(a -> a.reply().key()).orElse(null))
        .param("atLeast", talk.answer()
            .map(Conversation.Answer::atLeast)
            .filter(OptionalInt::isPresent)
            .map(OptionalInt::getAsInt)
            .orElse(null))
        .param("prepared", talk.prepared())
        .param("note", seals.sealIfAny("conversation", "note", id, talk.note()))
        .param("step", talk.next().map(next -> seals.seal("conversation", "next_step", id, next.step())).orElse(null))
        .param("on", talk.next().flatMap(Conversation.Next::on).map(Date::valueOf).orElse(null))
        .param("by", held.heldBy())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** What was taken back: where it was, if anywhere, with whom, and when it was written down. */
  public record TakenBack(Optional<UUID> site, Optional<UUID> unit, Optional<UUID> person, Outcome outcome,
      Instant recorded) {}

  /**
   * Takes back what the caller wrote down themselves within the last hour. An answer stays, and is put right by writing it
   * down again.
   *
   * @return absent, and nothing changed, if there is no such conversation
   */
  public Optional<TakenBack> takeBack(UUID conversation) {
    var taken = jdbc.sql("delete from organizing.conversation where " + TAKEN_BACK
        + "returning site_id, unit_id, person_id, outcome, recorded_at")
        .params(local(), conversation, Callers.actor().person(), anHourAgo())
        .query((rs, i) -> new TakenBack(Optional.ofNullable(rs.getObject(1, UUID.class)),
            Optional.ofNullable(rs.getObject(2, UUID.class)), Optional.ofNullable(rs.getObject(3, UUID.class)),
            Outcome.of(rs.getString(4)).orElseThrow(), rs.getTimestamp(5).toInstant()))
        .optional();
    taken.ifPresent(of -> note("conversation-taken-back", of.site(), of.person(), ""));
    return taken;
  }

  /** Whether the caller may take this back still. */
  public boolean canBeTakenBack(UUID conversation) {
    return jdbc.sql("select exists (select 1 from organizing.conversation where " + TAKEN_BACK + ")")
        .params(local(), conversation, Callers.actor().person(), anHourAgo())
        .query(Boolean.class)
        .single();
  }

  private Timestamp anHourAgo() { return Timestamp.from(clock.instant().minus(Duration.ofHours(1))); }

  /** What can be wrong at a site. */
  public List<Issues.Issue> issuesAt(Site site) {
    return context.issues().get().stream().flatMap(kinds -> kinds.at(site).stream()).toList();
  }

  /** One conversation. */
  public Optional<Conversation> byId(UUID id) {
    return jdbc.sql(COLUMNS + "where local_id = ? and id = ?").params(local(), id).query(this::read).optional();
  }

  /** The conversations with somebody, the latest first; those with records merged into theirs are among them. */
  public List<Conversation> with(UUID person, int most) {
    return with(person, Within.ALL, most);
  }

  /** The same, of those held at some sites or at none. */
  public List<Conversation> with(UUID person, Within within, int most) {
    return jdbc.sql(COLUMNS + """
        where local_id = :local and person_id in (select n.id from roll.api_person_now n
          where n.local_id = :local and n.person_id = :person)
          and (:everywhere or site_id is null or site_id in (select unnest(:sites::uuid[])))
        order by held_at desc, id limit :most""")
        .param("local", local())
        .param("everywhere", within.everywhere())
        .param("sites", within.ids())
        .param("person", person)
        .param("most", most)
        .query(this::read)
        .list();
  }

  /** The latest knock at each of these doors. */
  public Map<UUID, Conversation> latestAt(Collection<UUID> units) {
    var found = new HashMap<UUID, Conversation>();
    jdbc.sql("""
        select distinct on (unit_id) id, site_id, unit_id, person_id, outcome, held_at, held_by, back_at, language, issue,
          ask_kind, ask_id, reply, at_least, prepared, note, next_step, next_on from organizing.conversation
        where local_id = :local and unit_id = any(:units) order by unit_id, held_at desc, id""")
        .param("local", local())
        .param("units", units.toArray(UUID[]::new))
        .query(this::read)
        .list()
        .forEach(held -> found.put(held.unit().orElseThrow(), held));
    return found;
  }

  /** The latest conversation with each of these people at some sites or at none, whatever came of it. */
  public Map<UUID, Conversation> latestWith(Collection<UUID> people, Within within) {
    var found = new HashMap<UUID, Conversation>();
    jdbc.sql("""
        select distinct on (n.person_id) c.id, c.site_id, c.unit_id, n.person_id, c.outcome, c.held_at, c.held_by, c.back_at,
          c.language, c.issue, c.ask_kind, c.ask_id, c.reply, c.at_least, c.prepared, c.note, c.next_step, c.next_on
        from roll.api_person_now n
        join organizing.conversation c on c.local_id = n.local_id and c.person_id = n.id
        where n.local_id = :local and n.person_id in (select unnest(:people::uuid[])) and c.local_id = :local
          and (:everywhere or c.site_id is null or c.site_id in (select unnest(:sites::uuid[])))
        order by n.person_id, c.held_at desc, c.id""")
        .param("local", local())
        .param("everywhere", within.everywhere())
        .param("sites", within.ids())
        .param("people", people.toArray(UUID[]::new))
        .query(this::read)
        .list()
        .forEach(held -> found.put(held.person().orElseThrow(), held));
    return found;
  }

  @Override
  public Map<UUID, LocalDate> lastTalkedTo(Collection<UUID> people) {
    var found = new HashMap<UUID, LocalDate>();
    jdbc.sql(
        """
        select n.person_id, max(c.held_at) from roll.api_person_now n
        join organizing.conversation c on c.local_id = n.local_id and c.person_id = n.id and c.outcome = 'talked'
        where n.local_id = :local and n.person_id in (select unnest(:people::uuid[])) and c.local_id = :local group by n.person_id""")
        .param("local", local())
        .param("people", people.toArray(UUID[]::new))
        .query(rs -> {
          found.put(rs.getObject(1, UUID.class), LocalDate.ofInstant(rs.getTimestamp(2).toInstant(), ZoneOffset.UTC));
        });
    return found;
  }

  @Override
  public void deleteOld() {
    jdbc.sql("""
        update organizing.conversation set note = null, version = version + 1
        where local_id = ? and note is not null and held_at < ?""")
        .params(local(), Timestamp.from(clock.instant().minus(NOTES)))
        .update();
  }

  /** Deletes what was noted at a site, when nothing is fought for there any more; what happens next stays. */
  public void deleteNotes(UUID site) {
    int deleted = jdbc.sql("""
        update organizing.conversation set note = null, version = version + 1
        where local_id = ? and note is not null and site_id in (select n.id from roll.api_site_now n
          where n.local_id = ? and n.site_id = ?)""")
        .params(local(), local(), site)
        .update();
    if (deleted > 0) {
      audit.record("notes-deleted", new SubjectRef("site", site), deleted + " notes");
    }
  }

  @Override
  public boolean inUse(Collection<UUID> people) {
    return jdbc.sql("select exists (select 1 from organizing.conversation where local_id = ? and person_id = any(?))")
        .params(local(), people.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }

  private Conversation read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new Conversation(id, Optional.ofNullable(rs.getObject("site_id", UUID.class)),
        Optional.ofNullable(rs.getObject("unit_id", UUID.class)),
        Optional.ofNullable(rs.getObject("person_id", UUID.class)), Outcome.of(rs.getString("outcome")).orElseThrow(),
        rs.getTimestamp("held_at").toInstant(), rs.getObject("held_by", UUID.class),
        new Conversation.Back(Optional.ofNullable(rs.getTimestamp("back_at")).map(Timestamp::toInstant),
            Optional.ofNullable(rs.getString("language"))),
        talk(id, rs));
  }

  private Conversation.Talk talk(UUID id, ResultSet rs) throws SQLException {
    var askId = rs.getObject("ask_id", UUID.class);
    int atLeast = rs.getInt("at_least");
    var answer = askId == null || rs.getString("reply") == null
        ? Optional.<Conversation.Answer>empty()
        : Optional.of(new Conversation.Answer(
            new SubjectRef(rs.getString("ask_kind"), askId), Reply.of(rs.getString("reply")).orElseThrow(),
            atLeast == 0 ? OptionalInt.empty() : OptionalInt.of(atLeast)));
    var on = Optional.ofNullable(rs.getDate("next_on")).map(Date::toLocalDate);
    return new Conversation.Talk(Optional.ofNullable(rs.getString("issue")), answer, rs.getBoolean("prepared"),
        seals.openIfAny("conversation", "note", id, rs.getBytes("note")).orElse(""),
        seals.openIfAny("conversation", "next_step", id, rs.getBytes("next_step"))
            .map(step -> new Conversation.Next(step, on)));
  }

  private static UUID local() { return Tenancy.current().value(); }
}
