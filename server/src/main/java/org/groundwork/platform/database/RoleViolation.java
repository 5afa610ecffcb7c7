// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

/**
 * Something a role may do, has or is although it must not.
 *
 * @param role its name in PostgreSQL
 * @param what a clause that follows the name, as in "owns table roll.person"
 */
public record RoleViolation(String role, String what) {
  @Override
  public String toString() { return role + " " + what; }
}
