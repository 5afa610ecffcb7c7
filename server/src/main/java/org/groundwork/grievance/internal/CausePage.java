// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.grievance.CommonCauses;
import org.groundwork.grievance.Grievances;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;
import org.groundwork.target.NetworkView;
import org.groundwork.target.Networks;

/**
 * One common cause with the grievances behind its numbers, and whom to talk to next.
 *
 * @param waiting reports nobody has spoken about yet, those that wait longest first
 * @param known people at the network's sites of whom no such grievance is known
 * @param others the newest reports, spoken about or not
 */
public record CausePage(CommonCauses.Cause cause, Optional<Networks.Face> network, Money atStake,
    List<Line> waiting, List<Neighbour> known, List<Grievances.Grievance> others, List<NetworkView.Behind> behind,
    boolean mayOpen) implements View {

  /** A report with its place. */
  public record Line(Grievances.Grievance report, String place) {}

  /** Somebody known at a site of the network. */
  public record Neighbour(Somebody who, String site) {}
}
