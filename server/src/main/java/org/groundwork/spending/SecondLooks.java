// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.web.NextStep;
import org.groundwork.treasury.MoneyDoor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What left a fund by one person's word and above the limits: it happened, so it is entered, and stays on this list until a
 * second officer says yes, under a decision of the members where the limits ask for one, or the entry is undone. Runs inside
 * the caller's transaction, which holds the look, then the appropriation.
 */
public final class SecondLooks {
  /** The longest question. */
  public static final int LONGEST = 500;
  /** The most that a list shows. */
  public static final int MOST = 100;
  private static final int URGENCY = 57;
  private static final String SELECT = """
      select s.id, s.entry_id, s.fund_id, s.amount, s.on_date, s.how, s.state, n.person_id as noted_by, s.question, s.answer,
        s.appropriation_id
      from spending.second_look s left join roll.api_person_now n on n.local_id = s.local_id and n.id = s.noted_by
      where s.local_id = ?""";
  static final String WAITING = SELECT + " and s.state in ('open', 'asked') order by s.id limit ?";
  static final String DONE = SELECT + " and s.state in ('yes', 'undone') order by s.id desc limit ?";
  static final String ONE = SELECT + " and s.id = ?";
  /**
   * With each its own sum, or that of all that count with it: neither what a rule took nor what the members decided on does,
   * nor what came in and was undone, on which members have nothing to decide.
   */
  static final String TOGETHER = """
      select s.id, case when s.how = 'undone' then 0 when s.together then (
          select coalesce(sum(o.amount), 0)::bigint from spending.second_look o
          where o.local_id = :local and o.fund_id = s.fund_id and o.on_date between s.on_date - :days and s.on_date + :days
            and o.state <> 'undone' and o.how <> 'undone' and o.together and o.appropriation_id is null)
        else s.amount end
      from spending.second_look s where s.local_id = :local and s.id in (select unnest(:looks::uuid[]))""";
  static final String UNDER = SELECT + " and s.appropriation_id = ? and s.state = 'yes' order by s.id desc";
  private final JdbcClient jdbc;
  private final Seals seals;
  private final RuleBook rules;
  private final ByOneWord word;
  private final Appropriations appropriations;
  private final Writing writing;

