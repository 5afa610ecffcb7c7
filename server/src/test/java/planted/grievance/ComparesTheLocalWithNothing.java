// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.grievance;

/** Two tables joined on their local, of no local in particular. */
public final class ComparesTheLocalWithNothing {
  public String statement() { return """
        select p.title from grievance.paper p
        join grievance.grievance g on g.local_id = p.local_id and g.id = p.grievance_id
        where p.due_on < ?"""; }
}
