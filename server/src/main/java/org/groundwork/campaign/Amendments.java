// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.Site;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Changes to open campaigns. Each says which version it was made from: of two organisers who change one campaign the
 * second is refused. The rows as they were are kept in a change-set. Runs inside the caller's transaction.
 */
public final class Amendments {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Seals seals;
  private final CampaignRows rows;
  private final Campaigns campaigns;
  private final RowImages images;
  private final Audit audit;
  private final ObjectProvider<Pledged> pledged;
  private final ObjectProvider<RungPages> pages;
  private final RunningTest running;

  Amendments(JdbcClient jdbc, Clock clock, Seals seals, Campaigns campaigns, RowImages images, Audit audit,
      Bound bound) {
    this.pledged = bound.pledged();
    this.pages = bound.pages();
    this.running = bound.running();
    this.jdbc = jdbc;
    this.clock = clock;
    this.seals = seals;
    this.rows = new CampaignRows(jdbc, seals);
    this.campaigns = campaigns;
    this.images = images;
    this.audit = audit;
  }

  /** What hangs on the rungs of a plan. */
  record Bound(ObjectProvider<Pledged> pledged, ObjectProvider<RungPages> pages, RunningTest running) {}

  /** A demand to be kept, changed or, without an identity, added. */
  public record Asked(Optional<UUID> id, Campaigns.NewDemand demand) {}

  /** A rung to be kept, changed or, without an identity, added. */
  public record Planned(Optional<UUID> id, Campaigns.NewStep step) {}

  /** Says anew what is asked; demands that are not named any more are removed, except settled ones. */
  public Amended ask(UUID campaign, long version, String title, List<Asked> demands) {
    if (demands.isEmpty() || demands.size() > Campaigns.MOST_DEMANDS) {
      return new Amended.Refused("no-demand");
    }
    if (removesASettledOne(campaign, demands)) {
      return new Amended.Refused("demand-settled");
    }
    return amend(campaign, version, "campaign-asks", core -> sameDemands(core, title, demands), (core, set) -> {
      retitle(campaign, title);
      var gone = new HashSet<>(core.demands().stream().map(Campaign.Demand::id).toList());
      short position = 0;
      for (var asked : demands) {
        if (asked.id().isPresent() && gone.remove(asked.id().get())) {
          change(set, asked.id().get(), position, asked.demand());
        } else {
          images.created(set, RowImages.Table.DEMAND, campaigns.insert(campaign, position, asked.demand()));
        }
        position++;
      }
      gone.forEach(id -> remove(set, id));
    });
  }

  /** What became of a demand is not taken out of the record with it. */
  private boolean removesASettledOne(UUID campaign, List<Asked> demands) {
    var kept = demands.stream().flatMap(asked -> asked.id().stream()).toList();
    return campaigns.byId(campaign)
        .stream()
        .flatMap(found -> found.core().demands().stream())
        .anyMatch(demand -> demand.outcome().isPresent() && !kept.contains(demand.id()));
  }

  /**
   * Lays out anew what is still to be done; rungs that were done stay. Where that puts another rung first, or lowers a
   * number while its test runs, what going on would take is asked for, or a reason that is kept.
   *
   * @param site the chart over which the test counts, as for {@link Ladder#goOn}
   */
  public Amended plan(UUID campaign, long version, List<Planned> steps, Optional<Site> site, Optional<String> reason) {
    if (steps.isEmpty() || steps.size() > Campaigns.MOST_STEPS) {
      return new Amended.Refused("no-plan");
    }
    if (removesARungThatWasDone(campaign, steps)) {
      return new Amended.Refused("rung-done");
    }
    if (removes(campaign, steps, step -> pledged.stream().anyMatch(module -> module.answered(step)))) {
      return new Amended.Refused("rung-asked");
    }
    if (removes(campaign, steps, step -> pages.stream().anyMatch(module -> module.keeps(step)))) {
      return new Amended.Refused("rung-in-use");
    }
    return held(campaign, version, core -> samePlan(core, steps), core -> {
      var takes = running.of(core, steps, site);
      return takes.any() && reason.isEmpty() ? takes : write(core, "campaign-plans", (_, set) -> {
        layOut(core, set, steps).ifPresent(first -> running.begin(core, first, takes, reason));
        running.note(takes, reason);
      });
    });
  }

  /** Lays it out; the answer is the rung that is first now, if it is another one than before; it is yet to be begun. */
  private Optional<UUID> layOut(Campaign.Core core, UUID set, List<Planned> steps) {
    var gone = new HashSet<>(ahead(core).map(Campaign.Step::id).toList());
    boolean goesOn = RunningTest.goesOn(core, steps);
    short position = (short) (core.plan().size() - gone.size());
    short first = position;
    var laid = new ArrayList<UUID>();
    for (var planned : steps) {
      var state = position == first && goesOn ? Campaign.StepState.NOW : Campaign.StepState.LOCKED;
      if (planned.id().isPresent() && gone.remove(planned.id().get())) {
        change(set, planned.id().get(), position, planned.step(), state);
        laid.add(planned.id().get());
      } else {
        UUID made = campaigns.insert(core.id(), position, planned.step(), state);
        images.created(set, RowImages.Table.STEP, made);
        laid.add(made);
      }
      position++;
    }
    gone.forEach(id -> removeStep(set, id));
    return goesOn ? Optional.empty() : Optional.of(laid.getFirst());
  }

