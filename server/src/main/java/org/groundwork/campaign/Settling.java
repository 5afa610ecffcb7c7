// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What became of single demands: written down while the fight goes on for the others, and put right whenever it turns out to
 * have been otherwise. Runs inside the caller's transaction.
 */
public final class Settling {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Seals seals;
  private final CampaignRows rows;
  private final RowImages images;
  private final Audit audit;

  Settling(JdbcClient jdbc, Clock clock, Seals seals, RowImages images, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.seals = seals;
    this.rows = new CampaignRows(jdbc, seals);
    this.images = images;
    this.audit = audit;
  }

  /**
   * What is said of a demand.
   *
   * @param outcome absent for one that is still open after all
   * @param why the reason, where it was said otherwise before
   */
  public record Said(Optional<Campaign.Outcome> outcome, Optional<String> why) {}

  /**
   * Writes down what became of a demand, of the version of the campaign that was read. What was said before is changed only
   * with a reason, and a demand of a fight that has ended keeps an outcome.
   */
  public Amended settle(UUID campaign, long version, UUID demand, Said said) {
    var found = rows.locked(campaign).filter(one -> !(one instanceof Campaign.Draft));
    var before = found.stream()
        .flatMap(one -> one.core().demands().stream())
        .filter(one -> one.id().equals(demand))
        .findFirst();
    if (found.isEmpty() || before.isEmpty()) {
      return new Amended.Refused("not-open");
    }
    if (before.get().outcome().equals(said.outcome())) {
      return new Amended.Done();
    }
    if (found.get().core().version() != version) {
      return new Amended.ChangedMeanwhile(found.get().core());
    }
    if (said.outcome().isEmpty() && !found.get().goesOn()) {
      return new Amended.Refused("no-outcome");
    }
    boolean correction = before.get().outcome().isPresent();
    if (correction && said.why().isEmpty()) {
      return new Amended.Refused("no-reason");
    }
    UUID set = images.open("demand-settled");
    images.keep(set, RowImages.Table.CAMPAIGN, campaign);
    images.keep(set, RowImages.Table.DEMAND, demand);
    write(demand, said, clock.instant());
    jdbc.sql(
        """
        update campaign.campaign set version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .params(Callers.actor().person(), now(), local(), campaign)
        .update();
    audit.record(correction ? "demand-corrected" : "demand-settled", new SubjectRef("demand", demand), "");
    return new Amended.Done();
  }

  /**
   * Writes it into the demand's row, whose image is kept. What was settled before stays so since then, also if that is when
   * the campaign ended.
   *
   * @param at since when it is so
   */
  void write(UUID demand, Said said, Instant at) {
    var value = said.outcome().flatMap(Campaign.Outcome::value);
    jdbc.sql("""
        update campaign.demand set outcome = :outcome::text, value_minor = :minor::bigint, currency = :currency::text,
          settled_at = case when :outcome::text is null then null when outcome is null then :at else settled_at end,
          outcome_why = :why::bytea, version = version + 1, changed_by = :by, changed_at = :now
        where local_id = :local and id = :id""")
        .param("outcome", said.outcome().map(one -> one.result().key()).orElse(null))
        .param("minor", value.map(Money::minor).orElse(null))
        .param("currency", value.map(money -> money.currency().getCurrencyCode()).orElse(null))
        .param("why", seals.seal("demand", "outcome_why", demand, said.why()))
        .param("by", Callers.actor().person())
        .param("at", Timestamp.from(at))
        .param("now", now())
        .param("local", local())
        .param("id", demand)
        .update();
  }

  /** Why what became of a demand was put right last, if it was. */
  public Optional<String> why(UUID demand) {
    return jdbc
        .sql("select outcome_why from campaign.demand where local_id = ? and id = ? and outcome_why is not null")
        .params(local(), demand)
        .query((rs, i) -> seals.open("demand", "outcome_why", demand, rs.getBytes(1)))
        .optional();
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
