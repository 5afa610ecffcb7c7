// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.util.List;
import java.util.UUID;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.RungPages;
import org.groundwork.campaign.StepKind;

/** Leads from a rung to the books of its strike. A rung on which there are books stays in the plan. */
final class StrikeRungPages implements RungPages {
  private final Strikes strikes;
  private final StrikeSites sites;

  StrikeRungPages(Strikes strikes, StrikeSites sites) {
    this.strikes = strikes;
    this.sites = sites;
  }

  @Override
  public List<RungPage> of(Rung rung) {
    UUID step = rung.step().id();
    var kept = strikes.of(step);
    boolean rent = kept.map(strike -> strike.rent().isPresent()).orElse(rung.kind() == StepKind.RENT_STRIKE);
    boolean ours = kept.isPresent() || rung.kind() == StepKind.RENT_STRIKE || rung.kind() == StepKind.STRIKE;
    return ours && sites.of(step).isPresent()
        ? List.of(new RungPage(rent ? "rent-strike.page" : "on-strike.page", "", "strikes/" + step,
            rent ? "hand-coins" : "flag"))
        : List.of();
  }

  @Override
  public boolean keeps(UUID step) { return strikes.of(step).isPresent(); }
}
