// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Port: what the other side promised to us in a fight, face to face, for its story. Asked in a transaction of the local.
 */
public interface FightPromises {

  /**
   * A promise.
   *
   * @param words theirs; empty where nobody asked for them
   * @param made on which day
   * @param by when; absent where no day was named
   * @param kept whether they kept it; absent while nobody has looked
   * @param path of what is written down about it, within the local, without a leading slash
   */
  record Promise(String words, LocalDate made, Optional<LocalDate> by, Optional<Boolean> kept, String path) {}

  /**
   * What was promised in a fight, the earliest first.
   *
   * @param words whether their words are asked for too, by somebody who runs the fight
   */
  List<Promise> of(UUID campaign, boolean words);
}
