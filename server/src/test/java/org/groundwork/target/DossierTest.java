// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.groundwork.linkage.Mapping;
import org.groundwork.linkage.Source;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What leaves the house: only what a human confirmed, and nobody's home. */
@ExtendWith(ProductExtension.class)
class DossierTest {
  private static final String OFFICE = "500 HOLDER PLAZA 4 09999";

  private static void confirm(Product product, FoundedLocal local, String a, String b) {
    local.as(local.founder(), () -> local.write(() -> {
      assertThat(product.bean(LinkView.class).linked(a, b)).as(a + " " + b).isTrue();
      product.bean(Verdicts.class).decide(a, b, Verdicts.Verdict.CONFIRMED);
      return true;
    }));
  }

  private static List<ConfirmedNetwork> of(Product product, FoundedLocal local, String network) {
    return local.read(() -> product.bean(Dossiers.class).confirmed(network));
  }

  private static String page(FoundedLocal local, String network) {
    return local.founder().visitor().get(local.path("networks/dossier?network=" + network)).bodyWithoutTokens();
  }

  private static List<String> places(ConfirmedNetwork network) {
    return network.places().stream().map(ConfirmedNetwork.Place::address).toList();
  }

  @Test
  void tellsOnlyWhatSomebodyOfTheLocalConfirmed(Product product, FoundedLocal local, FoundedLocal other)
      throws Exception {
    new Registered(product, "dos1")
        .house("1", "2026-01-15", "ELEVEN LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("2", "2026-01-15", "PROBE LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("3", "2026-01-15", "NAMESAKE LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE|Officer=INNOCENT NAMESAKE")
        .load();
    assertThat(of(product, local, "dos1:1")).isEmpty();
    assertThat(page(local, "dos1:1")).contains("Nothing here may leave the house yet")
        .doesNotContain("INVENTED STREET");

    confirm(product, local, "dos1:1", "dos1:2");
    var told = of(product, local, "dos1:1").getFirst();
    assertThat(places(told)).containsExactly("1 INVENTED STREET 09901", "2 INVENTED STREET 09901");
    assertThat(told.reasons()).isNotEmpty().allSatisfy(reason -> {
      assertThat(reason.source().register()).isEqualTo("Invented dos1");
      assertThat(reason.arguments()).doesNotContain("INNOCENT NAMESAKE");
    });
    assertThat(told.behind()).extracting(ConfirmedNetwork.Behind::name).containsExactly("VEXFORD YSOLDE");
    assertThat(page(local, "dos1:1"))
        .contains("VEXFORD YSOLDE signs for both", "Source: Invented dos1", "500 HOLDER PLAZA")
        .doesNotContain("NAMESAKE", "3 INVENTED STREET");
    assertThat(of(product, other, "dos1:1")).isEmpty();
  }

  private static String decided(FoundedLocal local) {
    return local.founder().visitor().get(local.path("networks/decided")).body();
  }

  @Test
  void holdsBackWhatWasConfirmedBeforeARegisterShowedASale(Product product, FoundedLocal local) throws Exception {
    new Registered(product, "dos8")
        .house("1", "2026-01-15", "ELEVEN LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("2", "2026-01-15", "PROBE LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("3", "2026-01-15", "THIRD LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("4", "2026-01-15", "FOURTH LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .load();
    confirm(product, local, "dos8:1", "dos8:2");
    confirm(product, local, "dos8:1", "dos8:4");
    local.founder().visitor().post(local.path("networks/verdict"), "a", "dos8:1", "b", "dos8:3", "verdict", "split");
    assertThat(places(of(product, local, "dos8:1").getFirst())).hasSize(3);
    product.clock().advance(Duration.ofSeconds(1));
    new Registered(product, "dos8")
        .house("1", "2026-01-15", "ELEVEN LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("2", "2026-03-01", "BOUGHT LLC", OFFICE, "HeadOfficer=PELLGRAVE TORVALD")
        .house("3", "2026-03-01", "BOUGHT LLC", OFFICE, "HeadOfficer=PELLGRAVE TORVALD")
        .house("4", "2026-03-01", "FAR LLC", "1 ELSEWHERE 9 09997", "HeadOfficer=FAR SOMEBODY")
        .load(local);
    assertThat(of(product, local, "dos8:1")).isEmpty();
    assertThat(page(local, "dos8:1")).contains("2 links that you confirmed are not on this sheet", "Look again")
        .doesNotContain("INVENTED STREET");
    assertThat(decided(local)).contains("it has changed since: look again", "Still right", "you split it");
    assertThat(local.read(() -> product.bean(Networks.class).of("dos8:4"))).as("the buyer is nobody we confirmed")
        .contains("dos8:4");
    assertThat(local.founder().visitor().get(local.path("networks?network=dos8:1")).body()).contains("Still right");

    product.clock().advance(Duration.ofSeconds(1));
    confirm(product, local, "dos8:1", "dos8:2");
    assertThat(places(of(product, local, "dos8:1").getFirst())).hasSize(2);
    assertThat(page(local, "dos8:1")).contains("One link that you confirmed is not on this sheet");
  }

  @Test
  void holdsBackWhatWasConfirmedOnEvidenceThatIsGone(Product product, FoundedLocal local) throws Exception {
    new Registered(product, "dos9")
        .house("1", "2026-01-15", "ELEVEN LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("2", "2026-01-15", "PROBE LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .load();
    confirm(product, local, "dos9:1", "dos9:2");
    new Registered(product, "dos9")
        .house("1", "2026-01-15", "ELEVEN LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("2", "2026-01-15", "PROBE LLC", OFFICE, "HeadOfficer=OTHER OFFICER")
        .load(local);
    assertThat(of(product, local, "dos9:1")).isEmpty();
    assertThat(decided(local)).contains("look again");
  }

  @Test
  void holdsBackWhatWasConfirmedBeforeSomebodyNotedASale(Product product, FoundedLocal local) throws Exception {
    new Registered(product, "dosa")
        .house("1", "2026-01-15", "ELEVEN LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("2", "2026-01-15", "PROBE LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .load();
    confirm(product, local, "dosa:1", "dosa:2");
    product.clock().advance(Duration.ofSeconds(1));
    var visitor = local.founder().visitor();
    visitor.get(local.path("networks/site?site=dosa:2"));
    assertThat(visitor.post(local.path("networks/site/sold"), "site", "dosa:2", "on", "2026-02-01", "names", "seller",
        "other", "Unheard Of Person", "source", "The deed").status()).isEqualTo(303);
    assertThat(of(product, local, "dosa:1")).isEmpty();
    assertThat(decided(local)).contains("look again");
  }

  @Test
  void keepsGroupsApartThatNobodyJoined(Product product, FoundedLocal local) throws Exception {
    var houses = new Registered(product, "dos7");
    for (int house = 1; house <= 5; house++) {
      houses.house("" + house, "2026-01-15", "SHELL " + house + " LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE");
    }
    houses.load();
    confirm(product, local, "dos7:1", "dos7:2");
    confirm(product, local, "dos7:3", "dos7:4");
    confirm(product, local, "dos7:4", "dos7:5");
    assertThat(of(product, local, "dos7:1")).extracting(group -> group.places().size()).containsExactly(3, 2);
  }

  @Test
  void hidesAnAddressThatOnlyNaturalPersonsAreRunFrom(Product product, FoundedLocal local) throws Exception {
    new Registered(product, "dos2")
        .house("1", "2026-01-15", "", "8 HOMELY LANE 09444", "HeadOfficer=QUIMBY ORLA")
        .house("2", "2026-01-15", "", "8 HOMELY LANE 09444", "HeadOfficer=QUIMBY ORLA")
        .load();
    confirm(product, local, "dos2:1", "dos2:2");
    var told = of(product, local, "dos2:1").getFirst();
    assertThat(places(told)).hasSize(2);
    assertThat(told.reasons()).isNotEmpty();
    assertThat(told.toString()).contains("QUIMBY ORLA").doesNotContain("HOMELY");
    assertThat(page(local, "dos2:1")).contains("QUIMBY ORLA signs for both").doesNotContain("HOMELY", "09444");
  }

  @Test
  void hidesAUnitInAHouseOfTheRegister(Product product, FoundedLocal local) throws Exception {
    new Registered(product, "dos3")
        .house("1", "2026-01-15", "ELEVEN LLC", "9 INVENTED STREET 5J 09901", "HeadOfficer=VEXFORD YSOLDE")
        .house("2", "2026-01-15", "PROBE LLC", "9 INVENTED STREET 5J 09901", "HeadOfficer=VEXFORD YSOLDE")
        .house("9", "2026-01-15", "ELSEWHERE LLC", "1 OTHER COURT 09998", "HeadOfficer=PELLGRAVE TORVALD")
        .load();
    confirm(product, local, "dos3:1", "dos3:2");
    assertThat(of(product, local, "dos3:1").getFirst().toString()).doesNotContain("5J", "9 INVENTED");
    assertThat(page(local, "dos3:1")).doesNotContain("5J", "9 INVENTED");
  }

  @Test
  void hidesASharedAddressWithoutASecondCompany(Product product, FoundedLocal local) throws Exception {
    new Registered(product, "dos4")
        .house("1", "2026-01-15", "ONLYONE LLC", "8 HOMELY LANE 09444", "HeadOfficer=QUIMBY ORLA")
        .house("2", "2026-01-15", "ONLYONE LLC", "8 HOMELY LANE 09444", "HeadOfficer=QUIMBY ORLA")
        .load();
    confirm(product, local, "dos4:1", "dos4:2");
    assertThat(of(product, local, "dos4:1").getFirst().toString()).doesNotContain("HOMELY");
  }

  /** A register that says whose address is whose. */
  private static void paired(Product product, String code, String rows) throws Exception {
    var mapping = Mapping.ofText("paired", """
        name = paired
        tables = h
        side.owner = Owner
        h.site = id
        h.address = street
        h.units = homes
        h.person.1 = signer
        h.person.1.role = Owner
        h.person.1.office = 1
        h.office.1 = home
        h.company.1 = firm
        h.company.1.role = Owner
        h.company.1.office = 2
        h.office.2 = office
        """);
    String csv = "id,street,homes,signer,home,firm,office\n" + rows;
    Tenancy.inInstallation(() -> product.bean(RegisterImport.class)
        .run(code, "Paired " + code, mapping,
            List.of(new Source("p.csv", () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))),
            r -> {}));
  }

  @Test
  void tellsACompanysSeatAndNotAPersonsWhereTheRegisterPairsThem(Product product, FoundedLocal local) throws Exception {
    paired(product, "dos5", """
        1,1 Elm Street 09901,20,Quimby Orla,8 Homely Lane 09444,First LLC,500 Holder Plaza 09999
        2,2 Elm Street 09901,20,Quimby Orla,8 Homely Lane 09444,Second LLC,500 Holder Plaza 09999
        3,3 Elm Street 09901,20,Lonely Person,77 Kitchen Row 09555,,
        4,4 Elm Street 09901,20,Lonely Person,77 Kitchen Row 09555,,
        """);
    confirm(product, local, "dos5:1", "dos5:2");
    confirm(product, local, "dos5:3", "dos5:4");
    String first = page(local, "dos5:1") + of(product, local, "dos5:1");
    assertThat(first).contains("Quimby Orla").doesNotContain("Homely", "09444");
    String second = page(local, "dos5:3") + of(product, local, "dos5:3");
    assertThat(second).contains("Lonely Person").doesNotContain("Kitchen", "09555");
  }

  @Test
  void leavesOutASmallHouseThatItsOwnerMayLiveIn(Product product, FoundedLocal local) throws Exception {
    paired(product, "dos6", """
        1,1 Elm Street 09901,2,Quimby Orla,1 Elm Street 09901,,
        2,2 Elm Street 09901,20,Quimby Orla,1 Elm Street 09901,,
        """);
    confirm(product, local, "dos6:1", "dos6:2");
    assertThat(of(product, local, "dos6:1")).isEmpty();
    assertThat(page(local, "dos6:1")).doesNotContain("Elm Street");
  }

  @Test
  void knowsTheSameHouseHoweverItGoesOn() {
    assertThat(HomeAddresses.sameHouse(RegisterKey.of("11 Tester Street 09901"), RegisterKey.of("11 TESTER ST. 4B")))
        .isTrue();
    assertThat(HomeAddresses.sameHouse(RegisterKey.of("11 Tester Street"), RegisterKey.of("12 Tester Street")))
        .isFalse();
    assertThat(HomeAddresses.sameHouse(RegisterKey.of("500 Broadway 10012"), RegisterKey.of("500 Broadway 3 10012")))
        .isTrue();
    assertThat(HomeAddresses.sameHouse(RegisterKey.of("Lindenallee 4 20099"), RegisterKey.of("Lindenallee 4")))
        .isTrue();
  }
}
