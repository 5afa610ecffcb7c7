// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import org.groundwork.campaign.Readiness;
import org.groundwork.roll.WallChart;

/** A chart and how strong a campaign is on it. */
public record Strength(WallChart chart, Readiness readiness) {}
