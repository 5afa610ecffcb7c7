// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever starts says who else has it; that is no conversation, and those are talked to next. */
@ExtendWith(ProductExtension.class)
class SaidOfThemTest {

  @BeforeAll
  static void register(Product product) throws Exception { SmallRegister.load(product); }

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  /** Maria, Juan and Zed in the first house of the register. */
  private static Map<String, UUID> house(FoundedLocal local) {
    return local.write(() -> {
      UUID site = part(Sites.class).add(SiteKind.BUILDING, SmallRegister.FIRST, Optional.of("tst:1"));
      part(Sites.class).layOut(site, Layout.ofHomes(1, 1, List.of("A", "B", "C")));
      UUID set = part(ChangeSets.class).open("test");
      var units = part(Sites.class).units(site);
      var people = new HashMap<String, UUID>();
      for (String name : List.of("Maria", "Juan", "Zed")) {
        UUID person = part(People.class)
            .addContact(set, new People.Known(name, Optional.empty(), Optional.empty(), ""));
        part(People.class).place(set, person, site, Optional.of(units.get(people.size()).id()), false);
        people.put(name, person);
      }
      part(Targets.class).name(TargetKind.LANDLORD, Optional.of("Quenby"), Optional.empty(), Optional.empty());
      return people;
    });
  }

  @Test
  void countsAsNotSpokenWithAndComesFirstAmongThoseToTalkTo(FoundedLocal local) {
    var people = house(local);
    UUID zed = Objects.requireNonNull(people.get("Zed"));
    var by = local.founder().visitor();
    assertThat(by.post(local.path("start/what-is-wrong"), "kind", "repairs", "same", zed.toString())
        .status()).isEqualTo(303);
    var report = local.read(() -> part(Grievances.class).newest(5))
        .stream()
        .filter(found -> found.person().equals(Optional.of(zed)))
        .findFirst()
        .orElseThrow();
    assertThat(report.confirmed()).isFalse();
    String network = report.network().orElseThrow();
    assertThat(local.read(() -> part(CommonCauses.class).of(GrievanceKind.REPAIRS, network, "USD"))).hasValueSatisfying(
        cause -> {
          assertThat(cause.confirmed()).as("only whoever tells it").isEqualTo(1);
          assertThat(cause.unconfirmed()).isEqualTo(1);
        });
    assertThat(local.read(() -> part(WhoNext.class).notSpokenWith(GrievanceKind.REPAIRS, network, 10)))
        .extracting(WhoNext.Known::person)
        .containsExactlyInAnyOrderElementsOf(people.values());
    String due = java.time.LocalDate.now(Product.shared().clock()).plusDays(9).toString();
    by.post(local.path("start/what-we-ask"), "what", "Heat", "measure", "21 degrees", "due", due);
    var opened = by.post(local.path("start/how-we-go-on"), "what", "A letter", "threshold", "");
    assertThat(opened.location()).as("the fight opens").hasValueSatisfying(to -> assertThat(to).endsWith("/talks"));
    assertThat(by.get(opened.location().orElseThrow()).body()).containsSubsequence("Talk to three", "Zed", "Maria");
    local.as(local.founder(), () -> local.write(() -> part(Talks.class)
        .spoken(report.id(), report.version(), Optional.of(zed))));
    assertThat(by.get(opened.location().orElseThrow()).bodyWithoutTokens()).contains("Maria", "Juan")
        .doesNotContain("Zed");
    assertThat(local.read(() -> part(WhoNext.class).notSpokenWith(GrievanceKind.REPAIRS, network, 10)))
        .extracting(WhoNext.Known::person)
        .doesNotContain(zed);
  }
}
