// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.Site;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rungs of a campaign in full: what each needs, and the way from one to the next. A rung without what it needs is
 * begun only with a reason that is kept. Runs inside the caller's transaction.
 */
public final class Ladder {
  /** At most this many people see to one rung. */
  public static final int MOST_OWNERS = 10;
  private static final String SELECT = """
      select id, campaign_id, what, threshold, state, planned_on, told, legal, legal_by, legal_on, each_part, prepared,
        decision_needed, decided, decided_on, override, ended_anyway, begun_at, begun_by, kind, version
      from campaign.step where local_id = ? and campaign_id = ?""";
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Locals locals;
  private final Seals seals;
  private final StrengthTests tests;
  private final RowImages images;
  private final Audit audit;

  Ladder(JdbcClient jdbc, Clock clock, Locals locals, Seals seals, StrengthTests tests, RowImages images, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.locals = locals;
    this.seals = seals;
    this.tests = tests;
    this.images = images;
    this.audit = audit;
  }

  /** What can be changed of a rung beside its text and number, which are the plan's. */
  public record Details(StepKind kind, Optional<LocalDate> plannedOn, List<UUID> owners, String told, String legal,
      Rung.Needs needs,
      Optional<Rung.Decided> decided) {
    public Details { owners = List.copyOf(owners); }
  }

  /** The rungs of a campaign from the lowest. */
  public List<Rung> of(UUID campaign) {
    return jdbc.sql(SELECT + " order by position, id").params(local(), campaign).query((rs, i) -> row(rs)).list();
  }

  /** What was begun or reached of these campaigns, from the lowest rung; one of which nothing was is left out. */
  public Map<UUID, List<Campaign.Step>> begun(Collection<UUID> campaigns) {
    var begun = new HashMap<UUID, List<Campaign.Step>>();
    jdbc.sql("""
        select id, campaign_id, what, threshold, state from campaign.step
        where local_id = ? and campaign_id in (select unnest(?::uuid[])) and (begun_at is not null or state <> 'locked')
        order by position, id""")
        .params(local(), campaigns.toArray(UUID[]::new))
        .query(rs -> {
          begun.computeIfAbsent(rs.getObject("campaign_id", UUID.class), _ -> new ArrayList<>()).add(step(rs));
        });
    return begun;
  }

  /** What these rungs are, in the words of their plans. */
  public Map<UUID, String> texts(Collection<UUID> steps) {
    var texts = new HashMap<UUID, String>();
    jdbc.sql("select id, what from campaign.step where local_id = ? and id in (select unnest(?::uuid[]))")
        .params(local(), steps.toArray(UUID[]::new))
        .query(rs -> {
          UUID id = rs.getObject(1, UUID.class);
          texts.put(id, seals.open("step", "what", id, rs.getBytes(2)));
        });
    return texts;
  }

  /** One rung of a campaign. */
  public Optional<Rung> rung(UUID campaign, UUID step) {
    return of(campaign).stream().filter(rung -> rung.step().id().equals(step)).findFirst();
  }

  /** Saves the details of a rung; false, and nothing changed, if somebody changed it since {@code version}. */
  public boolean save(UUID step, long version, Details details) {
    UUID by = Callers.actor().person();
    lock(step);
    UUID set = images.open("step-details");
    images.keep(set, RowImages.Table.STEP, step);
    var needs = details.needs();
    int saved = jdbc.sql("""
        update campaign.step set kind = :kind, planned_on = :planned::date, told = :told::bytea,
          legal_by = case when :legalText = '' then null when legal is null or :legalChanged then :by else legal_by end,
          legal_on = case when :legalText = '' then null when legal is null or :legalChanged then :today::date else legal_on end,
          legal = :legal::bytea, each_part = :eachPart::smallint, prepared = :prepared::smallint, decision_needed = :decision,
          decided = :decided::bytea, decided_on = :decidedOn::date, version = version + 1, changed_by = :by,
          changed_at = :now
        where local_id = :local and id = :id and version = :version""")
        .param("kind", details.kind().key())
        .param("planned", details.plannedOn().map(Date::valueOf).orElse(null))
        .param("told", seals.seal("step", "told", step, Optional.of(details.told()).filter(t -> !t.isEmpty())))
        .param("legalText", details.legal())
        .param("legalChanged", !details.legal().equals(legalNow(step)))
        .param("legal", seals.seal("step", "legal", step, Optional.of(details.legal()).filter(t -> !t.isEmpty())))
        .param("eachPart", needs.eachPart().isPresent() ? needs.eachPart().getAsInt() : null)
        .param("prepared", needs.prepared().isPresent() ? needs.prepared().getAsInt() : null)
        .param("decision", needs.decision())
        .param("decided", seals.seal("step", "decided", step, details.decided().map(Rung.Decided::how)))
        .param("decidedOn", details.decided().map(Rung.Decided::on).map(Date::valueOf).orElse(null))
        .param("today", Date.valueOf(LocalDate.now(clock.withZone(locals.profile().zone()))))
        .param("by", by)
        .param("now", now())
        .param("local", local())
        .param("id", step)
        .param("version", version)
        .update();
    if (saved == 0) {
      return false;
    }
    own(step, details.owners());
    audit.record("step-details", new SubjectRef("step", step), "");
    return true;
  }

