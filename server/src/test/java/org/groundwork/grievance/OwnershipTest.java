// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.target.Networks;
import org.groundwork.target.PastView;
import org.groundwork.target.Registered;
import org.groundwork.target.Sales;
import org.groundwork.target.Verdicts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A grievance belongs to whoever owned the place on its day. */
@ExtendWith(ProductExtension.class)
class OwnershipTest {
  private static final String OFFICE = "500 HOLDER PLAZA 4 09999";
  private static final String OTHER_OFFICE = "9 OTHER COURT 2 09998";
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  private static UUID report(Product product, FoundedLocal local, String place, LocalDate since) {
    return local.write(() -> product.bean(Grievances.class)
        .report(new NewGrievance(GrievanceKind.REPAIRS, Optional.empty(), Optional.empty(), Optional.of(place), "",
            Optional.of(since), Optional.empty(), "told", "", Locale.ENGLISH, NewGrievance.CameBy.FORM),
            Optional.empty()));
  }

  private static String network(Product product, FoundedLocal local, UUID grievance) {
    return local.read(() -> product.bean(Grievances.class).byId(grievance).orElseThrow().network().orElseThrow());
  }

  private static Optional<String> of(Product product, FoundedLocal local, String place, LocalDate day) {
    return local.read(() -> product.bean(Networks.class).of(place, day));
  }

  private static Networks.Face face(Product product, FoundedLocal local, String network) {
    return local.read(() -> product.bean(Networks.class).face(network).orElseThrow());
  }

