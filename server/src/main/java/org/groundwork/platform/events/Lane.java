// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.events;

import java.util.UUID;

/** What is delivered one after the other: the events of one local for one listener. */
record Lane(UUID local, String listener) {}
