// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.Campaigns;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.Layout;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every role finds something of its own on the first screen, and the page behind it opens. */
@ExtendWith(ProductExtension.class)
class FirstScreenTest {

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  @Test
  void givesEveryRoleAStepThatOpens(FoundedLocal local) {
    UUID site = fight(local);
    var expected = Map.of(Role.MEMBER, "Zebra rise: see where it stands", Role.TREASURER, "You keep the money",
        Role.RETURNING_OFFICER, "You run the votes", Role.ADMINISTRATOR, "You say who may do what", Role.STEWARD,
        "Whom do you know at 17 Quill Row?");
    expected.forEach((role, step) -> {
      var reach = role == Role.STEWARD ? new Reach.Sites(Set.of(site)) : new Reach.WholeLocal();
      var visitor = local.withPasskey(local.person(reach, role)).visitor();
      Page home = visitor.get(local.path(""));
      assertThat(home.body()).as(role.key()).contains(step).doesNotContain("Nothing waits");
      String open = home.body().replaceAll("(?s).*<a class=\"button button--next\" href=\"([^\"]+)\".*", "$1");
      assertThat(visitor.get(open).status()).as(role + " opens " + open).isEqualTo(200);
    });
  }

  private static UUID fight(FoundedLocal local) {
    return local.write(() -> {
      UUID site = part(Sites.class).add(SiteKind.BUILDING, "17 Quill Row", Optional.empty());
      part(Sites.class).layOut(site, Layout.ofHomes(1, 2, List.of("A", "B")));
      UUID target = part(Targets.class)
          .name(TargetKind.LANDLORD, Optional.of("Quenby"), Optional.empty(), Optional.empty());
      UUID made = part(Campaigns.class).draft("Zebra rise", target, Optional.of(site), Optional.empty());
      LocalDate due = LocalDate.now(Product.shared().clock()).plusDays(40);
      part(Campaigns.class).ask(made, List.of(new Campaigns.NewDemand("Withdraw it", "A letter", due)));
      part(Campaigns.class).plan(made, List.of(new Campaigns.NewStep("A letter of ours", OptionalInt.empty())));
      part(Campaigns.class).open(made);
      return site;
    });
  }
}
