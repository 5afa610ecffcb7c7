// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The record of what demands came to, in fights that have ended and in those that go on for others, the losses too, and whether what was promised is kept. Runs inside the
 * caller's transaction.
 */
public final class Wins {
  /** Somebody looks whether a promise is kept after so many days, unless another day was said. */
  public static final int LOOK_AFTER_DAYS = 90;
  private static final String FROM = """
      from campaign.demand d
      join campaign.campaign c on c.local_id = d.local_id and c.id = d.campaign_id and c.state <> 'draft'
      left join campaign.promise p on p.local_id = d.local_id and p.id = d.id
      where d.local_id = :local and d.outcome is not null
      """;
  private static final String ENDED = """
      select d.id, d.campaign_id, d.what, d.outcome, d.value_minor, d.currency, c.title, c.target_id,
        coalesce(d.settled_at, c.closed_at)::date,
        p.settlement, p.each_minor, p.currency, p.look_on, p.state, p.seen, p.looked_on, p.version, c.site_id
      """ + FROM;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Seals seals;
  private final Targets targets;
  private final Locals locals;
  private final Audit audit;

  Wins(JdbcClient jdbc, Clock clock, Seals seals, Targets targets, Locals locals, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.seals = seals;
    this.targets = targets;
    this.locals = locals;
    this.audit = audit;
  }

  /** Whether a promise is kept. */
  public enum Kept {
    /** Nobody has looked yet. */
    OPEN, KEPT, BROKEN;

    /** As stored, and as the end of a message key. */
    public String key() { return name().toLowerCase(Locale.ROOT); }
  }

  /**
   * What was promised.
   *
   * @param settlement the words of it
   * @param each the money for each person
   * @param lookOn when somebody looks whether it is kept
   * @param seen what was seen then
   * @param version 0 while nothing was written down
   */
  public record Promise(Optional<String> settlement, Optional<Money> each, LocalDate lookOn, Kept kept,
      Optional<String> seen, Optional<LocalDate> lookedOn, long version) {}

  /**
   * One demand that is settled.
   *
   * @param targetKind absent where the target was deleted
   * @param promise what was promised, for a demand that was won at least partly
   */
  public record Ended(UUID demand, UUID campaign, String title, String what, Campaign.Outcome outcome,
      Optional<TargetKind> targetKind, LocalDate endedOn, Optional<Promise> promise, Optional<UUID> site) {
    /** Whether it is kept, for what was won at least partly; nobody has looked where nothing was written down. */
    public Optional<Kept> kept() {
      return outcome.result().won() ? Optional.of(promise.map(Promise::kept).orElse(Kept.OPEN)) : Optional.empty();
    }
  }

  /** The demands that are settled, against targets of a kind or all, the latest first. */
  public List<Ended> ended(Optional<TargetKind> against) {
    var kinds = new java.util.HashMap<UUID, TargetKind>();
    targets.all().forEach(target -> kinds.put(target.id(), target.kind()));
    return jdbc
        .sql(ENDED + " order by coalesce(d.settled_at, c.closed_at) desc, d.position, d.id limit 2000")
        .param("local", local())
        .query((rs, i) -> row(rs, Optional.ofNullable(kinds.get(rs.getObject(8, UUID.class)))))
        .list()
        .stream()
        .filter(ended -> against.isEmpty() || against.equals(ended.targetKind()))
        .toList();
  }

  /** The demands of one fight that were won at least partly. */
  public List<Ended> won(UUID campaign) {
    return jdbc
        .sql(ENDED + " and d.campaign_id = :campaign and d.outcome in ('won', 'partly-won') order by d.position, d.id")
        .param("local", local())
        .param("campaign", campaign)
        .query((rs, i) -> row(rs, Optional.empty()))
        .list();
  }

  /** Sums of money that was won, one for each currency. */
  public static List<Money> sums(List<Ended> ended) {
    var sums = new java.util.TreeMap<String, Money>();
    for (var one : ended) {
      one.outcome().value().ifPresent(money -> sums.merge(money.currency().getCurrencyCode(), money, Wins::sum));
    }
    return new ArrayList<>(sums.values());
  }

  private static Money sum(Money a, Money b) { return new Money(Math.addExact(a.minor(), b.minor()), a.currency()); }

  /** What is written down of a promise. */
  public record Said(Optional<String> settlement, Optional<Money> each, LocalDate lookOn, Kept kept,
      Optional<String> seen) {}

  /**
   * Writes down what was promised, and whether it is kept.
   *
   * @return false, and nothing changed, if the demand was not won or somebody changed it since {@code version}
   */
  public boolean promise(UUID demand, long version, Said said) {
    var won = jdbc.sql("""
        select d.campaign_id from campaign.demand d where d.local_id = ? and d.id = ? and d.outcome in ('won', 'partly-won')
        for update""").params(local(), demand).query(UUID.class).optional();
    long now = jdbc.sql("select version from campaign.promise where local_id = ? and id = ?")
        .params(local(), demand)
        .query(Long.class)
        .optional()
        .orElse(0L);
    if (won.isEmpty() || now != version) {
      return false;
    }
    boolean looked = said.kept() != Kept.OPEN;
    jdbc.sql("""
        insert into campaign.promise (local_id, id, campaign_id, settlement, each_minor, currency, look_on, state, seen,
          looked_on, looked_by, changed_by, changed_at)
        values (:local, :id, :campaign, :settlement::bytea, :each::bigint, :currency, :look, :state, :seen::bytea,
          :looked::date, :lookedBy::uuid, :by, :now)
        on conflict (local_id, id) do update set settlement = excluded.settlement, each_minor = excluded.each_minor,
          currency = excluded.currency, look_on = excluded.look_on, state = excluded.state, seen = excluded.seen,
          looked_on = excluded.looked_on, looked_by = excluded.looked_by, version = campaign.promise.version + 1,
          changed_by = excluded.changed_by, changed_at = excluded.changed_at
        where campaign.promise.local_id = excluded.local_id""")
        .param("local", local())
        .param("id", demand)
        .param("campaign", won.get())
        .param("settlement", seals.seal("promise", "settlement", demand, said.settlement()))
        .param("each", said.each().map(Money::minor).orElse(null))
        .param("currency", said.each().map(money -> money.currency().getCurrencyCode()).orElse(null))
        .param("look", Date.valueOf(said.lookOn()))
        .param("state", said.kept().key())
        .param("seen", seals.seal("promise", "seen", demand, said.seen()))
        .param("looked", looked ? Date.valueOf(today()) : null)
        .param("lookedBy", looked ? Callers.actor().person() : null)
        .param("by", Callers.actor().person())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record("promise-" + said.kept().key(), new SubjectRef("demand", demand), "");
    return true;
  }

