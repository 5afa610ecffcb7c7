// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.UUID;

/** Somebody who can be chosen in a form. */
public record Somebody(UUID id, String name) {}
