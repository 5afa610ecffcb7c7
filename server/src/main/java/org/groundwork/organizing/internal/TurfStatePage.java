// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.View;

/**
 * Whether a phone may still hand over what was written down on it. The page is read by the phone's script; a person who
 * comes here is led on.
 *
 * @param site absent where the phone has to let go
 */
public record TurfStatePage(UUID turf, Optional<UUID> site) implements View {}
