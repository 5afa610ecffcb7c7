// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.Deliveries;
import org.groundwork.platform.web.View;

/**
 * Who signed, and whose name stays off the paper.
 *
 * @param more how many are not shown here, because the list is long
 */
public record SignersPage(String path, String what, List<Deliveries.Signer> signers, Set<UUID> unnamed, int more,
    boolean mayChange) implements View {}
