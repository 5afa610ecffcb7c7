// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.campaign.Campaigns;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fight's story tells what is to come in it, and leads to planning something for it. */
@ExtendWith(ProductExtension.class)
class StoryDatesTest {

  private static UUID fight(FoundedLocal local, UUID site) {
    UUID target = local.write(() -> Planned.part(Targets.class)
        .name(TargetKind.LANDLORD, Optional.of("Quenby"), Optional.of("Quill LLC"), Optional.empty()));
    return local.write(() -> {
      var campaigns = Planned.part(Campaigns.class);
      UUID made = campaigns.draft("Rise", target, Optional.of(site), Optional.empty());
      campaigns.ask(made, List.of(new Campaigns.NewDemand("No rise", "A letter",
          LocalDate.now(Product.shared().clock()).plusDays(20))));
      campaigns.plan(made, List.of(new Campaigns.NewStep("A letter of ours", OptionalInt.empty())));
      campaigns.open(made);
      return made;
    });
  }

  @Test
  void tellsWhatIsToComeAndLeadsToPlanningMore(Product product, FoundedLocal local) {
    UUID site = local.write(() -> Planned.part(Sites.class).add(SiteKind.BUILDING, "1 Elm", Optional.empty()));
    UUID fight = fight(local, site);
    var starts = product.clock().instant().plus(Duration.ofDays(2));
    var when = new Action.When(starts, starts.plus(Duration.ofHours(1)), Planned.ZONE);
    UUID action = local.write(() -> Planned.part(Actions.class)
        .plan(new Actions.Plan(Optional.of(fight), Optional.of(site),
            new Action.Told("Knock on doors", "", "Yard", "", "", "", ""), when, false),
            new Actions.NewShift("", when, OptionalInt.empty(), OptionalInt.empty())));
    var organiser = local.withPasskey(local.founder()).visitor();
    String story = local.path("campaigns/" + fight);
    assertThat(organiser.get(story).body()).contains("Knock on doors", "actions/" + action,
        "actions/plan?campaign=" + fight);
    assertThat(organiser.get(local.path("actions/plan?campaign=" + fight)).body())
        .contains("value=\"" + fight + "\" selected", "value=\"" + site + "\" selected");
    assertThat(organiser.get(local.path("actions/" + action)).body()).contains("campaigns/" + fight, "Rise");
    assertThat(local.person(Role.MEMBER).visitor().get(story).body()).contains("Knock on doors")
        .doesNotContain("actions/plan");
    local.write(() -> Planned.part(Actions.class).cancel(action));
    assertThat(organiser.get(story).body()).doesNotContain("Knock on doors");
  }
}
