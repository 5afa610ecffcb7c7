// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.Map;
import java.util.Optional;
import org.groundwork.platform.host.AdminCommand;
import org.groundwork.platform.internal.AuditCommand;

/** The commands that end; {@code serve} is apart because it stays. */
public final class Commands {
  private static final Map<String, Command> ALL = Map.of("audit", new AuditCommand(), "admin", new AdminCommand());

  private Commands() {}

  /** The command with this name, if there is one. */
  public static Optional<Command> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }
}
