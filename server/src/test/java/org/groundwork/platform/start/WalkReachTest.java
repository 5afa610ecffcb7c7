// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The walk speaks of the whole local; an organiser of named sites neither sees nor changes another site through it. */
@ExtendWith(ProductExtension.class)
class WalkReachTest {
  private static final List<String> STEPS = List.of("start/what-is-wrong", "start/who-can-say-yes", "start/what-we-ask",
      "start/how-we-go-on");

  @Test
  void isForWhoeverOrganisesTheWholeLocal(Product product, FoundedLocal local) {
    UUID first = local.write(() -> product.bean(Sites.class).add(SiteKind.BUILDING, "1 Elm Street", Optional.empty()));
    UUID second = local.write(() -> product.bean(Sites.class).add(SiteKind.BUILDING, "2 Oak Road", Optional.empty()));
    var ofTheSecond = local.withPasskey(local.person(new Reach.Sites(Set.of(second)), Role.ORGANISER)).visitor();
    for (String step : STEPS) {
      assertThat(ofTheSecond.get(local.path(step)).status()).as(step).isEqualTo(403);
      assertThat(ofTheSecond.post(local.path(step), "person", "A. Example", "kind", "repairs", "what", "x").status())
          .as(step)
          .isEqualTo(403);
    }
    assertThat(ofTheSecond.get(local.path("")).bodyWithoutTokens()).doesNotContain("Elm", "start/");
    assertThat(first).isNotEqualTo(second);
    var founder = local.withPasskey(local.founder()).visitor();
    assertThat(founder.get(local.path(STEPS.getFirst())).status()).isEqualTo(200);
  }
}
