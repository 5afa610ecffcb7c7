// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.util.OptionalInt;
import java.util.UUID;

/**
 * A rung at a site, as campaigns publish it.
 *
 * @param threshold the rung's own number
 * @param now whether it is to be done now in a campaign that goes on
 * @param done whether it was done
 * @param over whether it was done, or its campaign has ended
 */
public record AskedStep(UUID id, UUID campaign, UUID site, OptionalInt threshold, boolean now,
    boolean done, boolean over) {}
