// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.groundwork.dues.Runs;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/** What was charged, and what can be charged now. */
public record RunsPage(List<Ready> ready, List<Done> runs) implements View {

  /**
   * A period of a scale that can be charged.
   *
   * @param before whether it was charged before, so that only those are charged who were not
   * @param now whether it is the one to be charged next
   */
  public record Ready(UUID plan, String called, LocalDate period, String named, boolean before, boolean now) {}

  /** A run, ready to read. */
  public record Done(Runs.Run run, String period, Money sum) {}

  public RunsPage {
    ready = List.copyOf(ready);
    runs = List.copyOf(runs);
  }
}
