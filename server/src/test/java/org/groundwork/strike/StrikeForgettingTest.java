// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.groundwork.campaign.StepKind;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.files.Pictures;
import org.groundwork.platform.money.Money;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.PersonMerge;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people are told of themselves, what goes with them, what goes half a year after the end, and who is first. */
@ExtendWith(ProductExtension.class)
class StrikeForgettingTest {
  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static void forget(FoundedLocal local, UUID person) {
    local.write(() -> {
      part(StrikesForgotten.class).forget(person);
      return true;
    });
  }

  private static List<OwnData.Section> about(FoundedLocal local, UUID person) {
    return local.read(() -> part(OwnStrikes.class).about(person));
  }

  @Test
  void tellsAPersonWhatIsWrittenDownOfThem(FoundedLocal local) {
    var strike = RentStrike.begun(local, 2);
    strike.joins(0, RentStrike.today().minusDays(60), 123_456);
    UUID person = strike.people().get(0);
    assertThat(about(local, person)).extracting(OwnData.Section::name).containsExactly("rent-strike");
    assertThat(about(local, person).toString()).contains("1A", "1234.56 USD");
    assertThat(about(local, strike.people().get(1))).isEmpty();
    local.write(() -> part(PersonMerge.class).merge(strike.people().get(1), person));
    assertThat(about(local, strike.people().get(1)).toString()).as("the record that stays").contains("1A");

    var elsewhere = Product.shared().found();
    var work = RentStrike.begun(elsewhere, 0, StepKind.STRIKE);
    var member = work.member(Role.MEMBER);
    work.sayOut(member.id(), RentStrike.today());
    elsewhere.write(() -> part(StrikeList.class).on(work.step(), member.id(), RentStrike.today(),
        new Striker.What.Duty(Striker.Task.KITCHEN, Striker.Shift.NIGHT)));
    assertThat(about(elsewhere, member.id()).toString()).contains("on-strike.task.kitchen");
  }

  @Test
  void forgetsWhoLivesThereAndKeepsTheHome(FoundedLocal local) {
    var strike = RentStrike.begun(local, 2);
    UUID row = strike.joins(0, RentStrike.today().minusDays(60), 100_000);
    UUID person = strike.people().get(0);
    assertThat(local.read(() -> part(StrikesForgotten.class).inUse(List.of(person)))).isTrue();
    assertThat(local.read(() -> part(StrikesForgotten.class).inUse(List.of(strike.people().get(1))))).isFalse();
    forget(local, person);
    assertThat(strike.row(row).contact()).isEmpty();
    assertThat(strike.row(row).monthly()).isEqualTo(new Money(100_000, RentStrike.USD));
    assertThat(local.read(() -> part(StrikesForgotten.class).inUse(List.of(person)))).isFalse();
  }

  @Test
  void deletesWhoIsForgottenFromTheList(FoundedLocal local) {
    var strike = RentStrike.begun(local, 2, StepKind.STRIKE);
    strike.people().forEach(person -> strike.sayOut(person, RentStrike.today()));
    UUID person = strike.people().get(0);
    local.write(() -> part(StrikeList.class).on(strike.step(), person, RentStrike.today(),
        new Striker.What.Excused(Striker.Reason.ILL)));
    assertThat(local.read(() -> part(StrikesForgotten.class).inUse(List.of(person)))).isTrue();
    forget(local, person);
    assertThat(strike.list()).extracting(Striker::person).containsExactly(strike.people().get(1));
    assertThat(local.read(() -> part(StrikesForgotten.class).inUse(List.of(person)))).isFalse();
  }

  @Test
  void keepsTotalsAndNobodyHalfAYearAfterTheFight(FoundedLocal local) {
    var strike = RentStrike.begun(local, 6);
    for (int home = 0; home < 6; home++) {
      strike.joins(home, YearMonth.from(RentStrike.today()).minusMonths(2).atDay(1), 100_000);
    }
    UUID row = strike.lines().getFirst().unit().id();
    var visitor = strike.organiser();
    visitor.upload(strike.unitPath(row, "/paper"), new Upload("files", "letter.png", Pictures.png(40, 30)), "once",
        UUID.randomUUID().toString(), "kind", "other", "received", RentStrike.today().toString(), "answerBy",
        RentStrike.today().plusDays(3).toString());
    assertThat(local.read(() -> part(Notices.class).open(strike.step()))).hasSize(1);
    visitor.post(strike.path("/ending"), "on", RentStrike.today().toString());
    Money total = RentLine.total(strike.lines(), RentStrike.USD);
    strike.close();
    RentStrikeTest.run(local, part(StrikeRound.class));
    assertThat(strike.lines()).as("kept for half a year").hasSize(6);
    assertThat(local.read(() -> part(StrengthTests.class).whoDid(strike.step()))).hasSize(6);

    Product.shared().clock().advance(Duration.ofDays(181));
    RentStrikeTest.run(local, part(StrikeRound.class));
    var now = strike.now();
    assertThat(now.stays().orElseThrow().homes()).hasValue(6);
    assertThat(now.stays().orElseThrow().withheld()).contains(total);
    assertThat(strike.lines()).isEmpty();
    assertThat(local.read(() -> part(StrengthTests.class).whoDid(strike.step()))).as("the rung names nobody").isEmpty();
    assertThat(count(local, "select count(*) from strike.notice where local_id = ?")).isZero();
    assertThat(count(local, "select count(*) from platform.file where local_id = ?")).isZero();
    RentStrikeTest.run(local, part(StrikeRound.class));
    assertThat(strike.now()).as("once").isEqualTo(now);
    assertThat(strike.organiser().get(strike.path("")).body()).contains("These totals stay",
        total.written(java.util.Locale.ENGLISH)).doesNotContain("Neighbour");
  }

