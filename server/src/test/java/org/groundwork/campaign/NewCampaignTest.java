// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A new fight from the campaigns page: a target of any kind, demands, a plan, a place; or the reason why not. */
@ExtendWith(ProductExtension.class)
class NewCampaignTest {
  private static String due() { return Fight.today().plusDays(20).toString(); }

  /** The fields of a form that opens, in which single ones are replaced. */
  private static String[] form(Map<String, String> instead) {
    var fields = new TreeMap<>(Map.of("target", "new", "targetKind", "employer", "person", "Ivy Quartermain", "firm",
        "Quartermain Bakeries", "what", "Pay the night shift, all of it", "measure", "On the payslip of May", "due",
        due(),
        "step", "A letter", "once", UUID.randomUUID().toString()));
    fields.putAll(instead);
    var flat = new ArrayList<String>();
    fields.forEach((name, value) -> flat.addAll(List.of(name, value)));
    return flat.toArray(String[]::new);
  }

  private static Page open(FoundedLocal local, Visitor by, Map<String, String> instead) {
    return by.post(local.path("campaigns/new"), form(instead));
  }

  private static Campaign opened(Product product, FoundedLocal local, Page page) {
    assertThat(page.status()).as(page.body()).isEqualTo(303);
    UUID id = UUID.fromString(page.location().orElseThrow().replaceAll(".*/campaigns/([^?]*).*", "$1"));
    return local.read(() -> product.bean(Campaigns.class).byId(id)).orElseThrow();
  }

  private static int howMany(Product product, FoundedLocal local) {
    return local.read(() -> product.bean(CampaignList.class).goingOn(CampaignList.START, 50)).size();
  }

  @Test
  void opensAgainstEveryKindOfTarget(Product product, FoundedLocal local) {
    for (var kind : TargetKind.values()) {
      var campaign = opened(product, local, open(local, local.founder().visitor(), Map.of("targetKind", kind.key())));
      assertThat(campaign).isInstanceOf(Campaign.Quiet.class);
      var target = local.read(() -> product.bean(Targets.class).byId(campaign.core().target())).orElseThrow();
      assertThat(target.kind()).isEqualTo(kind);
      assertThat(target.person()).contains("Ivy Quartermain");
      assertThat(campaign.core().title()).isEqualTo("Pay the night shift, all of it");
    }
  }

  @Test
  void takesSeveralDemandsAPlanAPlaceAndANameOfItsOwn(Product product, FoundedLocal local) {
    UUID site = Fight.building(local, "3 Elm Street", 2);
    var campaign = opened(product, local, local.founder()
        .visitor()
        .post(local.path("campaigns/new"), "target", "new", "targetKind", "landlord", "person", "Ivy Quartermain",
            "title",
            "Heat for all", "what", "Heat", "measure", "21 degrees", "due", due(), "what", "", "measure", "", "due",
            due(),
            "what", "Light", "measure", "A lamp on each floor", "due", due(), "site", site.toString(), "step",
            "A letter",
            "threshold", "13", "step", "", "threshold", "", "step", "We go there", "threshold", "", "once",
            UUID.randomUUID().toString()));
    var core = campaign.core();
    assertThat(core.title()).isEqualTo("Heat for all");
    assertThat(core.demands()).extracting(Campaign.Demand::what).containsExactly("Heat", "Light");
    assertThat(core.plan()).extracting(Campaign.Step::what).containsExactly("A letter", "We go there");
    assertThat(core.plan().getFirst().threshold()).hasValue(13);
    assertThat(core.plan()).extracting(Campaign.Step::state)
        .containsExactly(Campaign.StepState.NOW, Campaign.StepState.LOCKED);
    assertThat(core.site()).contains(site);
  }

