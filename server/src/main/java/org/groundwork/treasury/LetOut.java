// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Port: what is told when money left the places where it lies by one person's word and nobody could be asked before, as when
 * what came in is undone. Implementations are beans, told in the transaction that let it out.
 */
public interface LetOut {

  /**
   * Money left.
   *
   * @param entry by which
   * @param on the day of the entry
   * @param out how much left each fund, in minor units, above zero
   */
  void left(UUID entry, LocalDate on, Map<UUID, Long> out);
}