  /** Whether the plan leaves out a rung that somebody did already. */
  private boolean removesARungThatWasDone(UUID campaign, List<Planned> steps) {
    var kept = steps.stream().flatMap(step -> step.id().stream()).toList();
    return jdbc.sql("""
        select distinct s.id from campaign.step s
        join campaign.step_act a on a.local_id = s.local_id and a.step_id = s.id
        where s.local_id = ? and s.campaign_id = ? and s.state <> 'done'""")
        .params(local(), campaign)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list()
        .stream()
        .anyMatch(done -> !kept.contains(done));
  }

  /** Whether the plan leaves out a rung of which this holds. */
  private boolean removes(UUID campaign, List<Planned> steps, Predicate<UUID> held) {
    var kept = steps.stream().flatMap(step -> step.id().stream()).toList();
    return campaigns.byId(campaign)
        .stream()
        .flatMap(found -> ahead(found.core()))
        .map(Campaign.Step::id)
        .filter(step -> !kept.contains(step))
        .anyMatch(held);
  }

  /** Links the site whose chart shows how strong a campaign is, or none. */
  public Amended place(UUID campaign, long version, Optional<UUID> site) {
    return amend(campaign, version, "campaign-site", core -> core.site().equals(site), (_, _) -> jdbc.sql(
        "update campaign.campaign set site_id = ?::uuid where local_id = ? and id = ?")
        .param(site.orElse(null))
        .params(local(), campaign)
        .update());
  }

  private interface Change {
    void to(Campaign.Core core, UUID set);
  }

  private Amended amend(UUID campaign, long version, String kind, Predicate<Campaign.Core> same, Change change) {
    return held(campaign, version, same, core -> write(core, kind, change));
  }

  private Amended held(UUID campaign, long version, Predicate<Campaign.Core> same,
      Function<Campaign.Core, Amended> change) {
    var found = rows.locked(campaign);
    if (found.isEmpty() || !found.get().goesOn()) {
      return new Amended.Refused("not-open");
    }
    var core = found.get().core();
    if (same.test(core)) {
      return new Amended.Done(); // sent twice, or somebody else wrote the same
    }
    if (core.version() != version) {
      return new Amended.ChangedMeanwhile(core);
    }
    return change.apply(core);
  }

  private Amended write(Campaign.Core core, String kind, Change change) {
    UUID campaign = core.id();
    UUID set = images.open(kind);
    images.keep(set, RowImages.Table.CAMPAIGN, campaign);
    change.to(core, set);
    jdbc.sql("""
        update campaign.campaign set version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ?""").params(Callers.actor().person(), now(), local(), campaign).update();
    audit.record(kind, new SubjectRef("campaign", campaign), "");
    return new Amended.Done();
  }

  private static boolean sameDemands(Campaign.Core core, String title, List<Asked> demands) {
    return core.title().equals(title) && core.demands()
        .stream()
        .map(d -> new Campaigns.NewDemand(d.what(), d.measure(), d.dueOn()))
        .toList()
        .equals(demands.stream().map(Asked::demand).toList());
  }

  private static boolean samePlan(Campaign.Core core, List<Planned> steps) {
    return ahead(core).map(s -> new Campaigns.NewStep(s.what(), s.threshold()))
        .toList()
        .equals(steps.stream().map(s -> new Campaigns.NewStep(s.step().what(), s.step().threshold())).toList());
  }

  private static Stream<Campaign.Step> ahead(Campaign.Core core) {
    return core.plan().stream().filter(step -> step.state() != Campaign.StepState.DONE);
  }

  private void retitle(UUID campaign, String title) {
    jdbc.sql("update campaign.campaign set title = ? where local_id = ? and id = ?")
        .params(seals.seal("campaign", "title", campaign, title), local(), campaign)
        .update();
  }

  private void change(UUID set, UUID id, short position, Campaigns.NewDemand demand) {
    images.keep(set, RowImages.Table.DEMAND, id);
    jdbc.sql("""
        update campaign.demand set position = ?, what = ?, measure = ?, due_on = ?, version = version + 1, changed_by = ?,
          changed_at = ? where local_id = ? and id = ?""")
        .params(position, seals.seal("demand", "what", id, demand.what()),
            seals.seal("demand", "measure", id, demand.measure()), Date.valueOf(demand.dueOn()),
            Callers.actor().person(), now(), local(), id)
        .update();
  }

  private void change(UUID set, UUID id, short position, Campaigns.NewStep step, Campaign.StepState state) {
    images.keep(set, RowImages.Table.STEP, id);
    jdbc.sql("""
        update campaign.step set position = ?, what = ?, threshold = ?::integer, state = ?, version = version + 1,
          changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .params(position, seals.seal("step", "what", id, step.what()))
        .param(step.threshold().isPresent() ? step.threshold().getAsInt() : null)
        .params(state.key(), Callers.actor().person(), now(), local(), id)
        .update();
  }

  private void remove(UUID set, UUID demand) {
    images.keep(set, RowImages.Table.DEMAND, demand);
    jdbc.sql("delete from campaign.demand where local_id = ? and id = ?").params(local(), demand).update();
  }

  private void removeStep(UUID set, UUID step) {
    images.keep(set, RowImages.Table.STEP, step);
    jdbc.sql("delete from campaign.step where local_id = ? and id = ?").params(local(), step).update();
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
