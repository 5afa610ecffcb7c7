// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.web.View;

/** A steward's own people who wait to hear what became of a call they had answered. */
public record ToTellPage(List<Of> calls) implements View {
  public ToTellPage { calls = List.copyOf(calls); }

  /**
   * One call.
   *
   * @param became the end of a message key that says what became of it
   */
  public record Of(UUID step, String text, String became, List<Somebody> people) {
    public Of { people = List.copyOf(people); }
  }

  /** Somebody and where they are to be found. */
  public record Somebody(UUID id, String name, String door) {}
}
