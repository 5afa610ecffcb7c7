// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;

/** How strong a way in an account needs. */
public final class Strength {
  private final OfficeGuard guard;

  Strength(OfficeGuard guard) { this.guard = guard; }

  /** Whether an office of the account takes a passkey somewhere; then a link in a mail does not open it. */
  public boolean takesPasskey(UUID account) throws Exception {
    return Tenancy.inInstallation(() -> guard.takesPasskey(account));
  }
}
