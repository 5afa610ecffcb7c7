// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.People;
import org.groundwork.roll.PersonMerge;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever is forgotten leaves one report in a common cause, however many they made, and no paper. */
@ExtendWith(ProductExtension.class)
class ForgottenReporterTest {

  @BeforeAll
  static void register(Product product) throws Exception { SmallRegister.load(product); }

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static UUID contact(FoundedLocal local, String name) {
    return local.write(() -> part(People.class).addContact(part(ChangeSets.class).open("test"),
        new People.Known(name, Optional.empty(), Optional.empty(), "")));
  }

  private static UUID report(FoundedLocal local, UUID person, NewGrievance.CameBy cameBy) {
    return local.write(() -> part(Grievances.class).report(new NewGrievance(GrievanceKind.REPAIRS, Optional.of(person),
        Optional.empty(), Optional.of("tst:1"), "Here", Optional.of(LocalDate.of(2026, 3, 1)), Optional.empty(), "told",
        "", Locale.ENGLISH, cameBy), Optional.empty()));
  }

  private static void forget(FoundedLocal local, UUID person) {
    local.write(() -> {
      part(PeopleOfGrievances.class).forget(person);
      return true;
    });
  }

  private static CommonCauses.Cause cause(FoundedLocal local, UUID report) {
    String network = PublicForm.byId(local, report).network().orElseThrow();
    return local.read(() -> part(CommonCauses.class).of(GrievanceKind.REPAIRS, network, "USD")).orElseThrow();
  }

  @Test
  void countsAForgottenPersonOnceAndKeepsNoPaperOfTheirs(FoundedLocal local) {
    UUID ana = contact(local, "Ana");
    UUID first = report(local, ana, NewGrievance.CameBy.FORM);
    for (int more = 0; more < 3; more++) {
      report(local, ana, NewGrievance.CameBy.ORGANISER);
    }
    UUID other = report(local, contact(local, "Juan"), NewGrievance.CameBy.ORGANISER);
    var founder = local.founder().id();
    local.write(() -> part(Papers.class).add(first, "Letter to Ana", LocalDate.of(2027, 1, 1), founder));
    local.write(() -> part(Papers.class).add(other, "Letter to Juan", LocalDate.of(2027, 1, 2), founder));
    assertThat(cause(local, first).confirmed()).isEqualTo(2);
    forget(local, ana);
    assertThat(cause(local, first).confirmed()).isEqualTo(2);
    assertThat(cause(local, first).people()).isEqualTo(2);
    assertThat(PublicForm.byId(local, first).closedAs()).contains(ClosedAs.WITHDRAWN);
    assertThat(PublicForm.byId(local, other).closedAs()).isEmpty();
    assertThat(local.read(() -> part(Papers.class).open(10))).extracting(Papers.Paper::title)
        .containsExactly("Letter to Juan");
  }

  @Test
  void countsAPersonWhoseRecordsWereMergedOnce(FoundedLocal local) {
    UUID ana = contact(local, "Ana");
    UUID again = contact(local, "Ana M.");
    UUID first = report(local, ana, NewGrievance.CameBy.ORGANISER);
    report(local, again, NewGrievance.CameBy.ORGANISER);
    assertThat(local.write(() -> part(PersonMerge.class).merge(ana, again))).isPresent();
    forget(local, ana);
    forget(local, again);
    assertThat(cause(local, first).people()).isEqualTo(1);
  }
}
