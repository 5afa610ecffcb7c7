// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

/** The four roles of {@code db/setup.sql}; it says what each may do and why. */
public enum DatabaseRole {
  /** Owns and migrates; never used by a request. */
  OWNER("gw_owner"),
  /** Requests and jobs, within row security. */
  APP("gw_app"),
  /** Accounts, sessions and sign-in tokens only. */
  AUTH("gw_auth"),
  /** Reads everything for exports and checks; writes nothing. */
  OPS("gw_ops");

  private final String roleName;

  DatabaseRole(String roleName) { this.roleName = roleName; }

  /** Its name in PostgreSQL. */
  public String roleName() { return roleName; }
}
