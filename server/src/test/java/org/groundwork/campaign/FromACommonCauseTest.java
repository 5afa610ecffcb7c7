// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.Grievances;
import org.groundwork.grievance.NewGrievance;
import org.groundwork.linkage.Mapping;
import org.groundwork.linkage.Source;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.target.RegisterImport;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Houses of different companies face the same owner: from what they share a fight is opened. */
@ExtendWith(ProductExtension.class)
class FromACommonCauseTest {
  private static final String CSV = """
      bbl,bin,housenumber,streetname,zip,boro,registrationid,lastregistrationdate,registrationenddate,corpnames,businessaddrs,owners,totalviolations,openviolations,unitsres,yearbuilt,evictions,rsunits2007,rsunits2017,lat,lng
      81,81,81,CAUSEWAY STREET,09981,INVENTED,81,2026-01-15,2026-12-31,CAUSEWAY ONE LLC,81 HOLDER PLAZA 4 09999,HeadOfficer=FAIRWEATHER ODALYS,0,0,20,1960,,,,,
      82,82,82,CAUSEWAY STREET,09981,INVENTED,82,2026-01-15,2026-12-31,CAUSEWAY TWO LLC,81 HOLDER PLAZA 4 09999,HeadOfficer=FAIRWEATHER ODALYS,0,0,40,1961,,,,,
      """;
  private static final String QUERY = "campaigns/new?kind=%s&network=%s";

  @BeforeAll
  static void register(Product product) throws Exception {
    Tenancy.inInstallation(() -> product.bean(RegisterImport.class)
        .run("cft", "A register of two houses", Mapping.of("hpd-buildings"),
            List.of(new Source("two.csv", () -> new ByteArrayInputStream(CSV.getBytes(StandardCharsets.UTF_8)))),
            rows -> {}));
  }

  /** The network against which reports of a kind from both houses were made. */
  private static String cause(Product product, FoundedLocal local, GrievanceKind kind) {
    return local.write(() -> {
      for (String house : List.of("cft:81", "cft:82")) {
        product.bean(Grievances.class)
            .report(new NewGrievance(kind, Optional.empty(), Optional.empty(), Optional.of(house), "",
                Optional.of(LocalDate.of(2026, 1, 1)), Optional.empty(), "told", "", Locale.ENGLISH,
                NewGrievance.CameBy.FORM), Optional.empty());
      }
      return product.bean(org.groundwork.target.Networks.class).of("cft:81").orElseThrow();
    });
  }

  @Test
  void isFilledInWithWhoSignsAndTheDemandThatAnswersIt(Product product, FoundedLocal local) {
    String network = cause(product, local, GrievanceKind.REPAIRS);
    var page = local.founder().visitor().get(local.path(QUERY.formatted("repairs", network)));
    assertThat(page.body()).contains("FAIRWEATHER", "Make the repairs on our list", "value=\"landlord\" selected",
        "2 people have it");
    String due = Fight.today().plusDays(9).toString();
    var opened = local.founder()
        .visitor()
        .post(local.path("campaigns/new"), "kind", "repairs", "network", network, "target", "new", "targetKind",
            "landlord", "person", "Odalys Fairweather", "what", "Make the repairs", "measure", "All of them", "due",
            due,
            "step", "A letter", "once", UUID.randomUUID().toString());
    assertThat(opened.status()).isEqualTo(303);
    var campaign = local.read(() -> product.bean(CampaignList.class).goingOn(CampaignList.START, 5)).getFirst();
    var core = local.read(() -> product.bean(Campaigns.class).byId(campaign.id())).orElseThrow().core();
    assertThat(core.cause()).contains(new Campaign.Cause("repairs", network));
    assertThat(local.read(() -> product.bean(Targets.class).byId(core.target())).orElseThrow().network())
        .contains(network);
    var story = local.founder().visitor().get(local.path("campaigns/" + core.id())).body();
    assertThat(story).contains("href=\"" + local.path("causes/repairs?network="), "2 people have it",
        "We have talked with none of them yet");
    var again = local.founder().visitor().get(local.path(QUERY.formatted("repairs", network))).body();
    assertThat(again).as("whoever was named for the network is offered first")
        .contains("value=\"" + core.target() + "\" checked");
  }

  @Test
  void proposesWhoIsOnTheOtherSide(Product product, FoundedLocal local) {
    for (var proposed : java.util.Map.of(GrievanceKind.WAGE_THEFT, TargetKind.EMPLOYER, GrievanceKind.FEES,
        TargetKind.ADMINISTRATION, GrievanceKind.RENT_RISE, TargetKind.LANDLORD).entrySet()) {
      String network = cause(product, local, proposed.getKey());
      assertThat(local.founder().visitor().get(local.path(QUERY.formatted(proposed.getKey().key(), network))).body())
          .contains("value=\"" + proposed.getValue().key() + "\" selected");
    }
  }

  @Test
  void isForThoseWhoSeeTheWholeLocal(Product product, FoundedLocal local) {
    String network = cause(product, local, GrievanceKind.REPAIRS);
    UUID site = Fight.building(local, "1 Elm Street", 0);
    var here = local.withPasskey(local.person(new Reach.Sites(Set.of(site)), Role.MEMBER, Role.ORGANISER)).visitor();
    var whole = local.withPasskey(local.founder()).visitor();
    assertThat(here.get(local.path(QUERY.formatted("repairs", network))).status()).isEqualTo(403);
    assertThat(whole.get(local.path(QUERY.formatted("repairs", "cft:nowhere"))).status())
        .isEqualTo(404);
    assertThat(whole.get(local.path(QUERY.formatted("dragons", network))).status()).isEqualTo(404);
  }

  @Test
  void staysWithItsPeopleWhenALinkIsSplit(Product product, FoundedLocal local) {
    String network = cause(product, local, GrievanceKind.REPAIRS);
    local.write(() -> product.bean(Grievances.class)
        .report(new NewGrievance(GrievanceKind.REPAIRS, Optional.empty(), Optional.empty(), Optional.of("cft:82"), "",
            Optional.of(LocalDate.of(2026, 1, 1)), Optional.empty(), "told", "", Locale.ENGLISH,
            NewGrievance.CameBy.FORM), Optional.empty()));
    assertThat(network).isEqualTo("cft:81");
    var founder = local.founder().visitor();
    founder.post(local.path("campaigns/new"), "kind", "repairs", "network", network, "target", "new", "targetKind",
        "landlord", "person", "Odalys Fairweather", "what", "Make the repairs", "measure", "All of them", "due",
        Fight.today().plusDays(9).toString(), "step", "A letter", "once", UUID.randomUUID().toString());
    var id = local.read(() -> product.bean(CampaignList.class).goingOn(CampaignList.START, 5)).getFirst().id();
    founder.post(local.path("networks/verdict"), "a", "cft:81", "b", "cft:82", "verdict", "split");
    var core = local.read(() -> product.bean(Campaigns.class).byId(id)).orElseThrow().core();
    assertThat(core.cause()).as("most of its people live in the other house now")
        .contains(new Campaign.Cause("repairs", "cft:82"));
    assertThat(founder.get(local.path("campaigns/" + id)).body()).contains("2 people have it");
  }
}
