// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.target.Targets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The current local's campaigns. Runs inside the caller's transaction. */
public final class Campaigns {
  /** At most this many rungs in a plan. */
  public static final int MOST_STEPS = 12;
  /** At most this many demands in a campaign. */
  public static final int MOST_DEMANDS = 10;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final FieldCipher cipher;
  private final Targets targets;
  private final Audit audit;

  Campaigns(JdbcClient jdbc, Ids ids, Clock clock, FieldCipher cipher, Targets targets, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.cipher = cipher;
    this.targets = targets;
    this.audit = audit;
  }

  /** A demand as it is put: text, measure and date are all needed. */
  public record NewDemand(String what, String measure, LocalDate dueOn) {}

  /** A rung as it is planned. */
  public record NewStep(String what, OptionalInt threshold) {}

  /** Begins a campaign against a target. */
  public UUID draft(String title, UUID target, Optional<UUID> site, Optional<Campaign.Cause> cause) {
    UUID id = ids.next();
    jdbc.sql("""
        insert into campaign.campaign (local_id, id, title, target_id, site_id, cause_kind, cause_network, state, changed_by, changed_at)
        values (?, ?, ?, ?, ?::uuid, ?, ?, 'draft', ?, ?)""")
        .params(local(), id, seal("campaign", "title", id, title), target)
        .param(site.orElse(null))
        .param(cause.map(Campaign.Cause::kind).orElse(null))
        .param(cause.map(Campaign.Cause::network).orElse(null))
        .params(Callers.actor().person(), now())
        .update();
    audit.record("campaign-drafted", new SubjectRef("campaign", id), "");
    return id;
  }

