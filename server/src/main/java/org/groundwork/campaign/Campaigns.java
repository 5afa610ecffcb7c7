// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.target.Targets;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The current local's campaigns, from a draft to an open one. Runs inside the caller's transaction. */
public final class Campaigns {
  /** At most this many rungs in a plan. */
  public static final int MOST_STEPS = 12;
  /** At most this many demands in a campaign. */
  public static final int MOST_DEMANDS = 10;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final CampaignRows rows;
  private final Targets targets;
  private final Audit audit;

  Campaigns(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Targets targets, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.rows = new CampaignRows(jdbc, seals);
    this.targets = targets;
    this.audit = audit;
  }

  /** A demand as it is put: text, measure and date are all needed. */
  public record NewDemand(String what, String measure, LocalDate dueOn) {}

  /** A rung as it is planned. */
  public record NewStep(String what, OptionalInt threshold, StepKind kind) {
    /** A rung of no particular kind. */
    public NewStep(String what, OptionalInt threshold) {
      this(what, threshold, StepKind.OTHER);
    }
  }

  /** Begins a campaign against a target. */
  public UUID draft(String title, UUID target, Optional<UUID> site, Optional<Campaign.Cause> cause) {
    UUID id = ids.next();
    jdbc.sql("""
        insert into campaign.campaign (local_id, id, title, target_id, site_id, cause_kind, cause_network, state, changed_by, changed_at)
        values (?, ?, ?, ?, ?::uuid, ?, ?, 'draft', ?, ?)""")
        .params(local(), id, seals.seal("campaign", "title", id, title), target)
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
      insert(campaign, position++, demand);
    }
  }

  /** Lays down the plan of a draft, in place of the one it had; the first rung is the one to do now. */
  public void plan(UUID campaign, List<NewStep> steps) {
    replaceable(campaign);
    jdbc.sql("delete from campaign.step where local_id = ? and campaign_id = ?").params(local(), campaign).update();
    short position = 0;
    for (var step : steps.subList(0, Math.min(steps.size(), MOST_STEPS))) {
      insert(campaign, position, step, position == 0 ? Campaign.StepState.NOW : Campaign.StepState.LOCKED);
      position++;
    }
  }

  UUID insert(UUID campaign, short position, NewDemand demand) {
    UUID id = ids.next();
    jdbc.sql("""
        insert into campaign.demand (local_id, id, campaign_id, position, what, measure, due_on, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(local(), id, campaign, position, seals.seal("demand", "what", id, demand.what()),
            seals.seal("demand", "measure", id, demand.measure()), Date.valueOf(demand.dueOn()),
            Callers.actor().person(), now())
        .update();
    return id;
  }

  UUID insert(UUID campaign, short position, NewStep step, Campaign.StepState state) {
    UUID id = ids.next();
    jdbc.sql("""
        insert into campaign.step (local_id, id, campaign_id, position, what, threshold, state, kind, changed_by,
          changed_at) values (?, ?, ?, ?, ?, ?::integer, ?, ?, ?, ?)""")
        .params(local(), id, campaign, position, seals.seal("step", "what", id, step.what()))
        .param(step.threshold().isPresent() ? step.threshold().getAsInt() : null)
        .params(state.key(), step.kind().key(), Callers.actor().person(), now())
        .update();
    return id;
  }

  /** Opens a draft, quietly: nothing outside the local shows it until its organisers decide so. */
  public Opening open(UUID campaign) {
    return open(campaign, clock.instant());
  }

  /** The same for a fight that went on before anybody wrote it down here. */
  public Opening open(UUID campaign, Instant at) {
    if (!(rows.locked(campaign).orElse(null) instanceof Campaign.Draft(var core))) {
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
        .params(Timestamp.from(at), Callers.actor().person(), now(), local(), campaign)
        .update();
    audit.record("campaign-opened", new SubjectRef("campaign", campaign), "");
    return new Opening.Opened(campaign);
  }

  /** The campaign with this identity in the current local. */
  public Optional<Campaign> byId(UUID id) {
    return rows.byId(id);
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

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
