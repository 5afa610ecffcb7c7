// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
 * @param chosen how many members chose each rate; one that nobody chose is left out
 * @param going rates that members chose and that are taken out, to be confirmed
 * @param sure what confirms it
 */
public record PlanPage(Optional<Plan> plan, List<Fund> funds, String currency, PlanForm form, FormErrors errors,
    boolean stale, Map<UUID, Integer> chosen, List<Going> going, String sure) implements View {
  public PlanPage {
    funds = List.copyOf(funds);
    chosen = Map.copyOf(chosen);
    going = List.copyOf(going);
  }

  /** A rate that is taken out, and how many members chose it. */
  public record Going(UUID rate, String name, boolean free, int members) {}

  /** The same, asking whether these rates are to go. */
  PlanPage with(List<Going> gone, String confirms) {
    return new PlanPage(plan, funds, currency, form, errors, stale, chosen, gone, confirms);
  }

  /** How many members chose the rate of a row. */
  public int chosen(PlanForm.Row row) {
    return DuesTyped.id(row.id()).map(rate -> chosen.getOrDefault(rate, 0)).orElse(0);
  }

  /** All periods. */
  public List<Period> periods() { return List.of(Period.values()); }

  /** All that a scale can ask by. */
  public List<Plan.Asks> asks() { return List.of(Plan.Asks.values()); }

  /** Where the form is sent, within the local. */
  public String action() {
    return plan.map(each -> "dues/plans/" + each.id()).orElse("dues/plans/new");
  }
}
