// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which units withhold their rent, since when and how much. Nothing is lost when a unit leaves: its row stays, and if it
 * joins again it gets another. Runs inside the caller's transaction.
 */
public final class RentBook {
  static final String SELECT = """
      select w.id, w.step_id, w.unit_id, w.label, n.person_id, w.since, w.monthly, w.held, w.left_on, w.left_because,
        w.signed, w.version, s.currency
      from strike.withholding w
      join strike.strike s on s.local_id = w.local_id and s.step_id = w.step_id
      left join roll.api_person_now n on n.local_id = w.local_id and n.id = w.person_id
      where w.local_id = ?""";
  static final String OF_STRIKE = SELECT + " and w.step_id = ? order by w.label, w.id";
  static final String PAID = """
      select h.id, h.withholding_id, h.amount from strike.happening h
      join strike.withholding w on w.local_id = h.local_id and w.id = h.withholding_id
      where h.local_id = ? and w.step_id = ? and h.kind = 'payment' and h.crossed_on is null""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final Strikes strikes;
  private final StrengthTests tests;
  private final Audit audit;

  RentBook(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Strikes strikes, StrengthTests tests, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.strikes = strikes;
    this.tests = tests;
    this.audit = audit;
  }

  /** What is written down about a unit. */
  public record Facts(Optional<UUID> contact, LocalDate since, Money monthly, Withholding.Held held) {}

  /** What came of writing in the book. */
  public sealed interface Written {
    /** It stands. */
    record Yes(UUID id) implements Written {}

    /** The strike is over; its books stay as they are. */
    record Over() implements Written {}

    /** The unit withholds already. */
    record Already(Withholding now) implements Written {}

    /** Somebody else changed it meanwhile. */
    record Changed(Withholding now) implements Written {}

    /** The unit withheld before and left later than that: those months would count twice. */
    record Twice(LocalDate left) implements Written {}
  }

  /** A unit joins. Two who write it down at once write it down once. */
  public Written join(UUID step, UUID unit, String label, Facts facts) {
    if (strikes.hold(step).isEmpty()) {
      return new Written.Over();
    }
    var before = units(step).stream().filter(row -> row.unit().equals(unit) || row.label().equals(label)).toList();
    var there = before.stream().filter(Withholding::withholds).findFirst();
    if (there.isPresent()) {
      return new Written.Already(there.get());
    }
    var left = lastLeft(before).filter(facts.since()::isBefore);
    if (left.isPresent()) {
      return new Written.Twice(left.get());
    }
    UUID id = ids.next();
    bound(id, facts, jdbc.sql("""
        insert into strike.withholding (local_id, id, step_id, unit_id, label, person_id, since, monthly, held,
          changed_by, changed_at)
        values (:local, :id, :step, :unit, :label, :person::uuid, :since, :monthly, :held, :by, :now)"""))
        .param("step", step)
        .param("unit", unit)
        .param("label", label)
        .update();
    audit.record("withholding-joined", subject(id), "");
    facts.contact().ifPresent(person -> tests.did(step, List.of(person), facts.since()));
    return new Written.Yes(id);
  }

  /** Changes what is written down about a unit, if nobody did since {@code version}. */
  public Written change(Withholding row, long version, Facts facts) {
    if (strikes.hold(row.step()).isEmpty()) {
      return new Written.Over();
    }
    var others = units(row.step()).stream()
        .filter(other -> !other.id().equals(row.id()))
        .filter(other -> other.unit().equals(row.unit()) || other.label().equals(row.label()))
        .toList();
    var left = lastLeft(others).filter(facts.since()::isBefore);
    if (left.isPresent()) {
      return new Written.Twice(left.get());
    }
    var written = write(row, version, "withholding-changed", bound(row.id(), facts, jdbc.sql("""
        update strike.withholding set person_id = :person::uuid, since = :since, monthly = :monthly, held = :held,
          version = version + 1, changed_by = :by, changed_at = :now
        where local_id = :local and id = :id and version = :version and left_on is null""")));
    if (written instanceof Written.Yes
        && !(row.contact().equals(facts.contact()) && row.since().equals(facts.since()))) {
      Stream.of(row.contact(), facts.contact())
          .flatMap(Optional::stream)
          .distinct()
          .forEach(person -> follow(row.step(), person));
    }
    return written;
  }

  /** The rung is done by whoever the book names, from the first day it names them; by nobody it named by mistake. */
  private void follow(UUID step, UUID person) {
    var since = units(step).stream()
        .filter(row -> row.contact().filter(person::equals).isPresent())
        .map(Withholding::since)
        .min(LocalDate::compareTo);
    tests.didNot(step, List.of(person));
    since.ifPresent(day -> tests.did(step, List.of(person), day));
  }

  /** Deletes every row of a strike, and that the rung was done by whomever they name. */
  void forget(UUID step) {
    tests.didNot(step, units(step).stream().flatMap(row -> row.contact().stream()).distinct().toList());
    jdbc.sql("delete from strike.withholding where local_id = ? and step_id = ?").params(local(), step).update();
  }

  /** The day on which a unit that withheld before left last. */
  public Optional<LocalDate> lastLeft(UUID step, UUID unit, String label) {
    return lastLeft(units(step).stream().filter(row -> row.unit().equals(unit) || row.label().equals(label)).toList());
  }

  private static Optional<LocalDate> lastLeft(List<Withholding> rows) {
    return rows.stream().flatMap(row -> row.left().stream()).map(Withholding.Left::on).max(LocalDate::compareTo);
  }

  /** A unit leaves the strike; what it withheld until then stays written down. */
  public Written leave(Withholding row, long version, Withholding.Left left) {
    return write(row, version, "withholding-left", jdbc.sql("""
        update strike.withholding set left_on = :on, left_because = :because, version = version + 1, changed_by = :by,
          changed_at = :now
        where local_id = :local and id = :id and version = :version and left_on is null""")
        .param("on", Date.valueOf(left.on()))
        .param("because", left.because().key())
        .param("by", Callers.actor().person())
        .param("now", now())
        .param("local", local())
        .param("id", row.id()));
  }

  private Written write(Withholding row, long version, String said, JdbcClient.StatementSpec update) {
    if (strikes.hold(row.step()).isEmpty()) {
      return new Written.Over();
    }
    if (update.param("version", version).update() == 0) {
      return new Written.Changed(byId(row.id()).orElseThrow());
    }
    audit.record(said, subject(row.id()), "");
    return new Written.Yes(row.id());
  }

  /** Which of the units that withhold signed the agreement; false if the strike is over. */
  public boolean signed(UUID step, Set<UUID> signed) {
    if (strikes.hold(step).isEmpty()) {
      return false;
    }
    units(step).stream()
        .filter(row -> row.withholds() && row.signed() != signed.contains(row.id()))
        .forEach(row -> jdbc.sql("""
            update strike.withholding set signed = ?, version = version + 1, changed_by = ?, changed_at = ?
            where local_id = ? and id = ?""")
            .params(!row.signed(), Callers.actor().person(), now(), local(), row.id())
            .update());
    return true;
  }

  /** Every unit of a strike with what it has withheld by a day, those that left too, by what they are called. */
  public List<RentLine> lines(Strike strike, LocalDate today) {
    var rent = strike.rent();
    if (rent.isEmpty()) {
      return List.of();
    }
    var paid = paid(strike.step(), rent.get().currency());
    return units(strike.step()).stream()
        .map(unit -> new RentLine(unit, unit.months(rent.get().due(), today, strike.ended()),
            new Money(paid.getOrDefault(unit.id(), 0L), rent.get().currency())))
        .toList();
  }

  private Map<UUID, Long> paid(UUID step, Currency currency) {
    var paid = new HashMap<UUID, Long>();
    jdbc.sql(PAID).params(local(), step).query(rs -> {
      UUID id = rs.getObject(1, UUID.class);
      long minor = seals.money("happening", "amount", id, rs.getBytes(3), currency).minor();
      paid.merge(rs.getObject(2, UUID.class), minor, Math::addExact);
    });
    return paid;
  }

  List<Withholding> units(UUID step) { return jdbc.sql(OF_STRIKE).params(local(), step).query(this::read).list(); }

  /** One row of the book. */
  public Optional<Withholding> byId(UUID id) {
    return jdbc.sql(SELECT + " and w.id = ?").params(local(), id).query(this::read).optional();
  }

  static SubjectRef subject(UUID row) { return new SubjectRef("withholding", row); }

  private JdbcClient.StatementSpec bound(UUID id, Facts facts, JdbcClient.StatementSpec statement) {
    return statement.param("local", local())
        .param("id", id)
        .param("person", facts.contact().orElse(null))
        .param("since", Date.valueOf(facts.since()))
        .param("monthly", seals.seal("withholding", "monthly", id, facts.monthly()))
        .param("held", facts.held().key())
        .param("by", Callers.actor().person())
        .param("now", now());
  }

  private Withholding read(ResultSet rs, int number) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    var because = Optional.ofNullable(rs.getString("left_because")).flatMap(Withholding.Because::known);
    var left = Strikes.day(rs.getDate("left_on")).flatMap(on -> because.map(why -> new Withholding.Left(on, why)));
    return new Withholding(id, rs.getObject("step_id", UUID.class), rs.getObject("unit_id", UUID.class),
        rs.getString("label"), Optional.ofNullable(rs.getObject("person_id", UUID.class)),
        rs.getDate("since").toLocalDate(),
        seals.money("withholding", "monthly", id, rs.getBytes("monthly"),
            Currency.getInstance(rs.getString("currency"))),
        Withholding.Held.known(rs.getString("held")).orElseThrow(), left, rs.getBoolean("signed"),
        rs.getLong("version"));
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
