// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.util.List;
import org.groundwork.platform.web.View;

/** The strikes of the local, the latest first. */
public record StrikesPage(List<StrikeAt> strikes) implements View {
  public StrikesPage { strikes = List.copyOf(strikes); }
}
