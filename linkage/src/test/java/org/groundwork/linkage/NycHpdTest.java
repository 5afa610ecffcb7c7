// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Registrations and contacts, two files told apart by their headers. All people and firms here are invented. */
class NycHpdTest {
  private static final String REGISTRATIONS = """
    RegistrationID,BuildingID,BoroID,Boro,HouseNumber,LowHouseNumber,HighHouseNumber,StreetName,StreetCode,Zip,Block,\
    Lot,BIN,CommunityBoard,LastRegistrationDate,RegistrationEndDate
    901,11,3,BROOKLYN,12,12,12,ELM STREET,1,11201,1,1,1,1,08/07/2019,09/01/2020
    902,12,3,BROOKLYN,14,14,14,ELM STREET,1,11201,1,2,2,1,08/07/2019,09/01/2020
    903,13,3,BROOKLYN,16,16,16,ELM STREET,1,11201,1,3,3,1,08/07/2019,09/01/2020
    """;
  private static final String CONTACTS = """
    RegistrationContactID,RegistrationID,Type,ContactDescription,CorporationName,Title,FirstName,MiddleInitial,\
    LastName,BusinessHouseNumber,BusinessStreetName,BusinessApartment,BusinessCity,BusinessState,BusinessZip
    1,901,CorporateOwner,CORP,12 ELM LLC,,,,,26,DELAVAN STREET,2FL,BROOKLYN,NY,11231
    2,901,HeadOfficer,CORP,,PRESIDENT,MARA,J,QUILL,26,DELAVEN ST,2ND FLOOR,BKLYN,NY,11231
    3,901,Agent,CORP,AGENT CORP,,VERA,,BOND,50,AGENT AVENUE,,NEW YORK,NY,10005
    4,902,CorporateOwner,CORP,14 ELM LLC,,,,,26,DELAVAN STREET,2,BROOKLYN,NY,11231
    5,902,HeadOfficer,CORP,,PRESIDENT,MARA,,QUIL,26,DELAVAN ST,,BROOKLYN,NY,11231
    6,902,Agent,CORP,AGENT CORP,,VERA,,BOND,50,AGENT AVENUE,,NEW YORK,NY,10005
    7,903,HeadOfficer,CORP,,,TOM,,ASHDOWN,7,OTHER ROAD,,BROOKLYN,NY,11231
    8,903,Agent,CORP,AGENT CORP,,VERA,,BOND,50,AGENT AVENUE,,NEW YORK,NY,10005
    """;

  @Test
  void joinsContactsToBuildingsWhateverFileComesFirst() {
    Linked linked = Linked.of("nyc-hpd", REGISTRATIONS, CONTACTS);
    assertThat(linked.refused()).isEmpty();
    assertThat(linked.networks()).containsExactly("11 12");
    assertThat(linked.links()).containsExactly("11 12 address", "11 12 spelling");
    assertThat(Linked.of("nyc-hpd", CONTACTS, REGISTRATIONS).linkage()).isEqualTo(linked.linkage());
  }

  @Test
  void keepsPartiesPairedWithTheirAddresses() {
    var sites = new ArrayList<Site>();
    Register.read(Linked.mapping("nyc-hpd"), Linked.sources(REGISTRATIONS, CONTACTS),
        Linked.sink(sites, new ArrayList<>()));
    Site site = sites.getFirst();
    assertThat(site.id()).isEqualTo("11");
    assertThat(site.address().text()).isEqualTo("12 ELM STREET BROOKLYN 11201");
    assertThat(site.parties()).filteredOn(p -> p.side() == Side.AGENT && p.kind() == PartyKind.PERSON)
        .singleElement()
        .satisfies(agent -> assertThat(agent.address()).get()
            .extracting(PostalAddress::text)
            .isEqualTo("50 AGENT AVENUE NEW YORK 10005"));
    assertThat(site.asOf()).contains(java.time.LocalDate.of(2020, 9, 1));
  }

  @Test
  void reportsContactsWithoutARegistrationAsOrphans() {
    Linked linked = Linked.of("nyc-hpd", CONTACTS + "9,999,HeadOfficer,CORP,,,IDA,,FARR,1,ELM ST,,BROOKLYN,NY,11201\n",
        REGISTRATIONS);
    assertThat(linked.refusals()).isEqualTo(List.of("file1:10:1: no site has the registration 999"));
  }
}
