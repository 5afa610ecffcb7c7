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
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The strikes of the current local, from their first day to their end. Whoever writes in the books of a strike holds it
 * first, so that nothing is written after its end. Runs inside the caller's transaction.
 */
public final class Strikes {
  private static final String SELECT = """
      select step_id, campaign_id, kind, begun_on, due_day, currency, agreement, agreed_on, paid_minor, kept_minor,
        ended_on, forgotten_on, homes, withheld_minor, people, days, version
      from strike.strike where local_id = ?""";
  static final String KEPT = SELECT + " and forgotten_on is null order by step_id desc";
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Seals seals;
  private final Audit audit;

  Strikes(JdbcClient jdbc, Clock clock, Seals seals, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.seals = seals;
    this.audit = audit;
  }

  /** What came of beginning a strike. */
  public sealed interface Begun {
    /** It is on. */
    record Yes() implements Begun {}

    /** The rung is not the one to be done now: what it needs does not hold yet, or it is over. */
    record NotNow() implements Begun {}

    /** No decision of the members is written down with the rung. */
    record NotDecided() implements Begun {}
  }

  /**
   * Begins a strike on the rung that is to be done now and that the members decided. Begun twice, it is begun once.
   *
   * @param rent when rent is due; absent for a strike of work or study
   */
  public Begun begin(Rung rung, LocalDate on, Optional<Strike.Kind.Rent> rent) {
    if (rung.step().state() != Campaign.StepState.NOW) {
      return new Begun.NotNow();
    }
    if (rung.decided().isEmpty()) {
      return new Begun.NotDecided();
    }
    UUID step = rung.step().id();
    int begun = jdbc.sql("""
        insert into strike.strike (local_id, step_id, campaign_id, kind, begun_on, due_day, currency, changed_by,
          changed_at) values (:local, :step, :campaign, :kind, :on, :due::smallint, :currency, :by, :now)
        on conflict (local_id, step_id) do nothing""")
        .param("local", local())
        .param("step", step)
        .param("campaign", rung.campaign())
        .param("kind", (rent.isPresent() ? StepKind.RENT_STRIKE : StepKind.STRIKE).key())
        .param("on", Date.valueOf(on))
        .param("due", rent.map(r -> r.due().dayOfMonth()).orElse(null))
        .param("currency", rent.map(r -> r.currency().getCurrencyCode()).orElse(null))
        .param("by", Callers.actor().person())
        .param("now", now())
        .update();
    if (begun == 1) {
      audit.record("strike-begun", subject(step), "");
    }
    return new Begun.Yes();
  }

  /** The strike of a rung, if it has begun. */
  public Optional<Strike> of(UUID step) {
    return jdbc.sql(SELECT + " and step_id = ?").params(local(), step).query(this::read).optional();
  }

  /** Every strike whose books are still kept, the latest first. */
  public List<Strike> kept() {
    return jdbc.sql(KEPT).param(local()).query(this::read).list();
  }

  /** Those of them that go on. */
  public List<Strike> goingOn() {
    return kept().stream().filter(Strike::goesOn).toList();
  }

  boolean none() {
    return !jdbc.sql("select exists (select 1 from strike.strike where local_id = ? and forgotten_on is null)")
        .param(local())
        .query(Boolean.class)
        .single();
  }

  /** The strike of a rung, which nobody ends or changes before this transaction ends; empty unless it goes on. */
  Optional<Strike> hold(UUID step) {
    return jdbc.sql(SELECT + " and step_id = ? for update")
        .params(local(), step)
        .query(this::read)
        .optional()
        .filter(Strike::goesOn);
  }

  /** Writes down what was agreed; false, and nothing changed, if somebody changed the strike since or it is over. */
  public boolean agree(UUID step, long version, Strike.Agreement agreement) {
    boolean agreed = jdbc.sql("""
        update strike.strike set agreement = ?, agreed_on = ?, paid_minor = ?::bigint, kept_minor = ?::bigint,
          version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and step_id = ? and version = ? and ended_on is null and forgotten_on is null""")
        .params(seals.seal("strike", "agreement", step, agreement.text()), Date.valueOf(agreement.on()))
        .param(agreement.paid().map(Money::minor).orElse(null))
        .param(agreement.kept().map(Money::minor).orElse(null))
        .params(Callers.actor().person(), now(), local(), step, version)
        .update() == 1;
    if (agreed) {
      audit.record("strike-agreed", subject(step), "");
    }
    return agreed;
  }

  /** Ends a strike on a day, which is the first without it; its books stay as they are. False if it has ended. */
  public boolean end(UUID step, LocalDate on) {
    boolean ended = hold(step).isPresent() && jdbc.sql("""
        update strike.strike set ended_on = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and step_id = ?""")
        .params(Date.valueOf(on), Callers.actor().person(), now(), local(), step)
        .update() == 1;
    if (ended) {
      audit.record("strike-ended", subject(step), "");
    }
    return ended;
  }

  static SubjectRef subject(UUID step) { return new SubjectRef("strike", step); }

  private Strike read(ResultSet rs, int row) throws SQLException {
    UUID step = rs.getObject("step_id", UUID.class);
    Optional<Currency> currency = Optional.ofNullable(rs.getString("currency")).map(Currency::getInstance);
    int due = rs.getInt("due_day");
    Strike.Kind kind = currency.<Strike.Kind>map(c -> new Strike.Kind.Rent(new DueDays(due), c))
        .orElseGet(Strike.Kind.Work::new);
    var agreed = day(rs.getDate("agreed_on"));
    String text = seals.openIfAny("strike", "agreement", step, rs.getBytes("agreement"));
    var paid = money(rs, "paid_minor", currency);
    var kept = money(rs, "kept_minor", currency);
    var stays = day(rs.getDate("forgotten_on"));
    var totals = new Strike.Stays(stays.orElse(LocalDate.EPOCH), number(rs, "homes"),
        money(rs, "withheld_minor", currency), number(rs, "people"), number(rs, "days"));
    return new Strike(step, rs.getObject("campaign_id", UUID.class), kind, rs.getDate("begun_on").toLocalDate(),
        agreed.map(on -> new Strike.Agreement(text, on, paid, kept)), day(rs.getDate("ended_on")),
        stays.map(_ -> totals), rs.getLong("version"));
  }

  private static Optional<Money> money(ResultSet rs, String column, Optional<Currency> currency) throws SQLException {
    long minor = rs.getLong(column);
    return rs.wasNull() ? Optional.empty() : currency.map(c -> new Money(minor, c));
  }

  private static OptionalInt number(ResultSet rs, String column) throws SQLException {
    int stored = rs.getInt(column);
    return rs.wasNull() ? OptionalInt.empty() : OptionalInt.of(stored);
  }

  static Optional<LocalDate> day(@Nullable Date stored) { return Optional.ofNullable(stored).map(Date::toLocalDate); }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
