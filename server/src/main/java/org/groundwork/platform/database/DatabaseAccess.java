// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.util.Map;
import java.util.Objects;

/** How to reach one database as each of the roles. Its text form keeps the passwords to itself. */
public final class DatabaseAccess {
  private final String url;
  private final Map<DatabaseRole, String> passwords;
  private final boolean leakproof;

  DatabaseAccess(String url, Map<DatabaseRole, String> passwords, boolean leakproof) {
    this.url = url;
    this.passwords = Map.copyOf(passwords);
    this.leakproof = leakproof;
  }

  /** The address for the driver, without user and password. */
  public String url() { return url; }

  /** The role's password. Keep it out of logs. */
  public String password(DatabaseRole role) {
    return Objects.requireNonNull(passwords.get(role));
  }

  /**
   * Whether an index serves text search under row security on this server. Where not (setup by an administrator who is no
   * superuser), searches read all rows of a local.
   */
  public boolean leakproof() { return leakproof; }

  @Override
  public String toString() { return "DatabaseAccess[" + url + "]"; }
}
