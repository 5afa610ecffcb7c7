// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What happened, told to other modules after commit: an outbox row in the transaction that did it, delivered in order
 * to each listener in the event's local, exactly once for what the listener writes.
 */
@NullMarked
@NamedInterface("events")
package org.groundwork.platform.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
