// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.List;
import java.util.Optional;

/**
 * Port: places from public registers that an address might mean. Never from what a local entered, so that typing
 * addresses tells nobody where people organise; implemented by the module that keeps the registers.
 */
public interface SiteSuggestions {

  /**
   * A place in a register.
   *
   * @param registerSite its identifier, stable over imports
   * @param address as the register writes it
   * @param homes how many homes it has, if the register says
   * @param signedBy who signs for the owner, if the register says
   * @param others how many other sites belong to the same network
   */
  record Suggestion(String registerSite, String address, Optional<Integer> homes, Optional<String> signedBy,
      int others) {}

  /** At most ten places, best first, for an address as somebody types it. */
  List<Suggestion> like(String typed);

  /** The place with this identifier. */
  Optional<Suggestion> byId(String registerSite);
}
