// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.groundwork.campaign.Campaigns;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** The ladder, as typed: a text and a number for each rung; rungs without a text are left out. */
public record PlanForm(@Nullable List<String> what, @Nullable List<String> threshold) {

  List<Campaigns.NewStep> read(FormErrors errors, int most) {
    var steps = new ArrayList<Campaigns.NewStep>();
    var texts = what == null ? List.<String>of() : what;
    for (int at = 0; at < Math.min(texts.size(), Campaigns.MOST_STEPS); at++) {
      String text = errors.optional("what-" + at, texts.get(at), 200);
      if (!text.isEmpty()) {
        steps.add(new Campaigns.NewStep(text, number(errors, at, most)));
      }
    }
    if (steps.isEmpty()) {
      errors.refuse("what-0", "campaign.refused.no-plan");
    }
    return steps;
  }

  private OptionalInt number(FormErrors errors, int at, int most) {
    String typed = threshold == null || at >= threshold.size() || threshold.get(at) == null
        ? ""
        : threshold.get(at).strip();
    return typed.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(errors.number("threshold-" + at, typed, 1, Math.max(1, most)));
  }

  public String text(int at) { return what == null || at >= what.size() || what.get(at) == null ? "" : what.get(at); }

  public String numberText(int at) {
    return threshold == null || at >= threshold.size() || threshold.get(at) == null ? "" : threshold.get(at);
  }
}