  private String legalNow(UUID step) {
    return jdbc.sql("select legal from campaign.step where local_id = ? and id = ? and legal is not null")
        .params(local(), step)
        .query((rs, i) -> seals.open("step", "legal", step, rs.getBytes(1)))
        .optional()
        .orElse("");
  }

  private void own(UUID step, List<UUID> owners) {
    jdbc.sql("delete from campaign.step_owner where local_id = ? and step_id = ?").params(local(), step).update();
    owners.stream()
        .distinct()
        .limit(MOST_OWNERS)
        .forEach(person -> jdbc
            .sql("insert into campaign.step_owner (local_id, step_id, person_id) values (?, ?, ?)")
            .params(local(), step, person)
            .update());
  }

  /** What came of going on to the next rung. */
  public sealed interface WentOn {
    /** The next rung is to be done now, or the last one is done. */
    record Yes(Optional<UUID> next) implements WentOn {}

    /** Something is missing, and no reason was given. */
    record Missing(List<Rung.Missing> what) implements WentOn {
      public Missing { what = List.copyOf(what); }
    }

    /** The rung is not the one that is to be done now; somebody else went on. */
    record NotNow() implements WentOn {}
  }

  /**
   * Ends the rung that is to be done now and begins the next.
   *
   * @param site the chart over which the test counts, absent for a campaign without one: then no number can be shown,
   *     and a number asked is missing
   * @param reason why, although something is missing; kept with the next rung, with the last one where there is none
   */
  public WentOn goOn(UUID campaign, UUID step, Optional<Site> site, Optional<String> reason) {
    lockCampaign(campaign);
    var rungs = of(campaign);
    var now = rungs.stream().filter(rung -> rung.step().state() == Campaign.StepState.NOW).findFirst();
    if (now.isEmpty() || !now.get().step().id().equals(step)) {
      return new WentOn.NotNow();
    }
    var next = rungs.stream().filter(rung -> rung.step().state() == Campaign.StepState.LOCKED).findFirst();
    var missing = missing(now.get(), next, site.map(at -> tests.result(at, step)));
    if (!missing.isEmpty() && reason.isEmpty()) {
      return new WentOn.Missing(missing);
    }
    UUID set = images.open("step-gone-on");
    state(set, step, Campaign.StepState.DONE);
    var why = missing.isEmpty() ? Optional.<String>empty() : reason;
    next.ifPresentOrElse(rung -> begin(set, rung.step().id(), why), () -> ended(step, why));
    audit.record(missing.isEmpty() ? "step-gone-on" : "step-overridden", new SubjectRef("step", step), "");
    return new WentOn.Yes(next.map(rung -> rung.step().id()));
  }

  /**
   * What does not hold yet before the rung after {@code now} can begin.
   *
   * @param result what the test of {@code now} comes to, absent where there is no chart to count over
   */
  public List<Rung.Missing> missing(Rung now, Optional<Rung> next, Optional<TestResult> result) {
    var missing = new ArrayList<Rung.Missing>();
    now.step().threshold().ifPresent(need -> {
      int have = result.map(TestResult::have).orElse(0);
      if (have < need) {
        missing.add(new Rung.Missing.Count(have, need));
      }
    });
    next.ifPresent(rung -> missing.addAll(missing(rung, result)));
    return missing;
  }

  private static List<Rung.Missing> missing(Rung next, Optional<TestResult> result) {
    var missing = new ArrayList<Rung.Missing>();
    next.needs().eachPart().ifPresent(percent -> {
      var weak = result.map(TestResult::parts)
          .orElseGet(List::of)
          .stream()
          .filter(part -> !part.reaches(percent))
          .map(TestResult.PartResult::part)
          .toList();
      if (result.isEmpty() || !weak.isEmpty()) {
        missing.add(new Rung.Missing.Parts(percent, weak));
      }
    });
    next.needs().prepared().ifPresent(percent -> {
      int of = result.map(TestResult::people).orElse(0);
      int have = result.map(TestResult::prepared).orElse(0);
      int need = Math.max(1, TestResult.least(percent, of));
      if (have < need) {
        missing.add(new Rung.Missing.Preparation(have, of, need));
      }
    });
    if (next.needs().decision() && next.decided().isEmpty()) {
      missing.add(new Rung.Missing.Decision());
    }
    return missing;
  }

