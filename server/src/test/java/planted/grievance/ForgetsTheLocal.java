// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.grievance;

/** Row security would hide other locals' rows, but the plan would not know and a second server could not route it. */
public final class ForgetsTheLocal {
  public String oneOfTwo() {
    return "select p.title from grievance.paper p where p.local_id = ? and exists (select 1 from grievance.grievance g where g.id = p.grievance_id)";
  }
}
