// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkerTest {
  @Test
  void joinsBuildingsWithTheSameOfficerAtTheSameAddress() {
    Linked linked = Linked.ofBuildings("1,A LLC,9 PARK PLACE 201 11021,HeadOfficer=MARA QUILL",
        "2,B LLC,9 Park Pl. Suite 201 11021,HeadOfficer=QUILL MARA", "3,C LLC,1 OTHER ROAD 10001,HeadOfficer=TOM ASH");
    assertThat(linked.networks()).containsExactly("1 2");
    assertThat(linked.links()).containsExactly("1 2 address", "1 2 officer");
    assertThat(linked.explanations()).containsExactly(
        "Both are run from 9 PARK PLACE 201 11021.",
        "MARA QUILL signs for both (HeadOfficer), and both are run from 9 PARK PLACE 201 11021.");
  }

  @Test
  void joinsARareNameWithoutAnythingElse() {
    Linked linked = Linked.ofBuildings("1,,1 A STREET 10001,HeadOfficer=MARA QUILL",
        "2,,2 B STREET 10002,HeadOfficer=MARA QUILL");
    assertThat(linked.links()).containsExactly("1 2 officer");
  }

  @Test
  void joinsAMisspeltNameAtTheSameAddressAmongStrangers() {
    List<String> rows = strangersThroughOneAgent(12);
    rows.add("901,,50 AGENT AVENUE 10005,HeadOfficer=FRIEDA SUZUKI|Agent=VERA BOND".replace("|", " | "));
    rows.add("902,,50 AGENT AVENUE 10005,HeadOfficer=FRIEDA SUZZUKI|Agent=VERA BOND".replace("|", " | "));
    Linked linked = Linked.ofBuildings(rows.toArray(String[]::new));
    assertThat(linked.networks()).containsExactly("901 902");
    assertThat(linked.links()).containsExactly("901 902 spelling");
    assertThat(linked.explanations()).containsExactly("FRIEDA SUZUKI and FRIEDA SUZZUKI are one name but for a slip of"
        + " the pen, and both are run from 50 AGENT AVENUE 10005.");
  }

  @Test
  void doesNotGlueStrangersThroughAnAgentALawyerOrARegistrationService() {
    assertThat(Linked.ofBuildings(strangersThroughOneAgent(2).toArray(String[]::new)).networks()).isEmpty();
    assertThat(Linked.ofBuildings(strangersThroughOneAgent(300).toArray(String[]::new)).networks()).isEmpty();
  }

  /** Owners with invented different names, one agent, one address, one managing company. */
  private static List<String> strangersThroughOneAgent(int owners) {
    var rows = new ArrayList<String>();
    for (int i = 0; i < owners; i++) {
      rows.add((100 + i) + ",AGENT MGMT LLC | HOUSE " + i + " LLC,50 AGENT AVENUE 10005,HeadOfficer=" + invented(i)
          + " " + invented(i + 7_777) + " | Agent=VERA BOND");
    }
    return rows;
  }

  private static String invented(int i) {
    var name = new StringBuilder();
    for (long n = 1_000_003L * (i + 17); n > 0; n /= 20) {
      name.append("BCDFGHJKLMNPQRSTVWXZ".charAt((int) (n % 20))).append("AEIOU".charAt((int) (n % 5)));
    }
    return name.toString();
  }

  @Test
  void keepsTenantsOfOneTowerApart() {
    var rows = new ArrayList<String>();
    for (int i = 0; i < 30; i++) {
      rows.add((100 + i) + ",,350 FIFTH AVENUE " + (1_000 + i) + " 10118,HeadOfficer=" + invented(i) + " "
          + invented(i + 5_000));
    }
    assertThat(Linked.ofBuildings(rows.toArray(String[]::new)).networks()).isEmpty();
  }

  @Test
  void keepsNamesakesApart() {
    var rows = new ArrayList<String>();
    for (int i = 0; i < 400; i++) {
      rows.add((1_000 + i) + ",," + (i + 1) + " " + invented(i) + " STREET 10001,HeadOfficer=JUAN "
          + (i % 2 == 0 ? "GARCIA" : invented(i)));
      rows.add((5_000 + i) + ",," + (i + 1) + " " + invented(i + 900) + " STREET 10001,HeadOfficer=" + invented(i + 800)
          + " GARCIA");
    }
    assertThat(Linked.ofBuildings(rows.toArray(String[]::new)).networks()).isEmpty();
  }

  @Test
  void doesNotJoinTwoPortfoliosThroughOneBuildingThatNamesBoth() {
    var rows = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      rows.add((100 + i) + ",,1 NORTH ROAD 10001,HeadOfficer=MARA QUILL");
      rows.add((200 + i) + ",,2 SOUTH ROAD 10002,HeadOfficer=TOMAS ASHDOWN");
    }
    rows.add("300,,1 NORTH ROAD 10001 | 2 SOUTH ROAD 10002,HeadOfficer=MARA QUILL | Officer=TOMAS ASHDOWN");
    assertThat(Linked.ofBuildings(rows.toArray(String[]::new)).linkage().networks())
        .extracting(n -> n.sites().size())
        .containsExactly(21, 20);
  }

  @Test
  void neverSaysThatACompanyAloneJoins() {
    Linked linked = Linked.ofBuildings("1,SUNRISE REALTY LLC,1 A STREET 10001,HeadOfficer=MARA QUILL",
        "2,SUNRISE REALTY CORP,2 B STREET 10002,HeadOfficer=TOM ASH");
    assertThat(linked.networks()).isEmpty();
  }

  @Test
  void joinsACompanyWithItsAddress() {
    Linked linked = Linked.ofBuildings("1,SUNRISE REALTY LLC,9 PARK PLACE 11021,HeadOfficer=MARA QUILL",
        "2,Sunrise Rlty Corp.,9 PARK PLACE 11021,HeadOfficer=TOM ASH");
    assertThat(linked.links()).containsExactly("1 2 address", "1 2 name");
  }

  @Test
  void letsPeopleConfirmAndSplit() {
    Linked before = Linked.ofBuildings("1,,9 PARK PLACE 11021,HeadOfficer=MARA QUILL",
        "2,,9 PARK PLACE 11021,HeadOfficer=MARA QUILL", "3,,1 ELM ROAD 10001,HeadOfficer=TOM ASH");
    assertThat(before.networks()).containsExactly("1 2");
    var verdicts = new Verdicts(Set.of(SitePair.of("3", "1")), Set.of(SitePair.of("2", "1")));
    var linker = new Linker();
    linker.addAll(Linked.mapping("hpd-buildings"), Linked.sources(Linked.HEADER
        + "1,,9 PARK PLACE 11021,HeadOfficer=MARA QUILL\n2,,9 PARK PLACE 11021,HeadOfficer=MARA QUILL\n"
        + "3,,1 ELM ROAD 10001,HeadOfficer=TOM ASH\n"), Linked.sink(List.of(), List.of()));
    var after = new Linked(linker.link(verdicts), List.of());
    assertThat(after.networks()).containsExactly("1 3");
    assertThat(after.links()).containsExactly("1 3 confirmed");
  }

  @Test
  void letsASplitHoldAgainstAChainOfConfirmedPairs() {
    var linker = new Linker();
    linker.addAll(Linked.mapping("hpd-buildings"), Linked.sources(Linked.HEADER + "1,,,\n2,,,\n3,,,\n"),
        Linked.sink(List.of(), List.of()));
    Linkage linkage = linker.link(
        new Verdicts(Set.of(SitePair.of("1", "2"), SitePair.of("2", "3")), Set.of(SitePair.of("1", "3"))));
    assertThat(new Linked(linkage, List.of()).networks()).containsExactly("1 2");
  }

  @Test
  void countsOwnershipOfTheNewerRow() {
    Linked linked = Linked.of("hpd-buildings", """
      bbl,corpnames,businessaddrs,owners,registrationenddate
      1,,9 PARK PLACE 11021,HeadOfficer=MARA QUILL,2018-09-01
      1,,1 ELM ROAD 10001,HeadOfficer=TOM ASHDOWN,2020-09-01
      2,,9 PARK PLACE 11021,HeadOfficer=MARA QUILL,2020-09-01
      3,,1 ELM ROAD 10001,HeadOfficer=TOM ASHDOWN,2020-09-01
      """);
    assertThat(linked.networks()).containsExactly("1 3");
    assertThat(linked.refused()).isEmpty();
  }

  @Test
  void survivesCyclesOfOwnershipAndAnOwnerWhoIsHerOwnAgent() {
    Linked linked = Linked.ofBuildings(
        "1,FIRST LLC | SECOND LLC,9 PARK PLACE 11021,CorporateOwner=SECOND LLC | Agent=FIRST LLC",
        "2,SECOND LLC | FIRST LLC,9 PARK PLACE 11021,CorporateOwner=FIRST LLC | Agent=SECOND LLC",
        "3,,7 ELM ROAD 10001,HeadOfficer=MARA QUILL | Agent=MARA QUILL",
        "4,,7 ELM ROAD 10001,HeadOfficer=MARA QUILL | Agent=MARA QUILL");
    assertThat(linked.networks()).containsExactly("1 2", "3 4");
    assertThat(linked.explanations()).noneMatch(e -> e.contains("acts for both"));
  }

  @Test
  void namesANetworkAfterItsSmallestSiteAsText() {
    Linked linked = Linked.ofBuildings("9,,9 PARK PLACE 11021,HeadOfficer=MARA QUILL",
        "10,,9 PARK PLACE 11021,HeadOfficer=MARA QUILL");
    assertThat(linked.linkage().networks()).containsExactly(new Network("10", List.of("10", "9")));
  }
}
