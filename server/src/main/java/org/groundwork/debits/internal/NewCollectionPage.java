// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.debits.Candidates;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Choosing the day of a collection, and what it would come to.
 *
 * @param on the day as typed
 * @param first the first day that can be
 * @param preview what it would come to; absent while the day cannot be
 * @param left some of those who are left out
 */
public record NewCollectionPage(String on, LocalDate first, int notice, Optional<Candidates.Preview> preview, Money sum,
    List<Left> left, FormErrors errors) implements View {

  /**
   * Somebody who is left out, and why.
   *
   * @param mandate the one that somebody can mend; empty where nothing can be done here
   */
  public record Left(String name, String why, Optional<UUID> mandate) {}

  /** Copies the list. */
  public NewCollectionPage { left = List.copyOf(left); }
}
