// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.organizing.Conversations;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ends campaigns, each demand with its outcome. Runs inside the caller's transaction. */
public final class Closing {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Seals seals;
  private final CampaignRows rows;
  private final RowImages images;
  private final Audit audit;
  private final List<OpenCases> cases;
  private final List<UnsaidCases> unsaid;
  private final Conversations conversations;
  private final Settling settling;

  Closing(JdbcClient jdbc, Clock clock, Seals seals, RowImages images, Audit audit, List<OpenCases> cases,
      List<UnsaidCases> unsaid, Conversations conversations, Settling settling) {
    this.conversations = conversations;
    this.settling = settling;
    this.jdbc = jdbc;
    this.clock = clock;
    this.seals = seals;
    this.rows = new CampaignRows(jdbc, seals);
    this.images = images;
    this.audit = audit;
    this.cases = List.copyOf(cases);
    this.unsaid = List.copyOf(unsaid);
  }

  /**
   * Ends an open campaign. Every demand without an outcome needs one, of the version that was read; what was settled before
   * stays. Nobody who acted may still be hit back at, nor anybody at its place for nobody knows what. What was noted at its
   * place is deleted, unless another fight goes on there.
   *
   * @param word what is said of it at its end
   */
  public Amended close(UUID campaign, long version, Map<UUID, Campaign.Outcome> outcomes, Optional<String> word) {
    return close(campaign, version, outcomes, new End(clock.instant(), word));
  }

  /**
   * That a fight ended.
   *
   * @param at before now for one that ended before anybody wrote it down here
   * @param word what is said of it
   */
  public record End(Instant at, Optional<String> word) {}

  /** The same, for an end at any time. */
  public Amended close(UUID campaign, long version, Map<UUID, Campaign.Outcome> outcomes, End end) {
    var found = rows.locked(campaign);
    if (found.isEmpty() || !found.get().goesOn()) {
      return new Amended.Refused("not-open");
    }
    var core = found.get().core();
    if (core.version() != version) {
      return new Amended.ChangedMeanwhile(core);
    }
    var unsettled = core.demands().stream().filter(demand -> demand.outcome().isEmpty()).toList();
    if (!unsettled.stream().map(Campaign.Demand::id).allMatch(outcomes::containsKey)) {
      return new Amended.Refused("no-outcome");
    }
    if (cases.stream().anyMatch(open -> open.of(campaign) > 0)) {
      return new Amended.Refused("open-case");
    }
    if (unsaid(campaign, core.site()).findAny().isPresent()) {
      return new Amended.Refused("unsaid-case");
    }
    UUID set = images.open("campaign-ended");
    images.keep(set, RowImages.Table.CAMPAIGN, campaign);
    for (var demand : unsettled) {
      images.keep(set, RowImages.Table.DEMAND, demand.id());
      settling.write(demand.id(), new Settling.Said(Optional.ofNullable(outcomes.get(demand.id())), Optional.empty()),
          end.at());
    }
    jdbc.sql("""
        update campaign.campaign set state = 'closed', closed_at = ?, closing = ?::bytea, version = version + 1,
          changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .param(Timestamp.from(end.at()))
        .param(seals.seal("campaign", "closing", campaign, end.word()))
        .params(Callers.actor().person(), now(), local(), campaign)
        .update();
    core.site().filter(site -> !fightsAt(site)).ifPresent(conversations::deleteNotes);
    audit.record("campaign-ended", new SubjectRef("campaign", campaign), "");
    return new Amended.Done();
  }

  private boolean fightsAt(UUID site) {
    return jdbc.sql("""
        select exists (select 1 from campaign.api_step s where s.local_id = :local
          and s.site_id in (select n.site_id from roll.api_site_now n where n.local_id = :local and n.id = :site)
          and s.campaign_state in ('quiet', 'public'))""")
        .param("local", local())
        .param("site", site)
        .query(Boolean.class)
        .single();
  }

  /**
   * Cases that stand in the way of an end.
   *
   * @param path where they are listed, below the local's address; empty for nowhere
   * @param unsaid whether nobody has said what they are for
   */
  public record InTheWay(int cases, String path, boolean unsaid) {}

  /** The open cases of a campaign, and those of its site that may be about it. */
  public List<InTheWay> inTheWay(UUID campaign, Optional<UUID> site) {
    return Stream.concat(cases.stream()
        .map(open -> new InTheWay(open.of(campaign), open.path(campaign), false))
        .filter(found -> found.cases() > 0), unsaid(campaign, site)).toList();
  }

  private Stream<InTheWay> unsaid(UUID campaign, Optional<UUID> site) {
    return site.stream()
        .flatMap(at -> unsaid.stream().map(open -> new InTheWay(open.of(campaign, at), open.path(campaign), true)))
        .filter(found -> found.cases() > 0);
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
