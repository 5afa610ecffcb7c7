// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.View;

/**
 * Who holds what, until when.
 *
 * @param given the one that was just given, if one was
 * @param held in force now
 * @param ended ended in the last ninety days
 */
public record MandatesPage(Optional<Held> given, List<Held> held, List<Held> ended) implements View {
  public MandatesPage {
    held = List.copyOf(held);
    ended = List.copyOf(ended);
  }

  /**
   * One mandate.
   *
   * @param who what the holder is called
   * @param role message key
   * @param sites names of the sites, empty for the whole local
   */
  public record Held(String id, String who, String role, List<String> sites, String from, String until) {
    public Held { sites = List.copyOf(sites); }
  }
}
