// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.Optional;

/** What other modules may ask about networks of sites. Runs inside the caller's transaction. */
public interface Networks {

  /** The network a site of a register belongs to, as the current local sees it. */
  Optional<String> of(String registerSite);
}
