// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.web.View;

/**
 * Phones, browsers and sessions of an account.
 *
 * @param current the session that asks
 * @param revoked whether a device was just revoked
 */
public record DevicesPage(List<Accounts.Device> devices, List<Accounts.SessionEntry> sessions, UUID current,
    int passkeys, boolean revoked, ZoneId zone) implements View {
  public DevicesPage {
    devices = List.copyOf(devices);
    sessions = List.copyOf(sessions);
  }
}
