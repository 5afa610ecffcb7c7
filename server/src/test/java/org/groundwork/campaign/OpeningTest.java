// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fight has a target and a demand, or it does not open; and it opens quietly. */
@ExtendWith(ProductExtension.class)
class OpeningTest {

  private static UUID draft(Product product, FoundedLocal local) {
    return local.as(local.founder(), () -> local.write(() -> product.bean(Campaigns.class)
        .draft("Zebra rise",
            product.bean(Targets.class)
                .name(TargetKind.LANDLORD, Optional.of("A. Example"), Optional.empty(), Optional.empty()),
            Optional.empty(), Optional.empty())));
  }

  private static Opening open(Product product, FoundedLocal local, UUID campaign) {
    return local.as(local.founder(), () -> local.write(() -> product.bean(Campaigns.class).open(campaign)));
  }

  private static void ask(Product product, FoundedLocal local, UUID campaign) {
    local.as(local.founder(), () -> local.write(() -> {
      product.bean(Campaigns.class)
          .ask(campaign, List.of(new Campaigns.NewDemand("Withdraw it", "A letter", LocalDate.of(2027, 2, 15))));
      return true;
    }));
  }

  private static void plan(Product product, FoundedLocal local, UUID campaign) {
    local.as(local.founder(), () -> local.write(() -> {
      product.bean(Campaigns.class).plan(campaign, List.of(new Campaigns.NewStep("Letter", OptionalInt.of(16))));
      return true;
    }));
  }

  @Test
  void refusesACampaignWithoutADemand(Product product, FoundedLocal local) {
    UUID campaign = draft(product, local);
    plan(product, local, campaign);
    assertThat(open(product, local, campaign)).isEqualTo(new Opening.Refused("no-demand"));
  }

  @Test
  void refusesACampaignWithoutAStep(Product product, FoundedLocal local) {
    UUID campaign = draft(product, local);
    ask(product, local, campaign);
    assertThat(open(product, local, campaign)).isEqualTo(new Opening.Refused("no-plan"));
  }

  @Test
  void opensQuietlyAndOnlyOnce(Product product, FoundedLocal local) {
    UUID campaign = draft(product, local);
    ask(product, local, campaign);
    plan(product, local, campaign);
    assertThat(open(product, local, campaign)).isEqualTo(new Opening.Opened(campaign));
    assertThat(open(product, local, campaign)).isEqualTo(new Opening.Refused("not-a-draft"));
    assertThat(local.read(() -> product.bean(Campaigns.class).byId(campaign))).containsInstanceOf(Campaign.Quiet.class);
  }

  @Test
  void showsAStrangerAndAnotherLocalNoTraceOfIt(Product product, FoundedLocal local, FoundedLocal other,
      Visitor stranger) {
    UUID campaign = draft(product, local);
    ask(product, local, campaign);
    plan(product, local, campaign);
    open(product, local, campaign);
    for (String path : List.of("/", "/start", "/demonstration", "/r/" + local.handle() + "/report", "/sitemap.xml",
        "/robots.txt")) {
      assertThat(stranger.get(path).body()).as(path).doesNotContain("Zebra", campaign.toString());
    }
    String path = "/campaigns/" + campaign;
    assertThat(stranger.get("/l/" + local.handle() + path).status()).isEqualTo(303);
    assertThat(other.founder().visitor().get("/l/" + local.handle() + path).status()).isEqualTo(404);
    assertThat(other.founder().visitor().get("/l/" + other.handle() + path).status()).isEqualTo(404);
  }
}