  /** Puts the demands of a draft, in place of those it had; at most {@value #MOST_DEMANDS}. */
  public void ask(UUID campaign, List<NewDemand> demands) {
    replaceable(campaign);
    jdbc.sql("delete from campaign.demand where local_id = ? and campaign_id = ?").params(local(), campaign).update();
    short position = 0;
    for (var demand : demands.subList(0, Math.min(demands.size(), MOST_DEMANDS))) {
      UUID id = ids.next();
      jdbc.sql("""
          insert into campaign.demand (local_id, id, campaign_id, position, what, measure, due_on, changed_by, changed_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(local(), id, campaign, position++, seal("demand", "what", id, demand.what()),
              seal("demand", "measure", id, demand.measure()), Date.valueOf(demand.dueOn()), Callers.actor().person(),
              now())
          .update();
    }
  }

  /** Lays down the plan of a draft, in place of the one it had; the first rung is the one to do now. */
  public void plan(UUID campaign, List<NewStep> steps) {
    replaceable(campaign);
    jdbc.sql("delete from campaign.step where local_id = ? and campaign_id = ?").params(local(), campaign).update();
    short position = 0;
    for (var step : steps.subList(0, Math.min(steps.size(), MOST_STEPS))) {
      UUID id = ids.next();
      Integer threshold = step.threshold().isPresent() ? step.threshold().getAsInt() : null;
      jdbc.sql("""
          insert into campaign.step (local_id, id, campaign_id, position, what, threshold, state, changed_by, changed_at)
          values (?, ?, ?, ?, ?, ?::integer, ?, ?, ?)""")
          .params(local(), id, campaign, position, seal("step", "what", id, step.what()))
          .param(threshold)
          .params(position == 0 ? "now" : "locked", Callers.actor().person(), now())
          .update();
      position++;
    }
  }

  /** Opens a draft, quietly: nothing outside the local shows it until its organisers decide so. */
  public Opening open(UUID campaign) {
    var found = byId(campaign);
    if (!(found.orElse(null) instanceof Campaign.Draft(var core))) {
      return new Opening.Refused("not-a-draft");
    }
    if (targets.byId(core.target()).isEmpty()) {
      return new Opening.Refused("no-target");
    }
    if (core.demands().isEmpty()) {
      return new Opening.Refused("no-demand");
    }
    if (core.plan().isEmpty()) {
      return new Opening.Refused("no-plan");
    }
    jdbc.sql("""
        update campaign.campaign set state = 'quiet', opened_at = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and state = 'draft'""")
        .params(now(), Callers.actor().person(), now(), local(), campaign)
        .update();
    audit.record("campaign-opened", new SubjectRef("campaign", campaign), "");
    return new Opening.Opened(campaign);
  }

  /** The campaign with this identity in the current local. */
  public Optional<Campaign> byId(UUID id) {
    return jdbc.sql(SELECT + " where local_id = ? and id = ?")
        .params(local(), id)
        .query((rs, i) -> row(rs))
        .optional()
        .map(this::complete);
  }

  /** All campaigns, newest first. */
  public List<Campaign> all() {
    return jdbc.sql(SELECT + " where local_id = ? order by id desc limit 200")
        .param(local())
        .query((rs, i) -> row(rs))
        .list()
        .stream()
        .map(this::complete)
        .toList();
  }

  private static final String SELECT = "select id, title, target_id, site_id, cause_kind, cause_network, state, opened_at from campaign.campaign";

  private record Row(UUID id, byte[] title, UUID target, @Nullable UUID site, @Nullable String causeKind,
      @Nullable String causeNetwork, String state, @Nullable Timestamp openedAt) {}

  private static Row row(java.sql.ResultSet rs) throws java.sql.SQLException {
    return new Row(rs.getObject(1, UUID.class), rs.getBytes(2), rs.getObject(3, UUID.class),
        rs.getObject(4, UUID.class),
        rs.getString(5), rs.getString(6), rs.getString(7), rs.getTimestamp(8));
  }

  private Campaign complete(Row row) {
    Optional<Campaign.Cause> cause = row.causeKind() == null || row.causeNetwork() == null
        ? Optional.empty()
        : Optional.of(new Campaign.Cause(row.causeKind(), row.causeNetwork()));
    var core = new Campaign.Core(row.id(), open("campaign", "title", row.id(), row.title()), row.target(),
        Optional.ofNullable(row.site()), cause, demands(row.id()), steps(row.id()));
    var opened = row.openedAt() == null ? clock.instant() : row.openedAt().toInstant();
    return switch (row.state()) {
      case "draft" -> new Campaign.Draft(core);
      case "quiet" -> new Campaign.Quiet(core, opened);
      case "public" -> new Campaign.Public(core, opened);
      case "closed" -> new Campaign.Closed(core, opened);
      default -> throw new IllegalStateException("a campaign is never " + row.state());
    };
  }

  private List<Campaign.Demand> demands(UUID campaign) {
    return jdbc.sql(
        "select id, what, measure, due_on from campaign.demand where local_id = ? and campaign_id = ? order by position")
        .params(local(), campaign)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          return new Campaign.Demand(id, open("demand", "what", id, rs.getBytes(2)),
              open("demand", "measure", id, rs.getBytes(3)),
              rs.getDate(4).toLocalDate());
        })
        .list();
  }

  private List<Campaign.Step> steps(UUID campaign) {
    return jdbc.sql(
        "select id, what, threshold, state from campaign.step where local_id = ? and campaign_id = ? order by position")
        .params(local(), campaign)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          int threshold = rs.getInt(3);
          return new Campaign.Step(id, open("step", "what", id, rs.getBytes(2)),
              threshold == 0 ? OptionalInt.empty() : OptionalInt.of(threshold),
              Campaign.StepState.valueOf(rs.getString(4).toUpperCase(java.util.Locale.ROOT)));
        })
        .list();
  }

  private void replaceable(UUID campaign) {
    boolean draft = jdbc.sql(
        "select exists (select 1 from campaign.campaign where local_id = ? and id = ? and state = 'draft' for update)")
        .params(local(), campaign)
        .query(Boolean.class)
        .single();
    if (!draft) {
      throw new IllegalStateException("only a draft's demands and plan are replaced whole");
    }
  }

  private byte[] seal(String table, String column, UUID id, String text) {
    return cipher.seal(new FieldRef(local(), "campaign." + table, column, id), text);
  }

  private String open(String table, String column, UUID id, byte[] sealed) {
    return cipher.openText(new FieldRef(local(), "campaign." + table, column, id), sealed);
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
