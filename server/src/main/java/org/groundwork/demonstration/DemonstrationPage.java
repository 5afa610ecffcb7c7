// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.util.List;
import org.groundwork.platform.web.View;

/**
 * The demonstration's door.
 *
 * @param allowed false where a real local exists: then there is no demonstration here
 * @param signIns who one may come in as; empty until it is made
 */
public record DemonstrationPage(boolean allowed, List<Entry> signIns) implements View {

  /** One way in. */
  public record Entry(String role, String name) {}
}
