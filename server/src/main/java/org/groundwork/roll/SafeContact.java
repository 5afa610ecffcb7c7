// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How each person may safely be reached. Everything that sends asks {@link #mayReach} for every message and obeys.
 * Records merged into one obey the strictest of their rules. Runs inside the caller's transaction.
 */
public final class SafeContact {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final PersonFields fields;
  private final Consent consent;
  private final Locals locals;
  private final Audit audit;

  SafeContact(JdbcClient jdbc, Clock clock, PersonFields fields, Consent consent, Reading reading) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.fields = fields;
    this.consent = consent;
    this.locals = reading.locals();
    this.audit = reading.audit();
  }

  /** Where the hours are counted, and where changes are noted. */
  record Reading(Locals locals, Audit audit) {}

  /** A way to reach somebody. */
  public enum Channel {
    CALL, TEXT, MAIL;

    /** The name used in message keys. */
    public String key() { return name().toLowerCase(Locale.ROOT); }
  }

  /**
   * Hours of the day in the local's time zone.
   *
   * @param until exclusive; before {@code from} it is on the next day
   */
  public record Hours(LocalTime from, LocalTime until) {
    /** Whether a time of day lies within. */
    public boolean covers(LocalTime time) {
      return from.isBefore(until)
          ? !time.isBefore(from) && time.isBefore(until)
          : !time.isBefore(from) || time.isBefore(until);
    }
  }

  /**
   * The rules of one person.
   *
   * @param version 0 while none have been set
   * @param hours when, absent for any time
   * @param neutral subjects and senders say nothing of what this is about
   * @param voicemail whether a message may be left on an answering machine
   * @param note for whoever calls; never sent
   */
  public record Rules(long version, Set<Channel> channels, List<Hours> hours, boolean neutral, boolean voicemail,
      String note) {
    public Rules {
      channels = Set.copyOf(channels);
      hours = List.copyOf(hours);
    }

    /** What holds while nobody has said anything: any channel at any time, neutral, no voicemail. */
    public static Rules usual() {
      return new Rules(0, EnumSet.allOf(Channel.class), List.of(), true, false, "");
    }

    /** Only what both allow. */
    Rules and(Rules other) {
      var both = EnumSet.noneOf(Channel.class);
      both.addAll(channels);
      both.retainAll(other.channels);
      var all = new java.util.ArrayList<>(hours);
      all.addAll(other.hours);
      return new Rules(version, both, all, neutral || other.neutral, voicemail && other.voicemail, note);
    }
  }

  /** The answer to one message. */
  public sealed interface Answer {
    /** It may go, so. */
    record Yes(boolean neutral, boolean voicemail) implements Answer {}

    /** Not at this hour. */
    record NotNow() implements Answer {}

    /** Not this way. */
    record NotThisWay() implements Answer {}

    /** Not at all: see {@link Consent}. */
    record NotAgreed() implements Answer {}
  }

  /** Whether a message may reach this person by {@code channel} at {@code at}. */
  public Answer mayReach(UUID person, Channel channel, Instant at) {
    if (!consent.mayBeWritten(person)) {
      return new Answer.NotAgreed();
    }
    return answer(strictest(person), channel, at);
  }

  /** Those of these people whom a message may reach by {@code channel} at {@code at}, found at once. */
  public Set<UUID> whoMayBeReached(Collection<UUID> people, Channel channel, Instant at) {
    var agreed = consent.whoMayBeWritten(people);
    var rules = strictest(agreed);
    return agreed.stream()
        .filter(person -> answer(rules.getOrDefault(person, Rules.usual()), channel, at) instanceof Answer.Yes)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Answer answer(Rules rules, Channel channel, Instant at) {
    if (!rules.channels().contains(channel)) {
      return new Answer.NotThisWay();
    }
    LocalTime time = at.atZone(locals.profile().zone()).toLocalTime();
    return rules.hours().stream().allMatch(hours -> hours.covers(time))
        ? new Answer.Yes(rules.neutral(), rules.voicemail())
        : new Answer.NotNow();
  }

  /**
   * The next moment after {@code at} that lies within the person's hours; absent where the hours of several records
   * leave none.
   */
  Optional<Instant> next(UUID person, Instant at) {
    var zone = locals.profile().zone();
    var rules = strictest(person);
    var local = at.atZone(zone);
    return rules.hours()
        .stream()
        .flatMap(hours -> Stream.of(0, 1)
            .map(days -> local.toLocalDate().plusDays(days).atTime(hours.from()).atZone(zone).toInstant()))
        .filter(begin -> begin.isAfter(at))
        .filter(begin -> rules.hours().stream().allMatch(hours -> hours.covers(begin.atZone(zone).toLocalTime())))
        .min(Instant::compareTo);
  }

  /** The rules set for this person. */
  public Rules of(UUID person) {
    return stored(List.of(person)).getOrDefault(person, Rules.usual());
  }

  private Rules strictest(UUID person) { return strictest(List.of(person)).getOrDefault(person, Rules.usual()); }

  /** What holds for each of these people, with the records merged into theirs; those without rules are left out. */
  Map<UUID, Rules> strictest(Collection<UUID> people) {
    Map<UUID, UUID> kept = MergedRecords.into(jdbc, people);
    var found = new HashMap<UUID, Rules>();
    stored(kept.keySet()).forEach((record, rules) -> found.merge(kept.getOrDefault(record, record), rules, Rules::and));
    return found;
  }

  /** Sets the rules; false, and nothing changed, if somebody else set them since {@code rules.version()}. */
  public boolean set(UUID person, Rules rules) {
    Optional<Hours> hours = rules.hours().stream().findFirst();
    int set = jdbc.sql(
        """
        insert into roll.safe_contact as s (local_id, person_id, call, text, mail, from_minute, until_minute, neutral, voicemail,
          note, changed_by, changed_at)
        values (:local, :person, :call, :text, :mail, :from::smallint, :until::smallint, :neutral, :voicemail, :note, :by::uuid, :now)
        on conflict (local_id, person_id) do update set call = excluded.call, text = excluded.text, mail = excluded.mail,
          from_minute = excluded.from_minute, until_minute = excluded.until_minute, neutral = excluded.neutral,
          voicemail = excluded.voicemail, note = excluded.note, version = s.version + 1, changed_by = excluded.changed_by,
          changed_at = excluded.changed_at
        where s.local_id = :local and s.version = :version""")
        .param("local", Tenancy.current().value())
        .param("person", person)
        .param("call", rules.channels().contains(Channel.CALL))
        .param("text", rules.channels().contains(Channel.TEXT))
        .param("mail", rules.channels().contains(Channel.MAIL))
        .param("from", hours.map(h -> h.from().toSecondOfDay() / 60).orElse(null))
        .param("until", hours.map(h -> h.until().toSecondOfDay() / 60).orElse(null))
        .param("neutral", rules.neutral())
        .param("voicemail", rules.voicemail())
        .param("note", rules.note().isEmpty() ? null : fields.sealNote(person, rules.note()))
        .param("by", Author.id())
        .param("now", Timestamp.from(clock.instant()))
        .param("version", rules.version())
        .update();
    if (set == 1) {
      audit.record("safe-contact-set", new SubjectRef("person", person), "");
    }
    return set == 1;
  }

  private Map<UUID, Rules> stored(Collection<UUID> people) {
    var found = new LinkedHashMap<UUID, Rules>();
    jdbc.sql("""
        select person_id, version, call, text, mail, from_minute, until_minute, neutral, voicemail, note
        from roll.safe_contact where local_id = ? and person_id = any(?) order by person_id""")
        .params(Tenancy.current().value(), people.toArray(UUID[]::new))
        .query(rs -> {
          UUID person = rs.getObject("person_id", UUID.class);
          var channels = EnumSet.noneOf(Channel.class);
          for (Channel channel : Channel.values()) {
            if (rs.getBoolean(channel.key())) {
              channels.add(channel);
            }
          }
          found.put(person, new Rules(rs.getLong("version"), channels,
              hours(rs.getObject("from_minute", Integer.class), rs.getObject("until_minute", Integer.class)),
              rs.getBoolean("neutral"), rs.getBoolean("voicemail"), fields.openNote(person, rs.getBytes("note"))));
        });
    return found;
  }

  private static List<Hours> hours(@Nullable Integer from, @Nullable Integer until) {
    return from == null || until == null
        ? List.of()
        : List.of(new Hours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(until * 60L)));
  }
}