  SecondLooks(JdbcClient jdbc, Seals seals, RuleBook rules, ByOneWord word, Appropriations appropriations,
      Writing writing) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.rules = rules;
    this.word = word;
    this.appropriations = appropriations;
    this.writing = writing;
  }

  /**
   * Money that left by one person's word.
   *
   * @param entry of the books
   * @param together whether it counts with what else left so within days; else it counts alone, adds to nothing else, and only
   *     what is above the limits is kept
   * @param out what left each fund, in minor units, above zero
   */
  public record LetOut(UUID entry, LocalDate on, SecondLook.How how, boolean together, Map<UUID, Long> out) {
    public LetOut { out = Map.copyOf(out); }
  }

  /** Notes that it left; above the limits it waits for a second officer from now on. */
  public void letOut(LetOut left) {
    long sum = left.out().values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    if (sum == 0) {
      return;
    }
    long most = word.most();
    if (left.together()) {
      oneByOne();
    }
    boolean over = sum > most || (left.together() && Math.addExact(sum, around(left.on())) > most);
    if (!over && !left.together()) {
      return;
    }
    new TreeMap<>(left.out()).forEach((fund, amount) -> jdbc.sql("""
        insert into spending.second_look (local_id, id, entry_id, fund_id, amount, on_date, how, state, together, noted_by,
          changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?::uuid, ?)""")
        .params(Scope.local(), writing.ids().next(), left.entry(), fund, amount, Date.valueOf(left.on()),
            left.how().key(), (over ? SecondLook.State.OPEN : SecondLook.State.SMALL).key(), left.together())
        .param(Writing.me())
        .param(Writing.me())
        .param(writing.now())
        .update());
  }

  /**
   * Whoever lets money out by one person's word at the same time waits until the transaction ends. Asked before it is entered,
   * which holds its fund; {@link #letOut} asks it in any case.
   */
  public void oneByOne() { word.oneByOne(); }

  /** What left by one person's word within days, in whatever way; what the members decided on does not count any more. */
  private long around(LocalDate on) {
    return Math.addExact(word.all(on), word.seen(on));
  }

  /** The entry was undone: nothing waits any more, and what was taken from an appropriation is back in it. */
  public void undone(UUID entry) {
    jdbc.sql("""
        update spending.second_look set state = 'undone', appropriation_id = null, version = version + 1,
          changed_by = ?::uuid, changed_at = ? where local_id = ? and entry_id = ?""")
        .param(Writing.me())
        .params(writing.now(), Scope.local(), entry)
        .update();
  }

  /** Those that wait, the oldest first; at most {@code most}. */
  public List<SecondLook> waiting(int most) {
    return jdbc.sql(WAITING).params(Scope.local(), most).query(this::read).list();
  }

  /** Those that are done, the latest first; at most {@code most}. */
  public List<SecondLook> done(int most) {
    return jdbc.sql(DONE).params(Scope.local(), most).query(this::read).list();
  }

  /** What was said yes to under an appropriation, the latest first. */
  public List<SecondLook> under(UUID appropriation) {
    return jdbc.sql(UNDER).params(Scope.local(), appropriation).query(this::read).list();
  }

  /** Whether somebody may look at it as the second: not whose word it was, and where that was the program's, not a treasurer. */
  public static boolean mayDecide(Caller.Actor reader, SecondLook look) {
    return look.waits() && reader.mayEverywhere(Power.APPROVE_MONEY)
        && look.notedBy()
            .map(by -> !by.equals(reader.person()))
            .orElseGet(() -> !reader.mayEverywhere(Power.KEEP_MONEY));
  }

  /**
   * What some that wait count for, by their names: each with all that left the same fund so within days. Neither what counts
   * alone adds to that, nor what the members decided on. Above the limit for appropriations a yes needs a decision of theirs.
   * What came in and was undone counts for nothing here: a second officer’s yes is enough.
   */
  public Map<UUID, Long> together(Collection<SecondLook> looks) {
    var sums = new HashMap<UUID, Long>();
    jdbc.sql(TOGETHER)
        .param("local", Scope.local())
        .param("days", Together.DAYS)
        .param("looks", looks.stream().map(SecondLook::id).toArray(UUID[]::new))
        .query(rs -> {
          sums.put(rs.getObject(1, UUID.class), rs.getLong(2));
        });
    return sums;
  }

  /** A second officer looked at it and says yes. */
  public Decided yes(UUID id, Optional<UUID> appropriation) {
    Optional<SecondLook> held = hold(id).filter(SecondLook::waits);
    if (held.isEmpty()) {
      return new Decided.Meanwhile();
    }
    if (!mayDecide(Callers.actor(), held.get())) {
      return new Decided.AnotherPerson();
    }
    long together = together(List.of(held.get())).getOrDefault(id, 0L);
    if (appropriation.isEmpty() && together > rules.now().appropriation()) {
      return new Decided.NoAppropriation(together);
    }
    Optional<Decided> refused = appropriation
        .flatMap(one -> appropriations.refuses(one, held.get().fund(), held.get().amount()));
    if (refused.isPresent()) {
      return refused.get();
    }
    jdbc.sql("""
        update spending.second_look set state = 'yes', looked_by = ?, looked_on = ?, appropriation_id = ?::uuid,
          version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .params(Callers.actor().person(), writing.day())
        .param(appropriation.orElse(null))
        .params(Callers.actor().person(), writing.now(), Scope.local(), id)
        .update();
    did("second-look-yes", id);
    return new Decided.Done();
  }

  /**
   * Whoever keeps the money answers what was asked: it stands beside the question, and waits for the second officer again.
   *
   * @param answer 1 … {@value #LONGEST} characters
   */
  public Decided answer(UUID id, String answer) {
    if (hold(id).filter(each -> each.state() == SecondLook.State.ASKED).isEmpty()) {
      return new Decided.Meanwhile();
    }
    jdbc.sql("""
        update spending.second_look set state = 'open', answer = ?, version = version + 1, changed_by = ?,
          changed_at = ? where local_id = ? and id = ?""")
        .params(seals.seal("second_look", "answer", id, answer), Callers.actor().person(), writing.now(),
            Scope.local(), id)
        .update();
    did("second-look-answered", id);
    return new Decided.Done();
  }

  /** A second officer wants to know something first, and what was answered before goes; {@code question} has 1 … {@value #LONGEST} characters. */
  public Decided ask(UUID id, String question) {
    Optional<SecondLook> held = hold(id).filter(SecondLook::waits);
    if (held.isEmpty()) {
      return new Decided.Meanwhile();
    }
    if (!mayDecide(Callers.actor(), held.get())) {
      return new Decided.AnotherPerson();
    }
    jdbc.sql("""
        update spending.second_look set state = 'asked', question = ?, answer = null, version = version + 1,
          changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .params(seals.seal("second_look", "question", id, question), Callers.actor().person(), writing.now(),
            Scope.local(), id)
        .update();
    did("second-look-asked", id);
    return new Decided.Done();
  }

  private Optional<SecondLook> hold(UUID id) {
    jdbc.sql("select id from spending.second_look where local_id = ? and id = ? for update")
        .params(Scope.local(), id)
        .query(rs -> {});
    return jdbc.sql(ONE).params(Scope.local(), id).query(this::read).optional();
  }

  private long decidable(Caller.Actor reader) {
    return reader.mayEverywhere(Power.APPROVE_MONEY)
        ? waiting(MOST).stream().filter(each -> mayDecide(reader, each)).count()
        : 0;
  }

  Optional<MoneyDoor.Waiting> said(Caller.Actor reader) {
    long count = decidable(reader);
    long asked = reader.mayEverywhere(Power.KEEP_MONEY)
        ? waiting(MOST).stream().filter(each -> each.state() == SecondLook.State.ASKED).count()
        : 0;
    if (count == 0 && asked == 0) {
      return Optional.empty();
    }
    return Optional.of(count > 0
        ? new MoneyDoor.Waiting("looks.door.waiting", List.of(count))
        : new MoneyDoor.Waiting("looks.door.asked", List.of(asked)));
  }

  Optional<NextStep.Step> next(Caller.Actor reader) {
    long count = decidable(reader);
    return count == 0
        ? Optional.empty()
        : Optional.of(new NextStep.Step(URGENCY, "looks.step", "looks.step.detail", List.of(count), "spending/looks",
            "looks.step.action"));
  }

  private void did(String what, UUID id) { writing.audit().record(what, new SubjectRef("second-look", id), ""); }

  private SecondLook read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new SecondLook(id, rs.getObject("entry_id", UUID.class), rs.getObject("fund_id", UUID.class),
        rs.getLong("amount"), rs.getDate("on_date").toLocalDate(), SecondLook.How.of(rs.getString("how")),
        SecondLook.State.of(rs.getString("state")), Optional.ofNullable(rs.getObject("noted_by", UUID.class)),
        seals.open("second_look", "question", id, rs.getBytes("question")),
        seals.open("second_look", "answer", id, rs.getBytes("answer")),
        Optional.ofNullable(rs.getObject("appropriation_id", UUID.class)));
  }
}
