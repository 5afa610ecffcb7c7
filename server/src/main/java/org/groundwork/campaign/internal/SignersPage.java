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
 * @param page which page of the list it is, from 1
 * @param pages how many there are
 */
public record SignersPage(String path, String what, List<Deliveries.Signer> signers, Set<UUID> unnamed, int page,
    int pages, boolean mayChange) implements View {}