  @Test
  void refusesBesideTheFieldAndKeepsWhatWasTyped(Product product, FoundedLocal local) {
    var by = local.founder().visitor();
    var refusals = Map.of("person", Map.of("person", "Quartermain LLC"), "measure-0", Map.of("measure", " "), "due-0",
        Map.of("due", "2001-01-01"), "what-0", Map.of("what", "", "measure", ""), "step-0", Map.of("step", ""),
        "targetKind", Map.of("targetKind", "dragon"), "threshold-0", Map.of("threshold", "many"), "title",
        Map.of("title", "x".repeat(161)), "site", Map.of("site", UUID.randomUUID().toString()));
    refusals.forEach((field, typed) -> {
      var page = open(local, by, typed);
      assertThat(page.status()).as(field).isEqualTo(422);
      assertThat(page.body()).as(field).contains("id=\"" + field + "-error\"", "Quartermain Bakeries");
    });
    assertThat(howMany(product, local)).isZero();
  }

  @Test
  void addsARowForAnotherDemandWithoutLosingAnything(FoundedLocal local) {
    var page = open(local, local.founder().visitor(), Map.of("act", "more", "title", "Flour & <b>salt</b>"));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("id=\"what-1\"", "Pay the night shift, all of it", "value=\"Flour &amp; ",
        "Ivy Quartermain");
  }

  @Test
  void opensOnceWhenSentTwice(Product product, FoundedLocal local) {
    var once = Map.of("once", UUID.randomUUID().toString());
    assertThat(open(local, local.founder().visitor(), once).status()).isEqualTo(303);
    assertThat(open(local, local.founder().visitor(), once).location()).contains(local.path("campaigns"));
    assertThat(howMany(product, local)).isEqualTo(1);
  }

  @Test
  void usesATargetNamedBeforeAndNoneOfAnotherLocal(Product product, FoundedLocal local, FoundedLocal other) {
    var mine = Fight.with(local, 1);
    var theirs = Fight.with(other, 1);
    var again = opened(product, local,
        open(local, local.founder().visitor(), Map.of("target", mine.target().toString(), "person", "")));
    assertThat(again.core().target()).isEqualTo(mine.target());
    var page = open(local, local.founder().visitor(), Map.of("target", theirs.target().toString(), "person", ""));
    assertThat(page.status()).isEqualTo(422);
    assertThat(open(local, local.founder().visitor(), Map.of("site", theirs.site().toString())).status())
        .isEqualTo(422);
  }

  @Test
  void letsAnOrganiserOfOneSiteOpenFightsThereAndNowhereElse(Product product, FoundedLocal local) {
    UUID mine = Fight.building(local, "3 Elm Street", 0);
    UUID theirs = Fight.building(local, "5 Oak Street", 0);
    var organiser = local.withPasskey(local.person(new Reach.Sites(Set.of(mine)), Role.MEMBER, Role.ORGANISER))
        .visitor();
    assertThat(open(local, organiser, Map.of("site", theirs.toString())).status()).isEqualTo(422);
    assertThat(open(local, organiser, Map.of("site", "")).status()).isEqualTo(422);
    assertThat(organiser.get(local.path("campaigns/new")).body()).contains("3 Elm Street").doesNotContain("5 Oak");
    var campaign = opened(product, local, open(local, organiser, Map.of("site", mine.toString())));
    assertThat(campaign.core().site()).contains(mine);
  }

  @Test
  void showsHostileTextAsText(Product product, FoundedLocal local) {
    String evil = "<script>alert(1)</script>";
    var campaign = opened(product, local, open(local, local.founder().visitor(), Map.of("person",
        "Ann <script>alert</script> Example", "firm", evil,
        "what", evil, "measure", evil, "title", evil, "step", evil)));
    String at = "campaigns/" + campaign.core().id();
    for (String path : List.of("campaigns", at, at + "/demands", at + "/ladder", at + "/site", at + "/outcome",
        at + "/public", at + "/talks", "campaigns/new", "")) {
      assertThat(local.founder().visitor().get(local.path(path)).body()).as(path)
          .doesNotContain("<script>alert")
          .doesNotContain("alert(1)</script>");
    }
  }
}
