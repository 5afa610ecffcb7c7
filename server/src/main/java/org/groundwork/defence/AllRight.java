// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.strike.StrikersAsked;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether everybody who took part in something risky is all right, asked on day 2 and on day 14. Who is to be asked
 * follows from who took part, each time it is looked at; nothing is written but the answers. Whoever is on the sealed list
 * of a strike is asked by nobody but themself. Runs inside the caller's transaction.
 */
public final class AllRight {
  /** After so many days nobody asks any more. */
  public static final int LAST_DAY = 30;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Locals locals;
  private final StrikersAsked strikers;
  private final Audit audit;

  AllRight(JdbcClient jdbc, Ids ids, Clock clock, Locals locals, StrikersAsked strikers, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.locals = locals;
    this.strikers = strikers;
    this.audit = audit;
  }

  /** What came of asking. */
  public enum Answer {
    ALL_RIGHT, NOT_REACHED, HIT_BACK;

    public String key() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

    /** The answer of a key; empty for one that is none. */
    public static Optional<Answer> known(String key) {
      return Arrays.stream(values()).filter(answer -> answer.key().equals(key)).findFirst();
    }
  }

  /** Something risky that somebody took part in. */
  public record Part(UUID step, Optional<UUID> action, LocalDate on, int round, Optional<UUID> site) {}

  /**
   * Somebody to be asked today, once, whatever they took part in.
   *
   * @param parts the latest first
   * @param tried whether somebody tried before
   * @param unnamed whether nobody else learns what they answer
   */
  public record Asked(UUID person, List<Part> parts, boolean tried, boolean unnamed) {
    public Asked { parts = List.copyOf(parts); }

    /** The latest of what they took part in. */
    public Part latest() { return parts.getFirst(); }
  }

  /** How a rung went for those who took part. */
  public record Count(int asked, int allRight, int hitBack) {
    /** Those of whom nobody knows. */
    public int open() { return Math.max(0, asked - allRight - hitBack); }
  }

  /** Who is to be asked today, within sites and people; whoever waits longest first. */
  public List<Asked> due(Cases.Within whose) {
    return read(within(AllRightSql.DUE_WITHIN + " order by d.on_day desc, d.step_id, d.action_id, d.person_id", whose));
  }

  /** Whether somebody is to be asked today by whoever asks within these. */
  public boolean isDue(Cases.Within whose, UUID person) {
    return !read(within(AllRightSql.DUE_WITHIN + " and d.person_id = :person", whose).param("person", person))
        .isEmpty();
  }

  /** How many are to be asked today, within sites and people, by somebody who does not ask themself. */
  int countDue(Cases.Within whose, UUID asking) {
    return bound(within(
        "select count(distinct w.person_id) from (" + AllRightSql.DUE_WITHIN + ") w where w.person_id <> :asking",
        whose)).param("asking", asking).query(Integer.class).single();
  }

  private JdbcClient.StatementSpec within(String sql, Cases.Within whose) {
    return jdbc.sql(sql)
        .param("whole", whose.whole())
        .param("sites", whose.sites().toArray(UUID[]::new))
        .param("people", whose.people().toArray(UUID[]::new));
  }

  /** Whether somebody is to be asked today, and after what; a strike's sealed list is looked at for themself alone. */
  public Optional<Asked> due(UUID person) {
    var named = open(person, AllRightSql.DUE + AllRightSql.NOT_TODAY).stream().findFirst();
    return named.isPresent() || !own(person) ? named : unnamed(person);
  }

  private List<Asked> open(UUID person, String sql) {
    return read(jdbc.sql(sql + " and d.person_id = :person order by d.on_day desc, d.step_id, d.action_id")
        .param("person", person));
  }

