// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * The local's limits, which every member reads, and how they came to be what they are.
 *
 * @param waiting a change that waits for a second officer
 * @param past those that were decided, the latest first
 * @param meanwhile why what was typed was not asked for, as message keys have it; empty if nothing came between
 * @param done what just happened; empty for nothing
 */
public record LimitsPage(Sums now, Optional<Change> waiting, List<Change> past, May may, LimitsForm form,
    FormErrors errors, String meanwhile, String done, ZoneId zone) implements View {
  public LimitsPage { past = List.copyOf(past); }

  public Currency currency() { return now.release().currency(); }

  /** The limits as they are. */
  public record Sums(Money noReceipt, Money release, Money appropriation, Money pettyCash) {
    /** The most that leaves by one person's word. */
    public Money byOne() {
      return release.minor() <= appropriation.minor() ? release : appropriation;
    }
  }

  /**
   * What the reader may do.
   *
   * @param ask for other limits
   * @param agree to the change that waits
   * @param withdraw the change that waits
   */
  public record May(boolean ask, boolean agree, boolean withdraw) {}

  /**
   * A change.
   *
   * @param by who asked; empty once they were forgotten
   * @param second who said yes or took it back; empty while it waits, and once they were forgotten
   */
  public record Change(UUID id, String state, List<Part> parts, String by, Instant at, String second,
      Optional<Instant> decided) {
    public Change { parts = List.copyOf(parts); }
  }

  /** One limit that changes. */
  public record Part(String what, Money before, Money wanted) {}
}
