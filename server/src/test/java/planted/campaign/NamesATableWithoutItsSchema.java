// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.campaign;

/** A table is found by its full name, never by a search path. */
public final class NamesATableWithoutItsSchema {
  public String statement() { return "delete from demand where local_id = ?"; }
}
