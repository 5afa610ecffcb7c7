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

/** One common cause with the grievances behind its numbers, and whom to talk to next. */
public record CausePage(CommonCauses.Cause cause, Optional<Networks.Face> network, Money atStake,
    List<Grievances.Grievance> grievances, List<NetworkView.Behind> behind, boolean mayOpen) implements View {}
