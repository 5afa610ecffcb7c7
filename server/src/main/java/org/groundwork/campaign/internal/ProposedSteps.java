// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Map;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.web.Languages;
import org.groundwork.platform.web.Texts;
import org.springframework.stereotype.Component;

/** The rungs that are proposed for a new plan; one that is kept as it was proposed has its kind. */
@Component
class ProposedSteps {
  private static final Map<String, StepKind> KINDS = Map.of("plan.propose.letter", StepKind.LETTER,
      "plan.propose.deliver", StepKind.MARCH, "plan.propose.decide", StepKind.OTHER);
  private final Languages languages;

  ProposedSteps(Languages languages) { this.languages = languages; }

  /** The texts, with an empty one at the end to write in. */
  static List<String> texts(Texts.In text) {
    return List.of(text.t("plan.propose.letter"), text.t("plan.propose.deliver"), text.t("plan.propose.decide"), "");
  }

  /** The rung with the kind it was proposed with; whatever was written otherwise is told its kind on its own page. */
  Campaigns.NewStep known(Campaigns.NewStep step) {
    return new Campaigns.NewStep(step.what(), step.threshold(), kind(step.what()));
  }

  private StepKind kind(String what) {
    return languages.available()
        .stream()
        .flatMap(language -> KINDS.entrySet()
            .stream()
            .filter(kind -> languages.text(language, kind.getKey()).equals(what))
            .map(Map.Entry::getValue))
        .findFirst()
        .orElse(StepKind.OTHER);
  }
}
