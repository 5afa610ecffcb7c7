// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

/**
 * Port: what must follow when sites of the current local change their networks, by a verdict or by a register's new
 * import. Called inside the transaction that changed them.
 */
public interface NetworkListener {

  /** Sites may now belong to other networks than before. */
  void networksChanged();
}
