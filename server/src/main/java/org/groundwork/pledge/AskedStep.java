// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.util.OptionalInt;
import java.util.UUID;

/**
 * A rung at a site, as campaigns publish it; of a fight that was unlinked from its site, where the rung was asked.
 *
 * @param linked whether its fight is at the site now
 * @param threshold the rung's own number
 * @param now whether it is to be done now in a campaign that goes on
 * @param done whether it was done
 * @param over whether it was done, or its campaign has ended
 */
public record AskedStep(UUID id, UUID campaign, UUID site, OptionalInt threshold, boolean linked, boolean now,
    boolean done, boolean over) {}
