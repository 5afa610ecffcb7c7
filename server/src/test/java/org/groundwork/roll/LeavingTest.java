// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.support.Product;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever leaves is on no chart and on no new list any more; where they were stays as what was. */
class LeavingTest {
  private final House.Member founder = House.found("Ana");
  private final UUID site = founder.building("1 Elm Street", 6);

  private House.Member inside(String unit) {
    var member = founder.with(new Reach.WholeLocal(), Role.MEMBER);
    founder.does(() -> {
      var at = House.part(Sites.class).units(site).stream().filter(u -> u.label().equals(unit)).findFirst();
      return House.part(People.class)
          .place(House.part(ChangeSets.class).open("test"), member.person(), site, at.map(Sites.Unit::id), false);
    });
    return member;
  }

  @Test
  void leavesAnEmptySquareAndNoLineOnPaper() {
    var leaving = inside("3B");
    var staying = inside("3C");
    assertThat(founder.browser().get(founder.at("sites/" + site)).body()).contains("2 of 24 homes known");
    assertThat(leaving.browser().post(founder.at("me/leave")).status()).isEqualTo(303);
    assertThat(founder.browser().get(founder.at("sites/" + site)).body()).contains("1 of 24 homes known");
    UUID copy = founder.does(() -> House.part(PrintCopies.class).make(site, true));
    var lines = founder.does(() -> House.part(PrintCopies.class)
        .lines(House.part(PrintCopies.class).find(site, copy).orElseThrow()));
    assertThat(lines).singleElement().satisfies(line -> assertThat(line.person()).isEqualTo(staying.person()));
    assertThat(founder.does(() -> House.part(JdbcClient.class)
        .sql("select until from roll.position where local_id = ? and person_id = ?")
        .params(founder.local().id().value(), leaving.person())
        .query(LocalDate.class)
        .single())).isEqualTo(LocalDate.now(Product.shared().clock()));
  }

  @Test
  void endsThePlaceOfSomebodyWhomAnOrganiserLetsGo() {
    var leaving = inside("3B");
    founder.browser().post(founder.at("people/" + leaving.person() + "/leave"));
    assertThat(founder.does(() -> House.part(PersonRecords.class).find(leaving.person()).orElseThrow().state()))
        .isEqualTo(PersonState.LEFT);
    assertThat(founder.does(() -> House.part(PersonRecords.class).places(leaving.person()))).isEmpty();
    assertThat(Optional.of(founder.does(() -> House.part(Charts.class).countOurs(site)))).contains(0);
  }
}
