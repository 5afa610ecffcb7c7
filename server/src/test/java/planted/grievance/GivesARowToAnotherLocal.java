// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.grievance;

/** The column that places a row on a server never changes. */
public final class GivesARowToAnotherLocal {
  public String statement() {
    return "update grievance.paper set done_at = null, local_id = ? where local_id = ? and id = ?";
  }
}
