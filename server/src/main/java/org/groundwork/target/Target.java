// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.Optional;
import java.util.UUID;

/**
 * Who can say yes, with the firm or body behind.
 *
 * @param person absent while nobody knows: finding out is then the first research task
 * @param firm absent where there is none behind the person
 * @param network the network of sites that belongs to the target, if a register shows one
 * @param version of the record, so that two who change it at once notice
 */
public record Target(UUID id, TargetKind kind, Optional<String> person, Optional<String> firm,
    Optional<String> network, long version) {

  /** What to call the target in a sentence: the person, or the firm while the person is not known. */
  public Optional<String> called() {
    return person.or(() -> firm);
  }
}
