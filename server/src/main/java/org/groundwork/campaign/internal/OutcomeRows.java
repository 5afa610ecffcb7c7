// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.springframework.util.MultiValueMap;

/** What became of each demand, as typed, by the demand's identity. */
public record OutcomeRows(Map<String, String> results, Map<String, String> values) {

  /** How an amount is read. */
  interface Amounts {
    Optional<Money> read(String typed);
  }

  static OutcomeRows of(MultiValueMap<String, String> typed, List<Campaign.Demand> demands) {
    var results = new HashMap<String, String>();
    var values = new HashMap<String, String>();
    for (var demand : demands) {
      String id = demand.id().toString();
      results.put(id, Typed.in(Typed.all(typed, "result-" + id), 0));
      values.put(id, Typed.in(Typed.all(typed, "value-" + id), 0));
    }
    return new OutcomeRows(results, values);
  }

  public boolean says(UUID demand, Campaign.Result result) {
    return result.key().equals(results.get(demand.toString()));
  }

  public String value(UUID demand) { return values.getOrDefault(demand.toString(), ""); }

  /** The outcomes; each demand needs one, and only what was won has a value. */
  Map<UUID, Campaign.Outcome> read(FormErrors errors, List<Campaign.Demand> demands, Amounts amounts) {
    var outcomes = new HashMap<UUID, Campaign.Outcome>();
    for (var demand : demands) {
      var result = java.util.Arrays.stream(Campaign.Result.values())
          .filter(one -> says(demand.id(), one))
          .findFirst();
      if (result.isEmpty()) {
        errors.refuse("result-" + demand.id(), "outcome.choose");
      }
      var value = value(errors, demand.id(), result.map(Campaign.Result::won).orElse(false), amounts);
      result.ifPresent(how -> outcomes.put(demand.id(), new Campaign.Outcome(how, value)));
    }
    return outcomes;
  }

  private Optional<Money> value(FormErrors errors, UUID demand, boolean won, Amounts amounts) {
    String field = "value-" + demand;
    String typed = errors.optional(field, value(demand), 30);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    var money = amounts.read(typed);
    if (money.isEmpty()) {
      errors.refuse(field, "form.amount");
    } else if (!won) {
      errors.refuse(field, "outcome.nothing-won");
    }
    return money;
  }
}
