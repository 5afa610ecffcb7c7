// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Closing;
import org.groundwork.campaign.StepKind;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dates of a rung: planned from it, kept with it, and whoever was there did it. */
@ExtendWith(ProductExtension.class)
class RungDatesTest {

  @Test
  void isPlannedFromTheRungsPageAndLeadsBackToIt(FoundedLocal local) {
    var at = AtARung.in(local, StepKind.MARCH, Duration.ofDays(3), false);
    var host = at.planned().organiser();
    String rung = local.path("campaigns/" + at.fight() + "/steps/" + at.step());
    String page = host.get(rung).body();
    String plan = "actions/plan?campaign=" + at.fight() + "&amp;step=" + at.step();
    assertThat(page).contains("A date for it", Planned.TITLE, plan, at.planned().id() + "/march");
    String form = host.get(local.path(plan.replace("&amp;", "&"))).body();
    assertThat(form).contains("value=\"" + at.step() + "\" selected", "value=\"" + at.fight() + "\" selected");
    String once = form.replaceAll("(?s).*name=\"once\" value=\"([^\"]+)\".*", "$1");
    String[] fields = {"once", once, "version", "0", "title", "Second try", "place", "Yard", "day", "2030-05-02",
        "from", "18:00", "until", "19:00", "campaign", at.fight().toString(), "site", at.site().toString(), "step",
        at.step().toString()};
    String made = host.post(local.path("actions/plan"), fields).location().orElseThrow();
    assertThat(host.get(made).body()).contains("A date of the rung", rung.substring(1), AtARung.RUNG);
    assertThat(host.get(rung).body()).contains("Second try");
    assertThat(host.get(at.planned().at("/change")).body()).contains("value=\"" + at.step() + "\" selected");
    assertThat(local.read(() -> Planned.part(Actions.class).ofStep(at.step(), 9))).hasSize(2)
        .allMatch(action -> action.step().equals(Optional.of(at.step())));
  }

  @Test
  void refusesARungOfAnotherFightAndKeepsWhatWasTyped(FoundedLocal local, FoundedLocal foreign) {
    var at = AtARung.in(local, StepKind.MARCH, Duration.ofDays(3), false);
    var other = AtARung.in(local, StepKind.PICKET, Duration.ofDays(3), false);
    var abroad = AtARung.in(foreign, StepKind.PICKET, Duration.ofDays(3), false);
    var host = at.planned().organiser();
    for (UUID rung : List.of(other.step(), abroad.step())) {
      var refused = host.post(local.path("actions/plan"), "once", UUID.randomUUID().toString(), "title",
          "<script>Typed", "place", "Yard", "day", "2030-05-02", "from", "18:00", "until", "19:00", "campaign",
          at.fight().toString(), "site", at.site().toString(), "step", rung.toString());
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body()).contains("step-error", "&lt;script>Typed");
    }
  }

  @Test
  void keepsItsRungInThePlan(FoundedLocal local) {
    var at = AtARung.in(local, StepKind.MARCH, Duration.ofDays(3), false);
    assertThat(local.read(() -> Planned.part(RungDates.class).keeps(at.step()))).isTrue();
    at.change(Optional.empty(), false);
    assertThat(local.read(() -> Planned.part(RungDates.class).keeps(at.step()))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(StepKind.class)
  void whoeverWasThereDidTheRungWhereBeingThereIsWhatItAsks(StepKind kind, Product product) {
    var at = AtARung.now(product.found(), kind);
    UUID ana = at.neighbour("Ana", false);
    at.planned().comes(ana);
    product.clock().advance(Duration.ofMinutes(11));
    AtARung.mark(at.planned(), ana, "attended");
    boolean counts = kind == StepKind.MARCH || kind == StepKind.PICKET || kind == StepKind.BUTTON_DAY;
    assertThat(at.did().contains(ana)).isEqualTo(counts);
    AtARung.mark(at.planned(), ana, "attended");
    AtARung.mark(at.planned(), ana, "no-show");
    assertThat(at.did()).as("taken back").isEmpty();
  }

  @Test
  void takingBackTakesBackOnlyWhatTheCheckInNoted(Product product, FoundedLocal local) {
    var at = AtARung.now(local, StepKind.PICKET);
    UUID ana = at.neighbour("Ana", false);
    UUID ben = at.neighbour("Ben", false);
    UUID boss = at.neighbour("Hasper", true);
    var second = at.another();
    for (UUID person : List.of(ana, ben, boss)) {
      at.planned().comes(person);
    }
    second.comes(ana);
    product.clock().advance(Duration.ofMinutes(11));
    local.write(() -> {
      Planned.part(StrengthTests.class)
          .did(at.step(), List.of(ben), LocalDate.now(product.clock()));
      return true;
    });
    for (UUID person : List.of(ana, ben, boss)) {
      AtARung.mark(at.planned(), person, "attended");
    }
    AtARung.mark(second, ana, "attended");
    assertThat(at.did()).as("the boss's side never counts").containsExactlyInAnyOrder(ana, ben);
    AtARung.mark(at.planned(), ana, "coming");
    AtARung.mark(at.planned(), ben, "coming");
    assertThat(at.did()).as("Ana was at the other date, Ben was noted by hand").containsExactlyInAnyOrder(ana, ben);
    AtARung.mark(second, ana, "coming");
    assertThat(at.did()).containsExactly(ben);
  }

  @Test
  void followsADateToAnotherRungAndForgetsWithItsNames(Product product, FoundedLocal local) {
    var at = AtARung.now(local, StepKind.MARCH);
    UUID ana = at.neighbour("Ana", false);
    at.planned().comes(ana);
    product.clock().advance(Duration.ofMinutes(11));
    AtARung.mark(at.planned(), ana, "attended");
    assertThat(at.change(Optional.empty(), false)).isTrue();
    assertThat(at.did()).isEmpty();
    at.change(Optional.of(at.step()), false);
    assertThat(at.did()).containsExactly(ana);
    at.change(Optional.of(at.step()), true);
    assertThat(at.did()).as("names at a risky action are evidence").isEmpty();
    assertThat(at.planned().now().attended()).isEqualTo(1);
  }

  @Test
  void countsNobodyForAFightThatIsOver(Product product, FoundedLocal local) {
    var at = AtARung.now(local, StepKind.MARCH);
    UUID ana = at.neighbour("Ana", false);
    at.planned().comes(ana);
    local.write(() -> Planned.part(Closing.class)
        .close(at.fight(), Planned.part(Campaigns.class).byId(at.fight()).orElseThrow().core().version(),
            Map.of(at.demand(), new Campaign.Outcome(Campaign.Result.LOST, Optional.empty())), Optional.empty()));
    assertThat(local.read(() -> Planned.part(Campaigns.class).byId(at.fight())).orElseThrow().goesOn()).isFalse();
    product.clock().advance(Duration.ofMinutes(11));
    AtARung.mark(at.planned(), ana, "attended");
    assertThat(at.did()).isEmpty();
  }
}