  private Optional<Asked> unnamed(UUID person) {
    var parts = strikers.due(person, today())
        .stream()
        .map(due -> new Part(due.step(), Optional.empty(), due.since(), due.round(), Optional.empty()))
        .sorted(Comparator.comparing(Part::on).reversed())
        .toList();
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Asked(person, parts, false, true));
  }

  private static boolean own(UUID person) { return Callers.actor().person().equals(person); }

  private List<Asked> read(JdbcClient.StatementSpec statement) {
    var parts = new LinkedHashMap<UUID, List<Part>>();
    var tried = new HashSet<UUID>();
    bound(statement).query(rs -> {
      UUID person = rs.getObject(1, UUID.class);
      parts.computeIfAbsent(person, _ -> new ArrayList<>())
          .add(new Part(rs.getObject(2, UUID.class), Optional.ofNullable(rs.getObject(3, UUID.class)),
              rs.getDate(4).toLocalDate(), rs.getInt(6), Optional.ofNullable(rs.getObject(5, UUID.class))));
      if (rs.getBoolean(7)) {
        tried.add(person);
      }
    });
    var asked = new ArrayList<Asked>();
    parts.forEach((person, of) -> asked.add(new Asked(person, of, tried.contains(person), false)));
    return asked.reversed(); // whoever waits longest first
  }

  /**
   * Writes down what came of asking, for everything that somebody is to be asked about now. What was answered stays;
   * only that somebody was not reached gives way. False if there was nothing to ask.
   */
  public boolean answer(UUID person, Answer answer) {
    boolean unnamed = own(person) && strikers.answer(person, today(), answer == Answer.ALL_RIGHT);
    var open = open(person, AllRightSql.DUE).stream().flatMap(asked -> asked.parts().stream()).toList();
    open.forEach(part -> write(person, part, answer));
    if (!open.isEmpty()) {
      audit.record("all-right-asked", new SubjectRef("person", person), answer.key());
    }
    return unnamed || !open.isEmpty();
  }

  private void write(UUID person, Part part, Answer answer) {
    jdbc.sql(part.action().isPresent() ? AllRightSql.OF_ACTION : AllRightSql.OF_STEP)
        .param("local", local())
        .param("id", ids.next())
        .param("person", person)
        .param("step", part.step())
        .param("action", part.action().orElse(null))
        .param("round", part.round())
        .param("answer", answer.key())
        .param("by", Callers.actor().person())
        .param("today", Date.valueOf(today()))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** How a rung went: everybody once, by their latest answer; whoever has a case that answers it was hit back at. */
  public Count ofStep(UUID step) {
    var said = new HashMap<String, Set<UUID>>();
    bound(jdbc.sql(AllRightSql.OF_RUNG).param("step", step)).query(rs -> {
      said.computeIfAbsent(rs.getString(1), _ -> new HashSet<>()).add(rs.getObject(2, UUID.class));
    });
    var took = said.getOrDefault("took", Set.of());
    var hit = said.getOrDefault("hit", Set.of());
    var fine = new HashSet<>(said.getOrDefault("fine", Set.of()));
    fine.removeAll(hit);
    var listed = strikers.count(step, today(), new StrikersAsked.Named(took, hit, fine));
    return new Count(took.size() + listed.asked(), fine.size() + listed.allRight(), hit.size() + listed.hitBack());
  }

  /** Whether an action of a rung keeps numbers only, so that nobody of it can be asked. */
  public boolean countedOnly(UUID step) {
    return jdbc.sql("""
        select exists (select 1 from action.api_of_step a
          where a.local_id = ? and a.step_id = ? and a.count_only and a.state <> 'cancelled')""")
        .params(local(), step)
        .query(Boolean.class)
        .single();
  }

  /** Whether something of ours hangs on a rung. */
  boolean keeps(UUID step) {
    return jdbc.sql("""
        select exists (select 1 from defence.retaliation c where c.local_id = :local and c.step_id = :step)
          or exists (select 1 from defence.answer a where a.local_id = :local and a.step_id = :step)
          or exists (select 1 from defence.all_right r where r.local_id = :local and r.step_id = :step)""")
        .param("local", local())
        .param("step", step)
        .query(Boolean.class)
        .single();
  }

  private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement) {
    return statement.param("local", local())
        .param("zone", locals.profile().zone().getId())
        .param("today", Date.valueOf(today()))
        .param("risky", Arrays.stream(StepKind.values())
            .filter(StepKind::risky)
            .map(StepKind::key)
            .toArray(String[]::new));
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  private static UUID local() { return Tenancy.current().value(); }
}
