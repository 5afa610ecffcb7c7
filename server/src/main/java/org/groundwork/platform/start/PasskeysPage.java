// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.time.ZoneId;
import java.util.List;
import org.groundwork.platform.access.Passkeys;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * The passkeys of an account.
 *
 * @param offered whether this server's address lets browsers use passkeys
 * @param mayAdd whether this session may add one: the first, or after signing in with another
 */
public record PasskeysPage(List<Passkeys.Passkey> passkeys, boolean offered, boolean mayAdd, ZoneId zone,
    FormErrors errors) implements View {
  public PasskeysPage { passkeys = List.copyOf(passkeys); }
}
