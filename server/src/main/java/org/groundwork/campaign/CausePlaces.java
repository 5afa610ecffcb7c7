// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.Grievances;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.target.NetworkListener;
import org.groundwork.target.Networks;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps a fight with the people it began with. A network's name is its smallest place, and a verdict or a new register
 * may put that place elsewhere; a fight therefore remembers the place that most of its reports were about, and goes where
 * that place goes. Runs inside the caller's transaction.
 */
public final class CausePlaces implements NetworkListener {
  private static final int LOOKED_THROUGH = 500;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Grievances grievances;
  private final Networks networks;

  CausePlaces(JdbcClient jdbc, Clock clock, Grievances grievances, Networks networks) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.grievances = grievances;
    this.networks = networks;
  }

  /** Notes the place of a campaign that grew from a common cause. */
  public void note(UUID campaign, Campaign.Cause cause) {
    placeOf(cause)
        .ifPresent(place -> jdbc.sql("update campaign.campaign set cause_place = ? where local_id = ? and id = ?")
            .params(place, Tenancy.current().value(), campaign)
            .update());
  }

  /** The place with most reports, of several the smallest. */
  private Optional<String> placeOf(Campaign.Cause cause) {
    return GrievanceKind.known(cause.kind())
        .flatMap(kind -> grievances.ofCause(kind, cause.network(), LOOKED_THROUGH)
            .stream()
            .flatMap(report -> report.registerSite().stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
            .entrySet()
            .stream()
            .max(Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
            .map(Map.Entry::getKey));
  }

  private record Kept(UUID campaign, String place, String network) {}

  @Override
  public void networksChanged() {
    UUID local = Tenancy.current().value();
    var kept = jdbc.sql("""
        select id, cause_place, cause_network from campaign.campaign
        where local_id = ? and cause_place is not null and state <> 'closed' order by id""")
        .param(local)
        .query((rs, i) -> new Kept(rs.getObject(1, UUID.class), rs.getString(2), rs.getString(3)))
        .list();
    for (Kept campaign : kept) {
      networks.of(campaign.place())
          .filter(now -> !now.equals(campaign.network()))
          .ifPresent(now -> jdbc.sql("""
              update campaign.campaign set cause_network = ?, version = version + 1, changed_at = ?
              where local_id = ? and id = ?""")
              .params(now, Timestamp.from(clock.instant()), local, campaign.campaign())
              .update());
    }
  }
}
