// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.UUID;

/** Somebody at a site: what they are called and where they are to be found; never how they stand. */
public record Somebody(UUID id, String name, String door, boolean bossSide) {}
