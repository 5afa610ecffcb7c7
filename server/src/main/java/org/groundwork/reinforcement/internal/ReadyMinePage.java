// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.web.View;

/** A steward's own people who have no account, and whether they can be called. */
public record ReadyMinePage(List<Somebody> people) implements View {
  public ReadyMinePage { people = List.copyOf(people); }

  /** Somebody, and whether they can be called. */
  public record Somebody(UUID id, String name, boolean ready) {}
}
