// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.roll;

/** The roll may not even read a published view of grievance, which stands above it. */
public final class ReadsTheTableOfAModuleAbove {
  public String statement() { return "select count(*) from grievance.api_grievance where local_id = ?"; }
}
