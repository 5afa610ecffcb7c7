// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.PasskeyRule;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.access.Withheld;
import org.groundwork.platform.web.NextStep;
import org.springframework.stereotype.Component;

/** Tells somebody whose office is withheld what to do, and everybody with an office if the rule behind it is off. */
@Component
class WayInStep implements NextStep {
  private static final int FIRST = 95;
  private static final int LAST = 5;
  private final PasskeyRule rule;

  WayInStep(PasskeyRule rule) { this.rule = rule; }

  @Override
  public Optional<Step> nextFor(Caller.Actor actor) {
    if (actor.withheld().isPresent()) {
      String what = switch (actor.withheld().get()) {
        case Withheld.Passkey() -> "way-in.step.passkey";
        case Withheld.Until _ -> "way-in.step.day";
        case Withheld.TwoOfficers() -> "way-in.step.two";
      };
      return Optional.of(new Step(FIRST, what, "", List.of(), "way-in", "way-in.step.open"));
    }
    boolean officer = actor.mandates().stream().anyMatch(mandate -> mandate.role() != Role.MEMBER);
    return officer && rule.overridden()
        ? Optional.of(new Step(LAST, "way-in.step.off", "", List.of(), "way-in", "way-in.step.open"))
        : Optional.empty();
  }
}
