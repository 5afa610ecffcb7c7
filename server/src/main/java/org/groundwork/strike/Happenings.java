// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to the units of a rent strike: parts paid, repairs done, offers to one alone. Inside a transaction. */
public final class Happenings {
  static final String OF_UNIT = """
      select h.id, h.kind, h.on_day, h.what, h.amount, h.until_day, h.answer, h.crossed_on, h.crossed_by,
        h.instead_id, s.currency from strike.happening h
      join strike.withholding w on w.local_id = h.local_id and w.id = h.withholding_id
      join strike.strike s on s.local_id = w.local_id and s.step_id = w.step_id
      where h.local_id = ? and h.withholding_id = ? order by h.on_day desc, h.id desc""";
  static final String WAITING = """
      select h.id, h.kind, h.on_day, h.what, h.amount, h.until_day, h.answer, h.crossed_on, h.crossed_by,
        h.instead_id, s.currency, w.id unit_id, w.label from strike.withholding w
      join strike.happening h on h.local_id = w.local_id and h.withholding_id = w.id
      join strike.strike s on s.local_id = w.local_id and s.step_id = w.step_id
      where w.local_id = ? and w.step_id = ? and h.kind = 'offer' and h.answer = 'waiting' and h.crossed_on is null
      order by h.until_day nulls last, h.id""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final Strikes strikes;
  private final CrossingOut crossing;
  private final Audit audit;

  Happenings(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Strikes strikes, CrossingOut crossing,
      Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.strikes = strikes;
    this.crossing = crossing;
    this.audit = audit;
  }

  /**
   * Something as it is typed.
   *
   * @param what empty for a payment
   * @param until of an offer
   */
  public record New(Happening.Kind kind, LocalDate on, String what, Optional<Money> amount,
      Optional<LocalDate> until) {}

  /**
   * Writes down that something happened to a unit; false if the strike is over.
   *
   * @param instead what was written down wrong, whose answer goes over; false, and nothing written, if it does not stand
   */
  public boolean happened(Withholding unit, New told, Optional<UUID> instead) {
    if (strikes.hold(unit.step()).isEmpty()
        || instead.filter(wrong -> !crossing.out(unit, CrossingOut.Line.HAPPENING, wrong)).isPresent()) {
      return false;
    }
    UUID id = ids.next();
    jdbc.sql("""
        insert into strike.happening (local_id, id, withholding_id, kind, on_day, what, amount, until_day, answer,
          changed_by, changed_at)
        values (:local, :id, :unit, :kind, :on, :what::bytea, :amount::bytea, :until::date,
          case when :kind = 'offer' then coalesce((select w.answer from strike.happening w
            where w.local_id = :local and w.id = :instead::uuid), 'waiting') end, :by, :now)""")
        .param("local", local())
        .param("id", id)
        .param("unit", unit.id())
        .param("kind", told.kind().key())
        .param("on", Date.valueOf(told.on()))
        .param("what", seals.sealIfAny("happening", "what", id, told.what()))
        .param("amount", told.amount().map(money -> seals.seal("happening", "amount", id, money)).orElse(null))
        .param("until", told.until().map(Date::valueOf).orElse(null))
        .param("instead", instead.orElse(null))
        .param("by", Callers.actor().person())
        .param("now", now())
        .update();
    instead.ifPresent(wrong -> crossing.instead(CrossingOut.Line.HAPPENING, wrong, id));
    audit.record("withholding-happened", RentBook.subject(unit.id()), told.kind().key());
    return true;
  }

  /** What the household answered to an offer; false if the strike is over or there is no such offer. */
  public boolean answered(Withholding unit, UUID offer, Happening.Reply reply) {
    boolean answered = strikes.hold(unit.step()).isPresent() && jdbc.sql("""
        update strike.happening set answer = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and withholding_id = ? and kind = 'offer' and crossed_on is null""")
        .params(reply.key(), Callers.actor().person(), now(), local(), offer, unit.id())
        .update() == 1;
    if (answered) {
      audit.record("offer-answered", RentBook.subject(unit.id()), reply.key());
    }
    return answered;
  }

  /** An offer that one household has not answered. */
  public record Waiting(UUID unit, String label, Happening.Offer offer) {}

  /** The offers to the units of a strike that nobody answered, first the one whose last day comes first. */
  public List<Waiting> waiting(UUID step) {
    return jdbc.sql(WAITING)
        .params(local(), step)
        .query((rs, i) -> new Waiting(rs.getObject("unit_id", UUID.class), rs.getString("label"),
            (Happening.Offer) read(rs, i)))
        .list();
  }

  /** What happened to a unit, the latest first. */
  public List<Happening> to(UUID unit) {
    return jdbc.sql(OF_UNIT).params(local(), unit).query(this::read).list();
  }

  /** One thing that happened to a unit, if it stands. */
  public Optional<Happening> to(UUID unit, UUID happening) {
    return to(unit).stream().filter(one -> one.id().equals(happening) && one.crossed().isEmpty()).findFirst();
  }

  private Happening read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    LocalDate on = rs.getDate("on_day").toLocalDate();
    var currency = Currency.getInstance(rs.getString("currency"));
    String what = seals.openIfAny("happening", "what", id, rs.getBytes("what"));
    Optional<Money> amount = Optional.ofNullable(rs.getBytes("amount"))
        .map(sealed -> seals.money("happening", "amount", id, sealed, currency));
    return switch (Happening.Kind.known(rs.getString("kind")).orElseThrow()) {
      case PAYMENT -> new Happening.Payment(id, on, amount.orElseThrow(), Crossed.read(rs));
      case REPAIR -> new Happening.Repair(id, on, what, Crossed.read(rs));
      case OFFER -> new Happening.Offer(id, on, what, amount, Strikes.day(rs.getDate("until_day")),
          Happening.Reply.known(rs.getString("answer")).orElseThrow(), Crossed.read(rs));
    };
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
