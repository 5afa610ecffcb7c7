// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.Entered;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What members owed when the books began, and what they had paid ahead by then. What is owed becomes an open charge, what was
 * paid ahead a credit, each against what was there at the beginning and never against this year's income. Of each member one
 * thing stands at a time; what was wrong is taken back and written down anew. Runs inside the caller's transaction; the books
 * must be open.
 */
public final class Brought {
  /** How long before the books began something may have been due, in years. */
  public static final int YEARS_BEFORE = 10;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;
  private final Payments.Parts parts;
  private final Around around;

  Brought(JdbcClient jdbc, Ids ids, Clock clock, Audit audit, Payments.Parts parts, Around around) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.parts = parts;
    this.around = around;
  }

  /** The scales, whose days of grace count here too; which months are closed; how what stands is taken back; and the books. */
  record Around(Plans plans, ClosedMonths months, BroughtBack back, BroughtBooks books) {}

  /**
   * What stands of a member from before the books.
   *
   * @param brought with what it was written down
   * @param owed in minor units; 0 where it was paid ahead
   * @param ahead in minor units; 0 where it was owed
   * @param due when what is owed was due
   * @param on the day under which it stands in the books
   */
  public record Stands(UUID brought, int line, UUID person, long owed, long ahead, Optional<LocalDate> due,
      LocalDate on) {}

  /**
   * One member's, by a form.
   *
   * @param owed whether it is owed; it was paid ahead otherwise
   * @param amount in minor units, 1 … {@link Rate#MOST}
   * @param due when it was, or is, due
   */
  public record One(UUID person, boolean owed, long amount, LocalDate due) {
    /** @throws IllegalArgumentException when a bound is not kept */
    public One {
      if (amount < 1 || amount > Rate.MOST) {
        throw new IllegalArgumentException("brought along: " + amount);
      }
    }
  }

  /** What became of it. */
  public sealed interface Noted {
    /** It stands. */
    record Yes() implements Noted {}

    /** Something of this member stands already. */
    record Already() implements Noted {}

    /** More than a year of dues would be paid ahead; at most {@code most} in minor units. */
    record TooFarAhead(long most) implements Noted {}

    /** The books do not take it; nothing changed. */
    record NotEntered(Entered why) implements Noted {}
  }

  BroughtBooks books() { return around.books(); }

  /** What stands of somebody. */
  public Optional<Stands> of(UUID person) {
    return jdbc.sql("""
        select w.brought_id, w.line, w.person_id, w.owed, w.ahead, w.due_on, b.on_date from roll.api_person_now n
        join dues.brought_row w on w.local_id = n.local_id and w.person_id = n.id and w.taken and w.undone_on is null
        join dues.brought b on b.local_id = w.local_id and b.id = w.brought_id
        where n.local_id = ? and n.person_id = ? and w.local_id = ? and b.local_id = ? order by w.brought_id limit 1""")
        .params(Scope.local(), person, Scope.local(), Scope.local())
        .query(Brought::stands)
        .optional();
  }

  private static Stands stands(ResultSet rs, int row) throws SQLException {
    return new Stands(rs.getObject(1, UUID.class), rs.getInt(2), rs.getObject(3, UUID.class), rs.getLong(4),
        rs.getLong(5), Optional.ofNullable(rs.getDate(6)).map(Date::toLocalDate), rs.getDate(7).toLocalDate());
  }

  /** The first and the last day on which what is brought along may have been, or be, due. */
  public static LocalDate[] dueWithin(Book book, LocalDate today) {
    return new LocalDate[]{book.openedOn().minusYears(YEARS_BEFORE), today.plusYears(1)};
  }

  /** Whether somebody is a member now; nobody else owes dues. */
  public boolean member(UUID person) {
    return jdbc.sql("select exists (select from roll.api_member where local_id = ? and person_id = ?)")
        .params(Scope.local(), person)
        .query(Boolean.class)
        .single();
  }

  /** Whether there is a scale, which says after how many days somebody is in arrears. */
  public boolean ready() {
    return !around.plans().open().isEmpty();
  }

  /** Writes down what one member owed or had paid ahead; with the same form it is done once. */
  public Noted note(UUID form, One one, LocalDate today) {
    hold();
    if (of(one.person()).isPresent() || there(form)) {
      return new Noted.Already();
    }
    OptionalLong most = one.owed() ? OptionalLong.empty() : mostAhead(one.person());
    if (most.isPresent() && one.amount() > most.getAsLong()) {
      return new Noted.TooFarAhead(most.getAsLong());
    }
    LocalDate on = day(today);
    Entered entered = around.books()
        .enter(form, on, new BroughtBooks.Sums(1, one.owed() ? one.amount() : 0, one.owed() ? 0 : one.amount()));
    if (!(entered instanceof Entered.Yes(UUID entry))) {
      return new Noted.NotEntered(entered);
    }
    insert(form, one.due());
    jdbc.sql("""
        insert into dues.brought_row (local_id, brought_id, line, person_id, owed, ahead, due_on)
        values (?, ?, 1, ?, ?, ?, ?::date)""")
        .params(Scope.local(), form, one.person(), one.owed() ? one.amount() : 0, one.owed() ? 0 : one.amount())
        .param(one.owed() ? Date.valueOf(one.due()) : null)
        .update();
    post(form, entry, on);
    audit.record("dues-brought", new SubjectRef("person", one.person()), "");
    parts.credits().apply(List.of(one.person()), today);
    return new Noted.Yes();
  }

  /** At most so much can have been paid ahead: what is open, and a year; in minor units, empty where nothing limits it. */
  OptionalLong mostAhead(UUID person) {
    OptionalLong room = parts.limit().room(person);
    return room.isEmpty()
        ? room
        : OptionalLong.of(Math.addExact(room.getAsLong(),
            parts.charges().open(person).stream().mapToLong(Charge::open).reduce(0, Math::addExact)));
  }

  /** Nobody takes a payment, posts a run or brings something along before the transaction ends. */
  void hold() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(Payments.gate(Scope.local()))
        .query(rs -> {});
  }

  private boolean there(UUID form) {
    return jdbc.sql("select exists (select from dues.brought where local_id = ? and id = ?)")
        .params(Scope.local(), form)
        .query(Boolean.class)
        .single();
  }

  private void insert(UUID form, LocalDate due) {
    jdbc.sql("""
        insert into dues.brought (local_id, id, state, due_on, changed_by, changed_at)
        values (?, ?, 'taking', ?, ?::uuid, ?)""")
        .params(Scope.local(), form, Date.valueOf(due))
        .param(Scope.author())
        .param(now())
        .update();
  }

  /** The day on which it stands in the books: the one on which they began, while its month is open. */
  LocalDate day(LocalDate today) {
    LocalDate opened = parts.accounting().books().find().map(Book::openedOn).orElse(today);
    return around.months().all().contains(YearMonth.from(opened)) ? today : opened;
  }

  /** What the rows that are to be taken come to. */
  BroughtBooks.Sums sums(UUID brought) {
    return jdbc.sql("""
        select count(*)::integer, coalesce(sum(owed), 0)::bigint, coalesce(sum(ahead), 0)::bigint from dues.brought_row
        where local_id = ? and brought_id = ? and refused is null""")
        .params(Scope.local(), brought)
        .query((rs, i) -> new BroughtBooks.Sums(rs.getInt(1), rs.getLong(2), rs.getLong(3)))
        .single();
  }

  /** Lets all rows that were not refused count at once, as what an entry says. Held by {@link #hold}. */
  void post(UUID brought, UUID entry, LocalDate on) {
    charge(brought, on);
    int number = jdbc.sql("select coalesce(max(number), 0) + 1 from dues.brought where local_id = ?")
        .param(Scope.local())
        .query(Integer.class)
        .single();
    credit(brought, number, entry, on);
    jdbc.sql("""
        update dues.brought_row set taken = true where local_id = ? and brought_id = ? and refused is null""")
        .params(Scope.local(), brought)
        .update();
    BroughtBooks.Sums sums = sums(brought);
    jdbc.sql("""
        update dues.brought set state = 'taken', number = ?, members = ?, people = ?, owed = ?, ahead = ?, on_date = ?,
          entry_id = ?, version = version + 1, changed_at = ? where local_id = ? and id = ?""")
        .params(number, sums.people(), sums.people(), sums.owed(), sums.ahead(), Date.valueOf(on), entry, now(),
            Scope.local(), brought)
        .update();
  }

  /** A run for each day on which something is due, and its charges. They stand before all that a scale charges. */
  private void charge(UUID brought, LocalDate on) {
    LocalDate last = parts.accounting().books().find().map(Book::openedOn).orElse(on).withDayOfMonth(1).minusMonths(1);
    List<LocalDate> days = jdbc.sql("""
        select distinct due_on from dues.brought_row
        where local_id = ? and brought_id = ? and refused is null and owed > 0 order by due_on""")
        .params(Scope.local(), brought)
        .query((rs, i) -> rs.getDate(1).toLocalDate())
        .list();
    for (LocalDate due : days) {
      LocalDate month = due.withDayOfMonth(1);
      run(brought, due, month.isBefore(last) ? month : last);
    }
    jdbc.sql("""
        insert into dues.charge (local_id, person_id, period, plan_id, run_id, kind, amount)
        select w.local_id, w.person_id, r.period, r.id, r.id, 'brought', w.owed from dues.brought_row w
        join dues.run r on r.local_id = w.local_id and r.id = w.run_id
        where w.local_id = ? and r.local_id = ? and w.brought_id = ?""")
        .params(Scope.local(), Scope.local(), brought)
        .update();
  }

  private void run(UUID brought, LocalDate due, LocalDate period) {
    UUID run = ids.next();
    jdbc.sql("""
        insert into dues.run (local_id, id, brought_id, period, due_on, grace_days, posted_at, members, sum, changed_by,
          changed_at)
        select ?, ?, ?, ?, ?, ?, ?, count(*)::integer, sum(w.owed)::bigint, ?::uuid, ? from dues.brought_row w
        where w.local_id = ? and w.brought_id = ? and w.refused is null and w.owed > 0 and w.due_on = ?""")
        .params(Scope.local(), run, brought, Date.valueOf(period), Date.valueOf(due), grace(), now())
        .param(Scope.author())
        .params(now(), Scope.local(), brought, Date.valueOf(due))
        .update();
    jdbc.sql("""
        update dues.brought_row set run_id = ?
        where local_id = ? and brought_id = ? and refused is null and owed > 0 and due_on = ?""")
        .params(run, Scope.local(), brought, Date.valueOf(due))
        .update();
  }

  /** The days of grace of the usual scale. */
  private int grace() {
    return around.plans().open().stream().filter(Plan::isDefault).mapToInt(Plan::graceDays).findFirst().orElse(0);
  }

  /** A credit for each member who had paid ahead; it lies where the money of the bank does. */
  private void credit(UUID brought, int number, UUID entry, LocalDate on) {
    Integer[] rows = jdbc.sql("""
        select line from dues.brought_row where local_id = ? and brought_id = ? and refused is null and ahead > 0
        order by line""").params(Scope.local(), brought).query(Integer.class).list().toArray(Integer[]::new);
    UUID[] made = new UUID[rows.length];
    for (int at = 0; at < made.length; at++) {
      made[at] = ids.next();
    }
    jdbc.sql("""
        insert into dues.payment (local_id, id, person_id, on_date, amount, way, account_id, ahead, receipt, entry_id,
          changed_by, changed_at)
        select w.local_id, m.id, w.person_id, ?, w.ahead, 'brought', ?, w.ahead, 'B' || ? || '-' || w.line, ?, ?::uuid, ?
        from unnest(?::integer[], ?::uuid[]) as m (line, id)
        join dues.brought_row w on w.local_id = ? and w.brought_id = ? and w.line = m.line""")
        .params(Date.valueOf(on), parts.accounting().books().account(Way.BROUGHT.account()).id(),
            Integer.toString(number), entry)
        .param(Scope.author())
        .params(now(), rows, made, Scope.local(), brought)
        .update();
    jdbc.sql("""
        update dues.brought_row w set payment_id = m.id from unnest(?::integer[], ?::uuid[]) as m (line, id)
        where w.local_id = ? and w.brought_id = ? and w.line = m.line""")
        .params(rows, made, Scope.local(), brought)
        .update();
  }

  /** What became of taking back what stands of a member. */
  public enum Undone {
    /** It is taken back, and what had been paid on it is paid ahead, or has settled what else is open. */
    YES,
    /** Nothing of them stands. */
    NOTHING,
    /** Some of it is not asked for any more, which is not taken back. */
    WRITTEN_OFF
  }

  /** Takes back what stands of a member. */
  public Undone undo(UUID person, LocalDate today) {
    hold();
    Optional<Stands> found = of(person);
    if (found.isEmpty()) {
      return Undone.NOTHING;
    }
    Stands stands = found.get();
    BroughtBack.Released released = around.back().release(stands, today);
    if (released == BroughtBack.Released.WRITTEN_OFF) {
      return Undone.WRITTEN_OFF;
    }
    boolean late = released == BroughtBack.Released.UNTIED
        || around.months().all().contains(YearMonth.from(stands.on())) || around.books().enteredLater(stands);
    around.books().takeBack(stands, late ? today : stands.on());
    audit.record("dues-brought-undone", new SubjectRef("person", person), "");
    parts.credits().apply(List.of(person), today);
    return Undone.YES;
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