  /** Houses 1 and 2 of one owner, 3 and 4 of another. */
  private static Registered twoOwners(Product product, String code) {
    return new Registered(product, code)
        .house("1", "2026-01-15", "ELEVEN LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("2", "2026-01-15", "PROBE LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("3", "2026-01-15", "ELSEWHERE LLC", OTHER_OFFICE, "HeadOfficer=PELLGRAVE TORVALD")
        .house("4", "2026-01-15", "NOWHERE LLC", OTHER_OFFICE, "HeadOfficer=PELLGRAVE TORVALD");
  }

  /** The same houses after the second was sold to the owner of the third and fourth. */
  private static Registered sold(Product product, String code) {
    return new Registered(product, code)
        .house("1", "2026-01-15", "ELEVEN LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("2", "2026-06-01", "FRESH LLC", OTHER_OFFICE, "HeadOfficer=PELLGRAVE TORVALD")
        .house("3", "2026-01-15", "ELSEWHERE LLC", OTHER_OFFICE, "HeadOfficer=PELLGRAVE TORVALD")
        .house("4", "2026-01-15", "NOWHERE LLC", OTHER_OFFICE, "HeadOfficer=PELLGRAVE TORVALD");
  }

  @Test
  void staysWithTheFormerOwnerWhenTheHouseIsSold(Product product, FoundedLocal local) throws Exception {
    twoOwners(product, "own1").load();
    UUID old = report(product, local, "own1:2", MARCH);
    UUID later = report(product, local, "own1:2", JULY);
    assertThat(network(product, local, old)).isEqualTo("own1:1");

    sold(product, "own1").load(local);

    assertThat(network(product, local, old)).isEqualTo("own1:1");
    assertThat(network(product, local, later)).isEqualTo("own1:2");
    assertThat(network(product, local, report(product, local, "own1:2", MARCH))).isEqualTo("own1:1");
    assertThat(of(product, local, "own1:2", LocalDate.of(2026, 5, 31))).contains("own1:1");
    assertThat(of(product, local, "own1:2", LocalDate.of(2026, 6, 1))).contains("own1:2");
    assertThat(of(product, local, "own1:4", MARCH)).contains("own1:2");
    var causes = local.read(() -> product.bean(CommonCauses.class).of(GrievanceKind.REPAIRS, "own1:1", "USD"));
    assertThat(causes.orElseThrow().people()).isEqualTo(2);
  }

  @Test
  void countsFromTheDayItWasReportedWhereNobodyKnowsWhenItBegan(Product product, FoundedLocal local) throws Exception {
    twoOwners(product, "own2").load();
    UUID undated = local.write(() -> product.bean(Grievances.class)
        .report(new NewGrievance(GrievanceKind.REPAIRS, Optional.empty(), Optional.empty(), Optional.of("own2:2"), "",
            Optional.empty(), Optional.empty(), "told", "", Locale.ENGLISH, NewGrievance.CameBy.FORM),
            Optional.empty()));
    sold(product, "own2").load(local);
    assertThat(network(product, local, undated)).isEqualTo("own2:2");
  }

  @Test
  void goesToANetworkOfTheFormerOwnersOwnWhenNothingElseIsLeft(Product product, FoundedLocal local) throws Exception {
    new Registered(product, "own3")
        .house("1", "2026-01-15", "LONELY LLC", OFFICE, "HeadOfficer=QUIMBY ORLA")
        .house("2", "2026-01-15", "SOLITARY LLC", "77 FAR AWAY ROAD 09111", "HeadOfficer=QUIMBY ORLA|Officer=ABLE JUNO")
        .house("3", "2026-01-15", "ELSEWHERE LLC", OTHER_OFFICE, "HeadOfficer=PELLGRAVE TORVALD")
        .load();
    UUID first = report(product, local, "own3:1", MARCH);
    UUID second = report(product, local, "own3:2", MARCH);
    new Registered(product, "own3")
        .house("1", "2026-06-01", "FRESH LLC", OTHER_OFFICE, "HeadOfficer=PELLGRAVE TORVALD")
        .house("2", "2026-06-01", "FRESHER LLC", OTHER_OFFICE, "HeadOfficer=PELLGRAVE TORVALD")
        .house("3", "2026-01-15", "ELSEWHERE LLC", OTHER_OFFICE, "HeadOfficer=PELLGRAVE TORVALD")
        .load(local);
    assertThat(network(product, local, first)).isEqualTo("past:own3:1~2026-05-31")
        .isEqualTo(network(product, local, second));
    assertThat(face(product, local, network(product, local, first))).satisfies(face -> {
      assertThat(face.name()).isEqualTo("QUIMBY ORLA");
      assertThat(face.sites()).isEqualTo(2);
      assertThat(face.homes()).isEqualTo(40);
    });
    assertThat(local.read(() -> product.bean(PastView.class)
        .owners("own3:1", network -> Optional.empty()))).singleElement().satisfies(owner -> {
          assertThat(owner.name()).isEqualTo("QUIMBY ORLA");
          assertThat(owner.since()).isEmpty();
          assertThat(owner.until()).isEqualTo(LocalDate.of(2026, 5, 31));
        });
  }

  @Test
  void takesNoNewShellNorNewOfficerForASale(Product product, FoundedLocal local) throws Exception {
    twoOwners(product, "own4").load();
    UUID old = report(product, local, "own4:2", MARCH);
    new Registered(product, "own4")
        .house("1", "2026-06-01", "ANOTHER SHELL LLC", "1 NEW OFFICE WAY 09123", "HeadOfficer=VEXFORD YSOLDE")
        .house("2", "2026-06-01", "PROBE LLC", OFFICE, "HeadOfficer=SOMEBODY NEW")
        .house("3", "2026-06-01", "ELSEWHERE LLC", OTHER_OFFICE, "HeadOfficer=PELLGRAVE TORVLAD")
        .house("4", "2026-06-01", "", OTHER_OFFICE, "Agent=HIRED HAND")
        .load(local);
    for (String house : List.of("1", "2", "3", "4")) {
      assertThat(of(product, local, "own4:" + house, MARCH)).as(house)
          .isEqualTo(local.read(() -> product.bean(Networks.class).of("own4:" + house)));
    }
    assertThat(network(product, local, old)).isEqualTo(of(product, local, "own4:2", JULY).orElseThrow());
  }

  @Test
  void doesNotTakeAnAgentsCompanyForTheOwnerThatStayed(Product product, FoundedLocal local) throws Exception {
    var signers = List.of("AARDVARK ONE", "BEETLE TWO", "CROCUS THREE", "DAHLIA FOUR", "ELDER FIVE", "FOXGLOVE SIX");
    var before = new Registered(product, "own5");
    var after = new Registered(product, "own5");
    for (int at = 0; at < signers.size(); at++) {
      String owner = signers.get(at);
      String office = at * 7 + 1 + " " + owner + " ROAD 0900" + at;
      String companies = owner.split(" ", -1)[0] + " HOMES LLC|SERVING COMPANY";
      before.house("" + (at + 1), "2026-01-15", companies, office, "HeadOfficer=" + owner);
      if (at > 0) {
        after.house("" + (at + 1), "2026-01-15", companies, office, "HeadOfficer=" + owner);
      }
    }
    assertThat(before.load().networks()).isEqualTo(6);
    UUID old = report(product, local, "own5:1", MARCH);
    after.house("1", "2026-06-01", "BUYER LLC|SERVING COMPANY", "88 BUYER SQUARE 09088", "HeadOfficer=BUYERLY ZED");
    after.load(local);
    assertThat(network(product, local, old)).isEqualTo("past:own5:1~2026-05-31");
  }

  @Test
  void readsAHouseHistoryFromAFileThatHoldsIt(Product product, FoundedLocal local) throws Exception {
    new Registered(product, "own6")
        .house("1", "2020-01-01", "FIRST LLC", OFFICE, "HeadOfficer=AARDVARK ONE")
        .house("1", "2024-01-01", "SECOND LLC", OTHER_OFFICE, "HeadOfficer=BEETLE TWO")
        .house("1", "2026-02-01", "THIRD LLC", "3 THIRD PLACE 09003", "HeadOfficer=CROCUS THREE")
        .house("2", "2024-01-01", "SECOND HOUSE LLC", OTHER_OFFICE, "HeadOfficer=BEETLE TWO")
        .load();
    assertThat(of(product, local, "own6:1", LocalDate.of(2023, 6, 1))).contains("past:own6:1~2023-12-31");
    assertThat(of(product, local, "own6:1", LocalDate.of(2025, 6, 1))).contains("own6:2");
    assertThat(of(product, local, "own6:1", MARCH)).contains("own6:1");
  }

  @Test
  void keepsFormerOwnersOverLaterImports(Product product, FoundedLocal local) throws Exception {
    twoOwners(product, "own7").load();
    UUID old = report(product, local, "own7:2", MARCH);
    sold(product, "own7").load(local);
    sold(product, "own7").load(local);
    assertThat(network(product, local, old)).isEqualTo("own7:1");
    assertThat(of(product, local, "own7:2", JULY)).contains("own7:2");
  }

  private static void sale(Product product, FoundedLocal local, String site, LocalDate on, Sales.Names names,
      String other) {
    local.as(local.founder(), () -> local.write(() -> product.bean(Sales.class)
        .record(site, on, names, Optional.of(other).filter(name -> !name.isEmpty()), "the deed, seen at the city")));
  }

  @Test
  void honoursASaleThatTheRegisterDoesNotShowYet(Product product, FoundedLocal local, FoundedLocal other)
      throws Exception {
    twoOwners(product, "own8").load();
    UUID old = report(product, local, "own8:2", MARCH);
    UUID fresh = report(product, local, "own8:2", JULY);
    sale(product, local, "own8:2", LocalDate.of(2026, 5, 1), Sales.Names.SELLER, "Torvald Pellgrave");

    assertThat(network(product, local, old)).isEqualTo("own8:1");
    assertThat(network(product, local, fresh)).isEqualTo("own8:2");
    assertThat(of(product, local, "own8:3", JULY)).contains("own8:2");
    assertThat(of(product, other, "own8:2", JULY)).contains("own8:1");

    sold(product, "own8").load(local, other); // the register shows it now, with a later day of its own
    assertThat(of(product, local, "own8:2", LocalDate.of(2026, 5, 15))).contains("own8:2");
    assertThat(of(product, other, "own8:2", LocalDate.of(2026, 5, 15))).contains("own8:1");
    assertThat(network(product, local, old)).isEqualTo("own8:1");
  }

  @Test
  void givesABuyerWhomNobodyElseNamesANetworkOfTheirOwn(Product product, FoundedLocal local) throws Exception {
    twoOwners(product, "own9").load();
    sale(product, local, "own9:1", LocalDate.of(2026, 5, 1), Sales.Names.SELLER, "Unheard Of Person");
    String now = of(product, local, "own9:1", JULY).orElseThrow();
    assertThat(now).startsWith("sold:");
    assertThat(face(product, local, now)).isEqualTo(new Networks.Face(now, "Unheard Of Person", 1, 20));
    assertThat(of(product, local, "own9:1", MARCH)).contains("own9:2");
    assertThat(of(product, local, "own9:2", JULY)).contains("own9:2");
    twoOwners(product, "own9").load(local);
    assertThat(of(product, local, "own9:1", JULY)).contains(now);
    var sale = local.read(() -> product.bean(Sales.class).of("own9:1")).getFirst();
    local.as(local.founder(), () -> local.write(() -> product.bean(Sales.class).remove(sale.id())));
    assertThat(of(product, local, "own9:1", JULY)).contains("own9:1");
  }

  @Test
  void remembersASellerWhomTheRegisterNeverNamed(Product product, FoundedLocal local) throws Exception {
    twoOwners(product, "own10").load();
    UUID old = report(product, local, "own10:2", MARCH);
    sale(product, local, "own10:2", LocalDate.of(2026, 5, 1), Sales.Names.BUYER, "Formerly Known");
    assertThat(network(product, local, old)).startsWith("sold:");
    assertThat(face(product, local, network(product, local, old)).name()).isEqualTo("Formerly Known");
    assertThat(of(product, local, "own10:2", JULY)).contains("own10:1");
  }

  @Test
  void followsAVerdictThatMovesTheFormerOwnersSites(Product product, FoundedLocal local) throws Exception {
    new Registered(product, "own11")
        .house("1", "2026-01-15", "ELEVEN LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("2", "2026-01-15", "PROBE LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("3", "2026-01-15", "PROBE THREE LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .load();
    UUID old = report(product, local, "own11:3", MARCH);
    new Registered(product, "own11")
        .house("1", "2026-01-15", "ELEVEN LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("2", "2026-01-15", "PROBE LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("3", "2026-06-01", "BOUGHT LLC", OTHER_OFFICE, "HeadOfficer=PELLGRAVE TORVALD")
        .house("4", "2026-01-15", "NOWHERE LLC", OTHER_OFFICE, "HeadOfficer=PELLGRAVE TORVALD")
        .load(local);
    assertThat(network(product, local, old)).isEqualTo("own11:1");
    local.as(local.founder(), () -> local.write(() -> {
      product.bean(Verdicts.class).decide("own11:1", "own11:3", Verdicts.Verdict.CONFIRMED);
      return true;
    }));
    assertThat(of(product, local, "own11:3", JULY)).contains("own11:1");
    local.as(local.founder(), () -> local.write(() -> {
      product.bean(Verdicts.class).decide("own11:1", "own11:4", Verdicts.Verdict.SPLIT);
      product.bean(Verdicts.class).decide("own11:1", "own11:3", Verdicts.Verdict.SPLIT);
      return true;
    }));
    assertThat(network(product, local, old)).isEqualTo("own11:1");
    assertThat(of(product, local, "own11:3", JULY)).contains("own11:3");
  }

  @Test
  void drawsOneAfterTheOtherWhatTwoDecideAtOnce(Product product, FoundedLocal local) throws Exception {
    twoOwners(product, "own13").load();
    try (var threads = Executors.newSingleThreadExecutor()) {
      var second = local.as(local.founder(), () -> local.write(() -> {
        product.bean(Verdicts.class).decide("own13:1", "own13:3", Verdicts.Verdict.CONFIRMED);
        var waiting = threads.submit(() -> sale(product, local, "own13:4", LocalDate.of(2026, 5, 1),
            Sales.Names.SELLER, "Unheard Of Person"));
        assertThatThrownBy(() -> waiting.get(700, TimeUnit.MILLISECONDS)).as("waits for the first")
            .isInstanceOf(TimeoutException.class);
        product.bean(Verdicts.class).decide("own13:1", "own13:4", Verdicts.Verdict.SPLIT);
        return waiting;
      }));
      second.get();
    }
    assertThat(of(product, local, "own13:3", JULY)).contains("own13:1");
    assertThat(of(product, local, "own13:4", JULY).orElseThrow()).startsWith("sold:");
  }

  @Test
  void keepsTheSellersOtherHousesTogetherAndAnOlderVerdictWithTheSeller(Product product, FoundedLocal local)
      throws Exception {
    var many = new Registered(product, "own12");
    for (int house = 1; house <= 60; house++) {
      many.house("" + house, "2026-01-15", "SHELL " + house + " LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE");
    }
    many.load();
    local.as(local.founder(), () -> local.write(() -> {
      product.bean(Verdicts.class).decide("own12:7", "own12:9", Verdicts.Verdict.CONFIRMED);
      return true;
    }));
    sale(product, local, "own12:7", LocalDate.of(2026, 5, 1), Sales.Names.SELLER, "Unheard Of Person");
    for (int house = 1; house <= 60; house++) {
      String place = "own12:" + house;
      assertThat(of(product, local, place, MARCH)).as(place).contains("own12:1");
      assertThat(of(product, local, place, JULY).orElseThrow()).as(place)
          .matches(house == 7 ? "sold:.*" : "own12:1");
    }
    local.as(local.founder(), () -> local.write(() -> {
      product.bean(Verdicts.class).decide("own12:7", "own12:9", Verdicts.Verdict.CONFIRMED);
      return true;
    }));
    assertThat(of(product, local, "own12:7", JULY)).contains("own12:1");
  }
}