  /**
   * The promise at which somebody has to look by now, the oldest of a fight at such a site: nobody looked yet, or a day was
   * said on which to look again.
   */
  public Optional<Ended> toLook(Predicate<Optional<UUID>> ofSite) {
    LocalDate today = today();
    return jdbc.sql("select d.id, c.site_id " + FROM + """
         and d.outcome in ('won', 'partly-won')
          and (p.look_on <= :today and (p.state = 'open' or p.looked_on < p.look_on)
            or p.id is null and coalesce(d.settled_at, c.closed_at) < :long)
        order by coalesce(d.settled_at, c.closed_at), d.id""")
        .param("local", local())
        .param("today", Date.valueOf(today))
        .param("long",
            Timestamp.from(today.minusDays(LOOK_AFTER_DAYS - 1L).atStartOfDay(locals.profile().zone()).toInstant()))
        .query((rs, i) -> new Due(rs.getObject(1, UUID.class), Optional.ofNullable(rs.getObject(2, UUID.class))))
        .list()
        .stream()
        .filter(due -> ofSite.test(due.site()))
        .findFirst()
        .map(due -> jdbc.sql(ENDED + " and d.id = :demand")
            .param("local", local())
            .param("demand", due.demand())
            .query((rs, i) -> row(rs, Optional.empty()))
            .single());
  }

  private record Due(UUID demand, Optional<UUID> site) {}

  /** What a fight taught, if somebody wrote it down. */
  public Optional<String> debrief(UUID campaign) {
    return jdbc.sql("select debrief from campaign.campaign where local_id = ? and id = ? and debrief is not null")
        .params(local(), campaign)
        .query((rs, i) -> seals.open("campaign", "debrief", campaign, rs.getBytes(1)))
        .optional();
  }

  /** The kind of harm that a fight was about, as said with what it taught, or as it began. */
  public Optional<GrievanceKind> about(UUID campaign) {
    return jdbc.sql("""
        select coalesce(debrief_about, cause_kind) from campaign.campaign where local_id = ? and id = ?
          and coalesce(debrief_about, cause_kind) is not null""")
        .params(local(), campaign)
        .query(String.class)
        .optional()
        .flatMap(GrievanceKind::known);
  }

  /** Writes down what a fight taught and what it was about; the empty text takes it away. */
  public void debrief(UUID campaign, String text, Optional<GrievanceKind> about) {
    jdbc.sql("""
        update campaign.campaign set debrief = ?::bytea, debrief_about = ?, version = version + 1
        where local_id = ? and id = ?""")
        .param(seals.seal("campaign", "debrief", campaign, Optional.of(text).filter(t -> !t.isEmpty())))
        .param(about.map(GrievanceKind::key).orElse(null))
        .params(local(), campaign)
        .update();
    audit.record("campaign-debriefed", new SubjectRef("campaign", campaign), "");
  }

  private Ended row(ResultSet rs, Optional<TargetKind> targetKind) throws SQLException {
    UUID demand = rs.getObject(1, UUID.class);
    UUID campaign = rs.getObject(2, UUID.class);
    var result = Campaign.Result.of(rs.getString(4));
    return new Ended(demand, campaign, seals.open("campaign", "title", campaign, rs.getBytes(7)),
        seals.open("demand", "what", demand, rs.getBytes(3)),
        new Campaign.Outcome(result, money(rs.getLong(5), rs.getString(6))), targetKind, rs.getDate(9).toLocalDate(),
        result.won() ? promise(demand, rs) : Optional.empty(), Optional.ofNullable(rs.getObject(18, UUID.class)));
  }

  private Optional<Promise> promise(UUID demand, ResultSet rs) throws SQLException {
    Date look = rs.getDate(13);
    return look == null
        ? Optional.empty()
        : Optional.of(new Promise(seals.openIfAny("promise", "settlement", demand, rs.getBytes(10)),
            money(rs.getLong(11), rs.getString(12)), look.toLocalDate(),
            Kept.valueOf(rs.getString(14).toUpperCase(Locale.ROOT)),
            seals.openIfAny("promise", "seen", demand, rs.getBytes(15)),
            Optional.ofNullable(rs.getDate(16)).map(Date::toLocalDate), rs.getLong(17)));
  }

  private static Optional<Money> money(long minor, @Nullable String currency) {
    return Optional.ofNullable(currency).map(code -> new Money(minor, Currency.getInstance(code)));
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  private static UUID local() { return Tenancy.current().value(); }
}
