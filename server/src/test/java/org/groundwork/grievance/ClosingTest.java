// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.SiteMerge;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a grievance ends: what nobody else took part in was no fight. */
@ExtendWith(ProductExtension.class)
class ClosingTest {
  @BeforeAll
  static void register(Product product) throws Exception { SmallRegister.load(product); }

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static UUID report(FoundedLocal local, String register) {
    return local.write(() -> part(Grievances.class).report(new NewGrievance(GrievanceKind.EVICTION, Optional.empty(),
        Optional.empty(), Optional.of(register), "", Optional.empty(), Optional.empty(), "told", "", Locale.ENGLISH,
        NewGrievance.CameBy.FORM), Optional.empty()));
  }

  private static Page end(FoundedLocal local, UUID id, String as) {
    return local.founder()
        .visitor()
        .post(local.path("grievances/" + id + "/ending"), "as", as, "version",
            Long.toString(PublicForm.byId(local, id).version()));
  }

  private static Optional<ClosedAs> ended(FoundedLocal local, UUID id) { return PublicForm.byId(local, id).closedAs(); }

  private static Optional<CommonCauses.Cause> cause(FoundedLocal local, UUID id) {
    String network = PublicForm.byId(local, id).network().orElseThrow();
    return local.read(() -> part(CommonCauses.class).of(GrievanceKind.EVICTION, network, "USD"));
  }

  private static void fight(FoundedLocal local, String network) {
    local.write(() -> {
      UUID target = part(Targets.class).name(TargetKind.LANDLORD, Optional.of("Ysolde Vexford"),
          Optional.of("Probe Assets LLC"), Optional.of(network));
      UUID campaign = part(Campaigns.class).draft("Stay", target, Optional.empty(),
          Optional.of(new Campaign.Cause("eviction", network)));
      part(Campaigns.class).ask(campaign,
          List.of(new Campaigns.NewDemand("Withdraw it", "A letter", LocalDate.of(2027, 2, 15))));
      part(Campaigns.class).plan(campaign, List.of(new Campaigns.NewStep("Letter", OptionalInt.empty())));
      return part(Campaigns.class).open(campaign);
    });
  }

  @Test
  void readsHelpedIndividuallyWhereNobodyElseTookPart(FoundedLocal local) {
    UUID id = report(local, "tst:1");
    assertThat(local.founder().visitor().get(local.path("grievances/" + id + "/ending")).body())
        .contains("Reads “helped individually”");
    assertThat(end(local, id, "in-a-fight").status()).isEqualTo(303);
    assertThat(ended(local, id)).contains(ClosedAs.HELPED_INDIVIDUALLY);
    assertThat(local.founder().visitor().get(local.path("grievances/" + id)).body())
        .contains("Ended: Helped individually");
    assertThat(cause(local, id)).as("counts follow").isEmpty();
  }

  @Test
  void keepsWhatIsNotCalledAFight(FoundedLocal local) {
    for (ClosedAs end : List.of(ClosedAs.HELPED_INDIVIDUALLY, ClosedAs.NOT_OURS, ClosedAs.WITHDRAWN)) {
      UUID id = report(local, "tst:1");
      end(local, id, end.key());
      assertThat(ended(local, id)).contains(end);
    }
  }

  @Test
  void isAFightWhereSomebodyElseReportedTheSameOfAnotherHouse(FoundedLocal local) {
    UUID one = report(local, "tst:1");
    report(local, "tst:2");
    end(local, one, "in-a-fight");
    assertThat(ended(local, one)).contains(ClosedAs.IN_A_FIGHT);
    assertThat(cause(local, one).orElseThrow().people()).as("it counts on").isEqualTo(2);
    assertThat(local.founder().visitor().get(local.path("grievances?state=closed")).body()).contains(one.toString());
  }

  @Test
  void isNoFightBesideAReportThatWasNotOurs(FoundedLocal local) {
    UUID one = report(local, "tst:1");
    UUID two = report(local, "tst:2");
    end(local, two, "not-ours");
    end(local, one, "in-a-fight");
    assertThat(ended(local, one)).contains(ClosedAs.HELPED_INDIVIDUALLY);
  }

