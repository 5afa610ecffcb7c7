// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.dues.Period;
import org.groundwork.dues.Plan;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * A scale being written down.
 *
 * @param plan the scale that is changed; absent for a new one
 * @param funds all but the general one
 * @param stale whether somebody changed it meanwhile
 */
public record PlanPage(Optional<Plan> plan, List<Fund> funds, String currency, PlanForm form, FormErrors errors,
    boolean stale) implements View {
  public PlanPage { funds = List.copyOf(funds); }

  /** All periods. */
  public List<Period> periods() { return List.of(Period.values()); }

  /** All that a scale can ask by. */
  public List<Plan.Asks> asks() { return List.of(Plan.Asks.values()); }

  /** Where the form is sent, within the local. */
  public String action() {
    return plan.map(each -> "dues/plans/" + each.id()).orElse("dues/plans/new");
  }
}
