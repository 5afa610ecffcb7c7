// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.util.UUID;

/**
 * Port: what is told when what had come in is undone by one person's word, and so money may have left the places where it lies.
 * Implementations are beans, told in the transaction that undid it.
 */
public interface LetOut {

  /**
   * Something was undone.
   *
   * @param entry by which
   */
  void undone(UUID entry);
}
