// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.ids;

import java.util.UUID;

/**
 * The installation as an owner of keys. What belongs to no local, such as the address an account signs in by, is sealed
 * under this fixed pseudo-local; it names no row of {@code platform.local} and never will.
 */
public final class InstallationId {
  /** A UUID of version 8, which no generator of ours makes. */
  public static final UUID VALUE = UUID.fromString("00000000-0000-8000-8000-696e7374616c");

  private InstallationId() {}
}
