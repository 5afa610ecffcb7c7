// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Caller;

/**
 * Port: what another module has to say on a person's page. Implementations are beans; the page shows their panels in
 * {@link #order}, lower first, and knows nothing of them. Each decides itself what the reader may see, and is asked in
 * a transaction of the local, after the look at the person was audited.
 */
public interface PersonPanel {

  /**
   * A panel as it is drawn.
   *
   * @param title message key
   * @param path where the panel's link leads, within the local, without a leading slash; empty for none
   * @param action message key of the link
   */
  record Panel(String title, List<Line> lines, String path, String action) {
    public Panel { lines = List.copyOf(lines); }
  }

  /** A sentence: a message key and its arguments. */
  record Line(String key, List<Object> arguments) {
    public Line { arguments = List.copyOf(arguments); }
  }

  /** The panel's place on the page; lower stands higher. */
  int order();

  /** The panel for this person and reader, absent if there is nothing to say. */
  Optional<Panel> panelFor(Caller.Actor reader, UUID person);
}
