// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The walk's last two screens: from a site and a target to an open fight. */
@ExtendWith(ProductExtension.class)
class WalkTest {

  @Test
  void opensAFightFromASiteAndComesBackToItWhenLeftHalfWay(Product product, FoundedLocal local) {
    var site = Fight.building(local, Fight.PLACE, 3);
    local.write(() -> product.bean(Targets.class)
        .name(TargetKind.LANDLORD, Optional.of("Quenby Ostrander"), Optional.empty(), Optional.empty()));
    var by = local.founder().visitor();
    assertThat(by.post(local.path("start/what-we-ask"), "what", "Heat", "measure", "", "due", "").status())
        .isEqualTo(422);
    String due = Fight.today().plusDays(9).toString();
    for (String asked : new String[]{"Heat", "Heat, by night too"}) {
      assertThat(
          by.post(local.path("start/what-we-ask"), "what", asked, "measure", "21 degrees", "due", due).location())
          .contains(local.path("start/how-we-go-on"));
    }
    assertThat(by.get(local.path("start/what-we-ask")).body()).contains("Heat, by night too");
    var opened = by.post(local.path("start/how-we-go-on"), "what", "A letter", "threshold", "13", "what", "We go there",
        "threshold", "", "what", "La llevamos juntas y juntos", "threshold", "");
    assertThat(opened.status()).isEqualTo(303);
    var lines = local.read(() -> product.bean(CampaignList.class).goingOn(CampaignList.START, 5));
    assertThat(lines).singleElement().satisfies(line -> {
      assertThat(line.state()).isEqualTo(Campaign.State.QUIET);
      assertThat(line.site()).contains(site);
      assertThat(opened.location()).contains(local.path("campaigns/" + line.id() + "/talks"));
    });
    assertThat(by.get(opened.location().orElseThrow()).body()).contains("Talk to three", "Neighbour 0");
    assertThat(local.read(() -> product.bean(Ladder.class).of(lines.getFirst().id()))).extracting(Rung::kind)
        .as("one that was proposed knows its kind, in any language")
        .containsExactly(StepKind.OTHER, StepKind.OTHER, StepKind.MARCH);
  }
}