  @Test
  void isAFightWhereSomebodyElseReportedItAtTheSamePlaceUnderItsOtherName(FoundedLocal local) {
    UUID kept = site(local, "11 Tester Street");
    UUID twice = site(local, "11 Tester St");
    UUID one = reportAt(local, kept);
    UUID two = reportAt(local, twice);
    end(local, one, "in-a-fight");
    assertThat(ended(local, one)).as("two places yet").contains(ClosedAs.HELPED_INDIVIDUALLY);
    local.write(() -> part(Closing.class).reopen(one, PublicForm.byId(local, one).version()));
    assertThat(local.write(() -> part(SiteMerge.class).merge(kept, twice))).isPresent();
    for (UUID id : List.of(one, two)) {
      assertThat(reads(local, id)).isEqualTo(ClosedAs.IN_A_FIGHT);
    }
    end(local, one, "in-a-fight");
    assertThat(ended(local, one)).contains(ClosedAs.IN_A_FIGHT);
  }

  @Test
  void isAFightWhereACampaignIsAboutThePlaceUnderItsOtherName(FoundedLocal local) {
    UUID kept = site(local, "11 Tester Street");
    UUID twice = site(local, "11 Tester St");
    UUID id = reportAt(local, kept);
    local.write(() -> {
      UUID target = part(Targets.class).name(TargetKind.LANDLORD, Optional.of("Ysolde Vexford"), Optional.empty(),
          Optional.empty());
      UUID campaign = part(Campaigns.class).draft("Stay", target, Optional.of(twice), Optional.empty());
      part(Campaigns.class).ask(campaign,
          List.of(new Campaigns.NewDemand("Withdraw it", "A letter", LocalDate.of(2027, 2, 15))));
      part(Campaigns.class).plan(campaign, List.of(new Campaigns.NewStep("Letter", OptionalInt.empty())));
      return part(Campaigns.class).open(campaign);
    });
    assertThat(reads(local, id)).isEqualTo(ClosedAs.HELPED_INDIVIDUALLY);
    assertThat(local.write(() -> part(SiteMerge.class).merge(kept, twice))).isPresent();
    assertThat(reads(local, id)).isEqualTo(ClosedAs.IN_A_FIGHT);
  }

  private static ClosedAs reads(FoundedLocal local, UUID id) {
    var report = PublicForm.byId(local, id);
    return local.read(() -> part(Closing.class).reads(report, ClosedAs.IN_A_FIGHT));
  }

  private static UUID site(FoundedLocal local, String name) {
    return local.write(() -> part(Sites.class).add(SiteKind.BUILDING, name, Optional.empty()));
  }

  private static UUID reportAt(FoundedLocal local, UUID site) {
    return local.write(() -> part(Grievances.class).report(new NewGrievance(GrievanceKind.EVICTION, Optional.empty(),
        Optional.of(site), Optional.empty(), "", Optional.empty(), Optional.empty(), "told", "", Locale.ENGLISH,
        NewGrievance.CameBy.FORM), Optional.empty()));
  }

  @Test
  void isAFightWhereACampaignIsAboutIt(FoundedLocal local) {
    UUID id = report(local, "tst:1");
    fight(local, PublicForm.byId(local, id).network().orElseThrow());
    end(local, id, "in-a-fight");
    assertThat(ended(local, id)).contains(ClosedAs.IN_A_FIGHT);
  }

  @Test
  void comesBackAndCountsAgain(FoundedLocal local) {
    UUID id = report(local, "tst:1");
    end(local, id, "withdrawn");
    assertThat(cause(local, id)).isEmpty();
    var visitor = local.founder().visitor();
    String reopen = local.path("grievances/" + id + "/reopen");
    assertThat(visitor.post(reopen, "version", "1").status()).as("stale").isEqualTo(409);
    assertThat(visitor.post(reopen, "version", Long.toString(PublicForm.byId(local, id).version())).status())
        .isEqualTo(303);
    assertThat(ended(local, id)).isEmpty();
    assertThat(cause(local, id).orElseThrow().people()).isEqualTo(1);
    assertThat(visitor.post(reopen, "version", "1").status()).as("open already").isEqualTo(303);
  }

  @Test
  void refusesTheSecondOfTwoAndKeepsItsChoice(FoundedLocal local) {
    UUID id = report(local, "tst:1");
    String stale = Long.toString(PublicForm.byId(local, id).version());
    var two = local.withPasskey(local.person(Role.ORGANISER)).visitor();
    local.withPasskey(local.founder())
        .visitor()
        .post(local.path("grievances/" + id + "/talk"), "version", stale, "ask", "Will you come?", "owner",
            local.founder().id().toString());
    var second = two.post(local.path("grievances/" + id + "/ending"), "version", stale, "as", "withdrawn");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains("Somebody else changed this", "value=\"withdrawn\" checked");
    assertThat(ended(local, id)).isEmpty();
    assertThat(two.post(local.path("grievances/" + id + "/ending"), "version", stale, "as", "won").status())
        .isEqualTo(422);
  }
}
