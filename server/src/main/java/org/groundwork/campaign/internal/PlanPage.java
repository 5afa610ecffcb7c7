// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.platform.web.Walk;

/**
 * Asks how we go on: a ladder of steps, proposed and editable.
 *
 * @param total homes or jobs of the chart, the denominator of every number
 */
public record PlanPage(PlanForm form, FormErrors errors, int total, boolean homes, int rungs, Walk.Place place,
    Optional<String> before) implements View {}
