// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.platform.money.Money;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.target.Verdicts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People in houses of different companies find out that they face the same owner. */
@ExtendWith(ProductExtension.class)
class CommonCauseTest {

  @BeforeAll
  static void register(Product product) throws Exception {
    assertThat(SmallRegister.load(product).networks()).isEqualTo(2);
  }

  private static void report(Product product, FoundedLocal local, String house, GrievanceKind kind, int dollars) {
    local.write(() -> product.bean(Grievances.class)
        .report(new NewGrievance(kind, Optional.empty(), Optional.empty(),
            Optional.of("tst:" + house), "", Optional.of(LocalDate.of(2026, 1, 1)),
            Optional.of(new Money(dollars * 100L, Currency.getInstance("USD"))), "told", "", Locale.ENGLISH,
            NewGrievance.CameBy.FORM),
            Optional.empty()));
  }

  private static List<CommonCauses.Cause> causes(Product product, FoundedLocal local) {
    return local.read(() -> product.bean(CommonCauses.class).largest("USD", 10));
  }

  @Test
  void joinsReportsAgainstHousesOfDifferentCompaniesAndLeavesAStrangerOut(Product product, FoundedLocal local) {
    report(product, local, "1", GrievanceKind.REPAIRS, 100);
    report(product, local, "2", GrievanceKind.REPAIRS, 50);
    report(product, local, "3", GrievanceKind.REPAIRS, 70);
    report(product, local, "2", GrievanceKind.RENT_RISE, 10);
    assertThat(causes(product, local)).singleElement().satisfies(cause -> {
      assertThat(cause.kind()).isEqualTo(GrievanceKind.REPAIRS);
      assertThat(cause.unconfirmed()).isEqualTo(2);
      assertThat(cause.confirmed()).isZero();
      assertThat(cause.sites()).isEqualTo(2);
      assertThat(cause.minor()).isEqualTo(15_000);
    });
  }

  @Test
  void countsEveryReportThoughManyComeAtOnce(Product product, FoundedLocal local) throws Exception {
    int reports = 40;
    try (var threads = Executors.newFixedThreadPool(8)) {
      var all = new ArrayList<Callable<Void>>();
      for (int at = 0; at < reports; at++) {
        String house = Integer.toString(1 + at % 2);
        all.add(() -> {
          report(product, local, house, GrievanceKind.EVICTION, 1);
          return null;
        });
      }
      for (var done : threads.invokeAll(all)) {
        done.get();
      }
    }
    assertThat(causes(product, local)).singleElement().satisfies(cause -> {
      assertThat(cause.people()).isEqualTo(reports);
      assertThat(cause.minor()).isEqualTo(reports * 100L);
    });
  }

  @Test
  void fallsApartForThisLocalAloneWhenAnOrganiserSplitsTheLink(Product product, FoundedLocal local,
      FoundedLocal other) {
    for (var each : List.of(local, other)) {
      report(product, each, "1", GrievanceKind.HARASSMENT, 5);
      report(product, each, "2", GrievanceKind.HARASSMENT, 5);
    }
    local.as(local.founder(), () -> local.write(() -> {
      product.bean(Verdicts.class).decide("tst:2", "tst:1", Verdicts.Verdict.SPLIT);
      return true;
    }));
    assertThat(causes(product, local)).isEmpty();
    assertThat(causes(product, other)).hasSize(1);
    local.as(local.founder(), () -> local.write(() -> {
      product.bean(Verdicts.class).decide("tst:1", "tst:2", Verdicts.Verdict.CONFIRMED);
      return true;
    }));
    assertThat(causes(product, local)).hasSize(1);
  }

  @Test
  void keepsAVerdictOverTheNextImport(Product product, FoundedLocal local) throws Exception {
    report(product, local, "1", GrievanceKind.DEPOSIT_THEFT, 5);
    report(product, local, "2", GrievanceKind.DEPOSIT_THEFT, 5);
    local.as(local.founder(), () -> local.write(() -> {
      product.bean(Verdicts.class).decide("tst:1", "tst:2", Verdicts.Verdict.SPLIT);
      return true;
    }));
    SmallRegister.load(product);
    local.write(() -> {
      product.bean(Verdicts.class).redraw();
      return true;
    });
    assertThat(causes(product, local)).isEmpty();
  }

  @Test
  void showsNothingOfAnotherLocal(Product product, FoundedLocal local, FoundedLocal other) {
    report(product, local, "1", GrievanceKind.OTHER, 5);
    report(product, local, "2", GrievanceKind.OTHER, 5);
    assertThat(causes(product, other)).isEmpty();
  }
}