  private void state(UUID set, UUID step, Campaign.StepState state) {
    images.keep(set, RowImages.Table.STEP, step);
    jdbc.sql("""
        update campaign.step set state = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ?""")
        .params(state.key(), Callers.actor().person(), now(), local(), step)
        .update();
  }

  /** The last rung has none after it that could keep why it was ended. */
  private void ended(UUID step, Optional<String> why) {
    jdbc.sql("update campaign.step set ended_anyway = ?::bytea where local_id = ? and id = ?")
        .param(seals.seal("step", "ended_anyway", step, why))
        .params(local(), step)
        .update();
  }

  /** Begins a rung that a plan laid out anew puts first. */
  void begin(UUID step, Optional<String> reason) {
    begin(images.open("step-gone-on"), step, reason);
  }

  /** A rung that was begun before keeps how, unless there is a new reason: what was overridden stays to be read. */
  private void begin(UUID set, UUID step, Optional<String> reason) {
    images.keep(set, RowImages.Table.STEP, step);
    jdbc.sql("""
        update campaign.step set state = 'now',
          begun_at = case when :again and begun_at is not null then begun_at else :now end,
          begun_by = case when :again and begun_at is not null then begun_by else :by end,
          override = coalesce(:override::bytea, override), version = version + 1, changed_by = :by, changed_at = :now
        where local_id = :local and id = :id""")
        .param("again", reason.isEmpty())
        .param("now", now())
        .param("by", Callers.actor().person())
        .param("override", seals.seal("step", "override", step, reason))
        .param("local", local())
        .param("id", step)
        .update();
  }

  private void lockCampaign(UUID campaign) {
    jdbc.sql("select id from campaign.campaign where local_id = ? and id = ? for update")
        .params(local(), campaign)
        .query(UUID.class)
        .single();
  }

  private void lock(UUID step) {
    jdbc.sql("select id from campaign.step where local_id = ? and id = ? for update")
        .params(local(), step)
        .query(UUID.class)
        .single();
  }

  private Rung row(ResultSet rs) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    var step = step(rs);
    var needs = new Rung.Needs(number(rs.getInt("each_part")), number(rs.getInt("prepared")),
        rs.getBoolean("decision_needed"));
    return new Rung(rs.getObject("campaign_id", UUID.class), step,
        StepKind.known(rs.getString("kind")).orElse(StepKind.OTHER), day(rs.getDate("planned_on")), owners(id),
        seals.openIfAny("step", "told", id, rs.getBytes("told")).orElse(""), legal(id, rs), needs,
        seals.openIfAny("step", "decided", id, rs.getBytes("decided")).flatMap(how -> decided(rs, how)), begun(id, rs),
        seals.openIfAny("step", "ended_anyway", id, rs.getBytes("ended_anyway")), rs.getLong("version"));
  }

  private Campaign.Step step(ResultSet rs) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new Campaign.Step(id, seals.open("step", "what", id, rs.getBytes("what")), number(rs.getInt("threshold")),
        Campaign.StepState.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)));
  }

  private static Optional<Rung.Decided> decided(ResultSet rs, String how) {
    try {
      return day(rs.getDate("decided_on")).map(on -> new Rung.Decided(how, on));
    } catch (SQLException e) {
      throw new IllegalStateException("a decision's day could not be read", e);
    }
  }

  private Optional<Rung.Legal> legal(UUID id, ResultSet rs) throws SQLException {
    byte[] note = rs.getBytes("legal");
    return note == null
        ? Optional.empty()
        : Optional.of(new Rung.Legal(seals.open("step", "legal", id, note), rs.getObject("legal_by", UUID.class),
            rs.getDate("legal_on").toLocalDate()));
  }

  private Optional<Rung.Begun> begun(UUID id, ResultSet rs) throws SQLException {
    Timestamp at = rs.getTimestamp("begun_at");
    return at == null
        ? Optional.empty()
        : Optional.of(new Rung.Begun(at.toInstant(), rs.getObject("begun_by", UUID.class),
            seals.openIfAny("step", "override", id, rs.getBytes("override"))));
  }

  private List<UUID> owners(UUID step) {
    return jdbc.sql("select person_id from campaign.step_owner where local_id = ? and step_id = ? order by person_id")
        .params(local(), step)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  private static OptionalInt number(int stored) { return stored == 0 ? OptionalInt.empty() : OptionalInt.of(stored); }

  private static Optional<LocalDate> day(@org.jspecify.annotations.Nullable Date stored) {
    return Optional.ofNullable(stored).map(Date::toLocalDate);
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
