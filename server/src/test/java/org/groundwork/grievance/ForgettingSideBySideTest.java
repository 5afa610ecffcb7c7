// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.Contacts;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.target.Verdicts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People are forgotten while networks change under their reports and others report: nobody waits in a circle. */
@ExtendWith(ProductExtension.class)
class ForgettingSideBySideTest {
  private static final List<GrievanceKind> KINDS = List.of(GrievanceKind.REPAIRS, GrievanceKind.EVICTION,
      GrievanceKind.OTHER);

  @BeforeAll
  static void register(Product product) throws Exception { SmallRegister.load(product); }

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static UUID reporter(FoundedLocal local, boolean forwards) {
    UUID person = local.write(() -> part(People.class).addContact(part(ChangeSets.class).open("test"),
        new People.Known("Ana", Optional.empty(), Optional.empty(), "")));
    for (GrievanceKind kind : forwards ? KINDS : KINDS.reversed()) {
      for (String house : forwards ? List.of("1", "2") : List.of("2", "1")) {
        report(local, Optional.of(person), kind, house);
      }
    }
    return person;
  }

  private static UUID report(FoundedLocal local, Optional<UUID> person, GrievanceKind kind, String house) {
    return local.write(() -> part(Grievances.class).report(new NewGrievance(kind, person, Optional.empty(),
        Optional.of("tst:" + house), "Here", Optional.of(LocalDate.of(2026, 3, 1)), Optional.empty(), "told", "",
        Locale.ENGLISH, NewGrievance.CameBy.ORGANISER), Optional.empty()));
  }

  private static void decide(FoundedLocal local, Verdicts.Verdict verdict) {
    local.as(local.founder(), () -> local.write(() -> {
      part(Verdicts.class).decide("tst:2", "tst:1", verdict);
      return true;
    }));
  }

  @Test
  void forgetsTwoPeopleWhileTheirNetworkFallsApart(FoundedLocal local) throws Exception {
    UUID ana = reporter(local, true);
    UUID juan = reporter(local, false);
    var forgotOne = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var forgetting = threads.submit(() -> local.write(() -> {
        part(PeopleOfGrievances.class).forget(juan);
        forgotOne.countDown();
        rest();
        part(PeopleOfGrievances.class).forget(ana);
        return true;
      }));
      forgotOne.await(20, TimeUnit.SECONDS);
      var drawing = threads.submit(() -> {
        decide(local, Verdicts.Verdict.SPLIT);
        return true;
      });
      assertThat(forgetting.get()).isTrue();
      assertThat(drawing.get()).isTrue();
    }
  }

  /** Long enough for the other to come as far as it can. */
  private static void rest() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void countsRightWhenManyAreForgottenAndReportedWhileNetworksChange(FoundedLocal local) throws Exception {
    var people = new ArrayList<UUID>();
    for (int i = 0; i < 12; i++) {
      people.add(reporter(local, i % 2 == 0));
    }
    try (var threads = Executors.newFixedThreadPool(6)) {
      var all = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < people.size(); i++) {
        UUID person = people.get(i);
        var verdict = i % 2 == 0 ? Verdicts.Verdict.SPLIT : Verdicts.Verdict.CONFIRMED;
        var kind = KINDS.get(i % KINDS.size());
        all.add(() -> local.write(() -> part(Contacts.class).delete(person)));
        all.add(() -> {
          decide(local, verdict);
          return true;
        });
        all.add(() -> report(local, Optional.empty(), kind, "1") != null);
      }
      for (var done : threads.invokeAll(all)) {
        assertThat(done.get()).isTrue();
      }
    }
    var counted = causes(local);
    local.write(() -> {
      part(Grievances.class).countCausesAnew();
      return true;
    });
    assertThat(counted).isNotEmpty().isEqualTo(causes(local));
  }

  private static List<CommonCauses.Cause> causes(FoundedLocal local) {
    return local.read(() -> part(CommonCauses.class).largest("USD", 20));
  }
}
