// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.util.Optional;
import java.util.UUID;

/**
 * Port: a way to pay dues that another module offers, as the member's own page of dues leads to it. Implementations are beans,
 * asked in a reading transaction of the local.
 */
public interface WayToPay {

  /** Its place; lower stands first. */
  int order();

  /**
   * A way.
   *
   * @param key message key of what the link says
   * @param path within the local, without a leading slash
   */
  record Offer(String key, String path) {}

  /** The way for a member; empty if it is not offered to them. */
  Optional<Offer> offer(UUID person);
}