  @Test
  void tellsMembersNoTotalOverFewHomes(FoundedLocal local) {
    var strike = RentStrike.begun(local, 3);
    for (int home = 0; home < 3; home++) {
      strike.joins(home, YearMonth.from(RentStrike.today()).minusMonths(2).atDay(1), 100_000);
    }
    strike.close();
    Product.shared().clock().advance(Duration.ofDays(181));
    RentStrikeTest.run(local, part(StrikeRound.class));
    assertThat(strike.organiser().get(strike.path("")).body()).contains("<b>3</b> homes withheld", "$");
    assertThat(local.person(Role.MEMBER).visitor().get(strike.path("")).body())
        .contains("These totals stay", "Fewer than five homes withheld")
        .doesNotContain("<b>3</b>", "$");
  }

  @Test
  void deletesTheListHalfAYearAfterTheFight(FoundedLocal local) {
    var strike = RentStrike.begun(local, 2, StepKind.STRIKE);
    strike.people().forEach(person -> strike.sayOut(person, RentStrike.today().minusDays(1)));
    strike.organiser().post(strike.path("/ending"), "on", RentStrike.today().plusDays(1).toString());
    strike.close();
    Product.shared().clock().advance(Duration.ofDays(181));
    RentStrikeTest.run(local, part(StrikeRound.class));
    assertThat(strike.now().stays().orElseThrow().people()).hasValue(2);
    assertThat(strike.now().stays().orElseThrow().days()).as("two days each, whatever came after").hasValue(4);
    assertThat(count(local, "select count(*) from strike.striker where local_id = ?")).isZero();
    assertThat(strike.organiser().get(strike.path("")).body()).contains("The list was deleted", "<b>2</b>", "<b>4</b>");
    assertThat(local.person(Role.MEMBER).visitor().get(strike.path("")).body())
        .contains("The list was deleted", "Fewer than five people")
        .doesNotContain("<b>2</b>", "<b>4</b>");
    assertThat(strike.organiser().get(strike.path("/list")).status()).isEqualTo(404);
  }

  private static long count(FoundedLocal local, String sql) {
    return local.read(() -> part(JdbcClient.class).sql(sql).param(local.id().value()).query(Long.class).single());
  }

  /** The same home written down by many at once stands once; and what races the end is in the books or refused. */
  @Test
  void standsOnceHoweverManyWriteAHomeDown(FoundedLocal local) throws Exception {
    var strike = RentStrike.begun(local, 2);
    var unit = strike.unit(0);
    var facts = new RentBook.Facts(Optional.empty(), RentStrike.today(), new Money(1_000, RentStrike.USD),
        Withholding.Held.OWN);
    Callable<RentBook.Written> join = () -> local
        .write(() -> part(RentBook.class).join(strike.step(), unit.id(), unit.label(), facts));
    try (var many = Executors.newFixedThreadPool(6)) {
      var written = many.invokeAll(List.of(join, join, join, join, join, join));
      int first = 0;
      for (var one : written) {
        first += one.get() instanceof RentBook.Written.Yes ? 1 : 0;
      }
      assertThat(first).isOne();
    }
    assertThat(strike.lines()).hasSize(1);
  }

  @Test
  void writesNothingAfterTheEndWhoeverIsFirst(FoundedLocal local) throws Exception {
    for (int round = 0; round < 5; round++) {
      var strike = RentStrike.begun(Product.shared().found(), 2);
      UUID row = strike.joins(0, RentStrike.today().minusDays(60), 1_000);
      var unit = strike.row(row);
      var start = new CountDownLatch(1);
      var facts = new RentBook.Facts(Optional.empty(), unit.since(), new Money(2_000, RentStrike.USD),
          Withholding.Held.COURT);
      try (var many = Executors.newFixedThreadPool(3)) {
        var end = many.submit(() -> {
          start.await();
          return strike.local().write(() -> part(Strikes.class).end(strike.step(), RentStrike.today()));
        });
        var change = many.submit(() -> {
          start.await();
          return strike.local().write(() -> part(RentBook.class).change(unit, unit.version(), facts));
        });
        var leave = many.submit(() -> {
          start.await();
          return strike.local()
              .write(() -> part(RentBook.class).leave(unit, unit.version(),
                  new Withholding.Left(RentStrike.today(), Withholding.Because.PAID)));
        });
        start.countDown();
        assertThat(end.get()).isTrue();
        int written = (change.get() instanceof RentBook.Written.Yes ? 1 : 0)
            + (leave.get() instanceof RentBook.Written.Yes ? 1 : 0);
        assertThat(written).as("one version is written over once").isLessThanOrEqualTo(1);
        assertThat(strike.row(row).version()).isEqualTo(1 + written);
      }
      var frozen = strike.row(row);
      assertThat(strike.local().write(() -> part(RentBook.class).change(frozen, frozen.version(), facts)))
          .isInstanceOf(RentBook.Written.Over.class);
    }
  }
}
