// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.Optional;

/** What other modules may ask about networks of sites. Runs inside the caller's transaction. */
public interface Networks {

  /** The network a site of a register belongs to, as the current local sees it. */
  Optional<String> of(String registerSite);

  /**
   * A network in one line.
   *
   * @param name who signs or owns most of it, as the register writes it
   * @param homes as far as the register counts them
   */
  record Face(String network, String name, int sites, int homes) {}

  /** What to call a network and how large it is; empty if no register knows it. */
  Optional<Face> face(String network);
}
