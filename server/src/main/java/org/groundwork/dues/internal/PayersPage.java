// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.dues.Waivers;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/**
 * Who has to be looked after: those who asked for time, and those in arrears, the longest first.
 *
 * @param open what all members owe
 * @param late how many are in arrears
 * @param more whether there are more in arrears than are listed
 */
public record PayersPage(boolean ready, Money open, int late, boolean more, List<Late> arrears, List<Asked> asked,
    String search, Optional<List<Found>> found) implements View {

  /** Somebody in arrears. */
  public record Late(UUID person, String name, LocalDate since, Money open) {}

  /** Somebody who asked for time. */
  public record Asked(Waivers.Waiver waiver, String name) {}

  /** Somebody whose name was looked for. */
  public record Found(UUID person, String name) {}

  /** Whether the reader keeps the money, and so may see what each of them owes. */
  public boolean keeps() {
    return DuesDesk.keeps();
  }

  public PayersPage {
    arrears = List.copyOf(arrears);
    asked = List.copyOf(asked);
    found = found.map(List::copyOf);
  }
}
