// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The scales of a local. Runs inside the caller's transaction; the books must be open. */
public final class Plans {
  private static final String SELECT = """
      select id, name, period, asks, due_days, grace_days, is_default, how_to_pay, version from dues.plan where local_id = ?""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Audit audit;
  private final Clock clock;
  private final Choices choices;
  private final Seals seals;

  Plans(JdbcClient jdbc, Ids ids, Audit audit, Clock clock, Choices choices, Seals seals) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
    this.choices = choices;
    this.seals = seals;
  }

  /**
   * A scale as it is written down.
   *
   * @param name 1 … 80 characters
   * @param rates in their order; exactly one of kind {@link Rate.Amount} is the default
   */
  public record Draft(String name, Period period, Plan.Asks asks, int dueDays, int graceDays, String howToPay,
      List<Bracket> rates, List<Plan.Share> shares) {
    /** @throws IllegalArgumentException when it is no scale */
    public Draft {
      rates = List.copyOf(rates);
      shares = List.copyOf(shares);
      if (rates.isEmpty() || rates.size() > Plan.MOST_RATES
          || rates.stream().filter(Bracket::isDefault).count() != 1
          || rates.stream().anyMatch(each -> each.isDefault() && !(each.asked() instanceof Rate.Amount))) {
        throw new IllegalArgumentException("a scale of " + rates.size() + " rates");
      }
      if (shares.stream().mapToInt(Plan.Share::perMille).sum() > 1000
          || shares.stream().map(Plan.Share::fund).distinct().count() < shares.size()) {
        throw new IllegalArgumentException("shares of more than there is");
      }
    }
  }

  /** A rate as it is written down; {@code id} of one of this scale and of the same kind that is there. */
  public record Bracket(Optional<UUID> id, String name, Rate.Asked asked, boolean isDefault) {}

  /** What became of a scale that was written down. */
  public sealed interface Saved {
    /** It is in force. */
    record Yes(UUID plan) implements Saved {}

    /** Somebody changed it meanwhile, or ended it. */
    record ChangedMeanwhile() implements Saved {}
  }

  /** All scales in force, the one for whoever has not chosen first. */
  public List<Plan> open() {
    return withParts(jdbc.sql(SELECT + " and not ended order by not is_default, id")
        .param(Scope.local())
        .query(this::read)
        .list());
  }

  /** A scale, also one that ended; with the rates that are not retired. */
  public Optional<Plan> find(UUID plan) {
    return withParts(jdbc.sql(SELECT + " and id = ?").params(Scope.local(), plan).query(this::read).list()).stream()
        .findFirst();
  }

  /** For how long each scale charges at once, also those that ended. */
  public Map<UUID, Period> lengths() {
    Map<UUID, Period> lengths = new HashMap<>();
    jdbc.sql("select id, period from dues.plan where local_id = ?").param(Scope.local()).query(rs -> {
      lengths.put(rs.getObject(1, UUID.class), Period.known(rs.getString(2)).orElseThrow());
    });
    return lengths;
  }

  /** Begins a scale; the first is the one for whoever has not chosen. */
  public UUID begin(Draft draft) {
    UUID plan = ids.next();
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("dues.plan " + Scope.local())
        .query(rs -> {});
    boolean first = open().stream().noneMatch(Plan::isDefault);
    jdbc.sql("""
        insert into dues.plan (local_id, id, name, period, asks, due_days, grace_days, is_default,
          begun_on, how_to_pay, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bytea, ?::uuid, ?)""")
        .params(Scope.local(), plan, draft.name(), draft.period().key(), draft.asks().key(), draft.dueDays(),
            draft.graceDays(), first,
            Date.valueOf(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
        .param(seals.sealIfAny("plan", "how_to_pay", plan, draft.howToPay()))
        .param(Scope.author())
        .param(now())
        .update();
    parts(plan, draft);
    audit.record("dues-plan-begun", subject(plan), draft.period().key());
    return plan;
  }

  /** Changes a scale for what is charged from now on; its period stays. */
  public Saved change(UUID plan, long version, Draft draft) {
    int changed = jdbc.sql("""
        update dues.plan set name = ?, asks = ?, due_days = ?, grace_days = ?, how_to_pay = ?::bytea,
          version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and version = ? and not ended""")
        .params(draft.name(), draft.asks().key(), draft.dueDays(), draft.graceDays())
        .param(seals.sealIfAny("plan", "how_to_pay", plan, draft.howToPay()))
        .param(Scope.author())
        .params(now(), Scope.local(), plan, version)
        .update();
    if (changed == 0) {
      return new Saved.ChangedMeanwhile();
    }
    parts(plan, draft);
    audit.record("dues-plan-changed", subject(plan), "");
    return new Saved.Yes(plan);
  }

  /** Makes a scale the one for whoever has not chosen; false if it ended. */
  public boolean makeDefault(UUID plan) {
    if (open().stream().noneMatch(each -> each.id().equals(plan))) {
      return false;
    }
    jdbc.sql("""
        update dues.plan set is_default = false, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and is_default and id <> ?""")
        .param(Scope.author())
        .params(now(), Scope.local(), plan)
        .update();
    jdbc.sql("""
        update dues.plan set is_default = true, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and not is_default and not ended""")
        .param(Scope.author())
        .params(now(), Scope.local(), plan)
        .update();
    audit.record("dues-plan-changed", subject(plan), "default");
    return true;
  }

  /** Ends a scale: nobody is charged by it any more. False for the one that stands for whoever has not chosen. */
  public boolean end(UUID plan) {
    int ended = jdbc.sql("""
        update dues.plan set ended = true, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and not is_default and not ended""")
        .param(Scope.author())
        .params(now(), Scope.local(), plan)
        .update();
    if (ended > 0) {
      audit.record("dues-plan-ended", subject(plan), "");
    }
    return ended > 0;
  }

  private void parts(UUID plan, Draft draft) {
    Set<UUID> kept = draft.rates().stream().flatMap(each -> each.id().stream()).collect(Collectors.toSet());
    jdbc.sql("""
        update dues.rate set retired = true, is_default = false, version = version + 1, changed_by = ?::uuid,
          changed_at = ?
        where local_id = ? and plan_id = ? and not retired and id not in (select unnest(?::uuid[]))""")
        .param(Scope.author())
        .params(now(), Scope.local(), plan, kept.toArray(UUID[]::new))
        .update();
    jdbc.sql("update dues.rate set is_default = false where local_id = ? and plan_id = ? and is_default")
        .params(Scope.local(), plan)
        .update();
    for (int place = 1; place <= draft.rates().size(); place++) {
      rate(plan, place, draft.rates().get(place - 1));
    }
    jdbc.sql("delete from dues.plan_share where local_id = ? and plan_id = ?").params(Scope.local(), plan).update();
    for (Plan.Share share : draft.shares()) {
      jdbc.sql("""
          insert into dues.plan_share (local_id, plan_id, fund_id, per_mille, changed_by, changed_at)
          values (?, ?, ?, ?, ?::uuid, ?)""")
          .params(Scope.local(), plan, share.fund(), share.perMille())
          .param(Scope.author())
          .param(now())
          .update();
    }
    find(plan).ifPresent(choices::reckonAnew);
  }

  private void rate(UUID plan, int place, Bracket bracket) {
    int changed = jdbc.sql("""
        insert into dues.rate (local_id, id, plan_id, place, name, kind, amount, per_myriad, free_for, is_default,
          changed_by, changed_at)
        values (:local, :id, :plan, :place, :name, :kind, :amount::bigint, :part::integer, :free::text, :default,
          :by::uuid, :now)
        on conflict (local_id, id) do update set place = excluded.place, name = excluded.name, kind = excluded.kind,
          amount = excluded.amount, per_myriad = excluded.per_myriad, free_for = excluded.free_for,
          is_default = excluded.is_default, retired = false, version = dues.rate.version + 1,
          changed_by = excluded.changed_by, changed_at = excluded.changed_at
        where dues.rate.plan_id = excluded.plan_id and dues.rate.kind = excluded.kind""")
        .param("local", Scope.local())
        .param("id", bracket.id().orElseGet(ids::next))
        .param("plan", plan)
        .param("place", place)
        .param("name", bracket.name())
        .param("kind", kind(bracket.asked()))
        .param("amount", bracket.asked() instanceof Rate.Amount(long minor) ? minor : null)
        .param("part", bracket.asked() instanceof Rate.Percent(int part) ? part : null)
        .param("free", bracket.asked() instanceof Rate.Free(Rate.FreeFor why) ? why.key() : null)
        .param("default", bracket.isDefault())
        .param("by", Scope.author())
        .param("now", now())
        .update();
    if (changed == 0) {
      throw new IllegalArgumentException("a rate of another scale, or of another kind");
    }
  }

  private static String kind(Rate.Asked asked) {
    return switch (asked) {
      case Rate.Amount _ -> "amount";
      case Rate.Percent _ -> "percent";
      case Rate.Free _ -> "free";
    };
  }

  private List<Plan> withParts(List<Plan> plans) {
    UUID[] wanted = plans.stream().map(Plan::id).toArray(UUID[]::new);
    Map<UUID, List<Rate>> rates = new HashMap<>();
    jdbc.sql("""
        select id, plan_id, place, name, kind, amount, per_myriad, free_for, is_default from dues.rate
        where local_id = ? and not retired and plan_id in (select unnest(?::uuid[])) order by place""")
        .params(Scope.local(), wanted)
        .query((rs, i) -> rate(rs))
        .list()
        .forEach(each -> rates.computeIfAbsent(each.plan(), _ -> new ArrayList<>()).add(each));
    Map<UUID, List<Plan.Share>> shares = new HashMap<>();
    jdbc.sql("""
        select plan_id, fund_id, per_mille from dues.plan_share
        where local_id = ? and plan_id in (select unnest(?::uuid[])) order by fund_id""")
        .params(Scope.local(), wanted)
        .query(rs -> {
          shares.computeIfAbsent(rs.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(new Plan.Share(rs.getObject(2, UUID.class), rs.getInt(3)));
        });
    return plans.stream()
        .map(each -> new Plan(each.id(), each.name(), each.period(), each.asks(), each.dueDays(), each.graceDays(),
            each.isDefault(), each.howToPay(), rates.getOrDefault(each.id(), List.of()),
            shares.getOrDefault(each.id(), List.of()),
            each.version()))
        .toList();
  }

  private static Rate rate(ResultSet rs) throws SQLException {
    Rate.Asked asked = switch (rs.getString("kind")) {
      case "amount" -> new Rate.Amount(rs.getLong("amount"));
      case "percent" -> new Rate.Percent(rs.getInt("per_myriad"));
      default -> new Rate.Free(Rate.FreeFor.known(rs.getString("free_for")).orElseThrow());
    };
    return new Rate(rs.getObject("id", UUID.class), rs.getObject("plan_id", UUID.class), rs.getInt("place"),
        rs.getString("name"), asked, rs.getBoolean("is_default"));
  }

  private Plan read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new Plan(id, rs.getString("name"),
        Period.known(rs.getString("period")).orElseThrow(), Plan.Asks.known(rs.getString("asks")).orElseThrow(),
        rs.getInt("due_days"), rs.getInt("grace_days"), rs.getBoolean("is_default"),
        seals.openIfAny("plan", "how_to_pay", id, rs.getBytes("how_to_pay")), List.of(), List.of(),
        rs.getLong("version"));
  }

  static SubjectRef subject(UUID plan) { return new SubjectRef("dues-plan", plan); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
