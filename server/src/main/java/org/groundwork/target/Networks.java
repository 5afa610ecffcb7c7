// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.time.LocalDate;
import java.util.Optional;

/** What other modules may ask about networks of sites. Runs inside the caller's transaction. */
public interface Networks {

  /** The network a site of a register belongs to today, as the current local sees it. */
  Optional<String> of(String registerSite);

  /**
   * The network of whoever owned the site on a day, as the current local sees it: today's, unless the site was sold
   * since. A former owner without another site has a network of their own.
   */
  Optional<String> of(String registerSite, LocalDate day);

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
