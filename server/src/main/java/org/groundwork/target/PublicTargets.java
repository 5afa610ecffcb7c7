// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.UUID;

/**
 * Port: which targets everybody knows of, because a campaign against them is public. Asked inside a transaction of the
 * local.
 */
public interface PublicTargets {

  /** Whether the local has gone public against this target. */
  boolean isPublic(UUID target);
}
