// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import java.util.List;
import java.util.Optional;

/**
 * Who sees a name and an answer, by name, said before anybody answers.
 *
 * @param steward the person's own; absent where they have none
 * @param organisers of the site, without the steward
 */
public record WhoSees(Optional<String> steward, List<String> organisers) {
  public WhoSees { organisers = List.copyOf(organisers); }
}
