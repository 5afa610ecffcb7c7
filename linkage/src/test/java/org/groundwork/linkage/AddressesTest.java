// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
    115 WEST 29TH STREET 908 10001; 115; W 29 ST; 908; 10001
    115 W. 29th St., Suite 908, 10001; 115; W 29 ST; 908; 10001
    381 PARK AVENUE SO 15FLOOR 10016; 381; PARK AVE S; 15; 10016
    381 PARK AVENUE SOUTH 15 FL 10016; 381; PARK AVE S; 15; 10016
    1261 39TH STREET 3RD FL 11218; 1261; 39 ST; 3; 11218
    147-24 HILLSIDE AVENUE 11435-3329; 14724; HILLSIDE AVE; ''; 11435
    589 EIGHTH AVENUE 10FLOOR 10018; 589; 8 AVE; 10; 10018
    341 SAINT NICHOLAS AVENUE 1 10027; 341; ST NICHOLAS AVE; 1; 10027
    6687 A BROADWAY 1FLOOR 10471; 6687A; BROADWAY; 1; 10471
    3008 AVENUE J 11210; 3008; AVE J; ''; 11210
    1 AVENUE OF THE AMERICAS 10013; 1; 6 AVE; ''; 10013
    17214 89TH AVENUE NA 11432; 17214; 89 AVE; ''; 11432
    C/O SMITH & CO 12 MAIN ST 10701; 12; MAIN ST; ''; 10701
    P.O. Box 371 10462; POBOX 371; ''; ''; 10462
    12 MAIN ST YONKERS NY 10701; 12; MAIN ST; ''; 10701
    ONE BRYANT PARK 10036; 1; BRYANT PARK; ''; 10036
    """)
  void takesAnAddressApart(String written, String house, String street, String unit, String postcode) {
    assertThat(Addresses.parse(written)).isEqualTo(new Address(house, street, unit, postcode));
  }

  @Test
  void takesPartsFromARegisterThatKeepsThemApart() {
    var raw = new PostalAddress("26 DELAVAN STREET", "2ND FLOOR", "BROOKLYN", "11231-0001");
    assertThat(Addresses.parse(raw)).isEqualTo(new Address("26", "DELAVAN ST", "2", "11231"));
  }

  @Test
  void keepsNumberedStreetsApart() {
    assertThat(Addresses.similarStreets("W 116 ST", "W 117 ST")).isFalse();
    assertThat(Addresses.similarStreets("DELAVAN ST", "DELAVEN ST")).isTrue();
  }

  @Test
  void isNoPlaceWithoutHouseOrStreet() {
    assertThat(Addresses.parse("BROOKLYN").isPlace()).isFalse();
    assertThat(Addresses.parse("").isPlace()).isFalse();
    assertThat(Addresses.parse("PO BOX 12").isPlace()).isTrue();
  }
}
