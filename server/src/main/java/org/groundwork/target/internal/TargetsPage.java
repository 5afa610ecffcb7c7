// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.View;
import org.groundwork.target.Target;

/**
 * The local's targets.
 *
 * @param after where the next page begins
 * @param first whether this is the first page
 */
public record TargetsPage(List<Target> targets, Optional<UUID> after, boolean first) implements View {}
