// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Port: how many gave their word to do what a rung asks. Implemented by the module that keeps such answers; without it
 * nothing is shown. Runs inside the caller's transaction; whoever calls has seen to it that the reader runs the campaign.
 */
public interface Pledged {

  /**
   * What the answers come to.
   *
   * @param word homes or people that gave their word, with a condition or without
   * @param needed how many it takes, if anybody said so
   * @param path of the page with the rows behind it, within the local
   */
  record Count(int word, OptionalInt needed, String path) {}

  /** The count of a rung; absent where nobody has been asked. */
  Optional<Count> of(UUID step);

  /** Whether somebody has answered for this rung, so that it is not taken out of the plan in silence. */
  boolean answered(UUID step);
}
