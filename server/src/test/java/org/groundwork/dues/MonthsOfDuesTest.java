// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What months of a period somebody owes: not those of a pause, not those of another scale, and none of a lost free rate. */
@ExtendWith(ProductExtension.class)
class MonthsOfDuesTest {

  private static LocalDate year() { return Period.YEAR.begins(DuesLocal.today()); }

  @Test
  void aPauseTakesItsMonthsOffTheDuesOfAYearAndNoMore(FoundedLocal local) {
    var dues = DuesLocal.by(local, Period.YEAR, 12_001);
    List<UUID> members = dues.members(3);
    UUID paused = members.get(0);
    LocalDate january = year();
    local.write(() -> {
      DuesLocal.part(Waivers.class).give(paused, january, january.plusMonths(1).minusDays(1));
      DuesLocal.part(Waivers.class).give(members.get(2), january, january.plusMonths(12).minusDays(1));
      return true;
    });
    var preview = dues.preview(january);
    assertThat(preview.stream().mapToLong(Runs.AtRate::sum).sum()).isEqualTo(11_000 + 2 * 12_001);
    assertThat(preview.stream().mapToInt(Runs.AtRate::partly).sum()).isEqualTo(1);
    dues.charge(january);
    assertThat(dues.open(paused)).extracting(Charge::amount).containsExactly(11_000L); // 12,001 * 11 / 12, rounded down
    assertThat(dues.open(members.get(1))).extracting(Charge::amount).containsExactly(12_001L);
    assertThat(local.read(() -> DuesLocal.part(Charges.class).of(members.get(2), 9))).extracting(Charge::kind)
        .containsExactly(Charge.Kind.WAIVED);

    for (int twice = 0; twice < 2; twice++) { // of January nothing is taken off again, and of the others once
      dues.pauses(paused, january, january.plusMonths(3).minusDays(1));
      assertThat(dues.open(paused)).extracting(Charge::open).containsExactly(9_000L);
    }
    dues.pauses(members.get(1), january.plusMonths(2).plusDays(9), january.plusMonths(5).minusDays(1));
    assertThat(dues.open(members.get(1))).extracting(Charge::open).containsExactly(9_000L); // 12,001 * 9 / 12
    dues.pays(members.get(1), 8_500);
    dues.pauses(members.get(1), january.plusMonths(6), january.plusMonths(8).minusDays(1));
    assertThat(dues.open(members.get(1))).as("no more than is open").isEmpty();
    assertThat(dues.owed().getFirst()).isEqualTo(dues.owed().getLast());
    assertThat(dues.faults()).isEmpty();
  }

  @Test
  void whoChangesToALongerScaleOwesTheMonthsThatWereNotCharged(FoundedLocal local) {
    var monthly = DuesLocal.of(local);
    UUID changes = monthly.member();
    UUID stays = monthly.member();
    LocalDate january = year();
    for (int month = 0; month < 3; month++) {
      monthly.charge(january.plusMonths(month));
    }
    var yearly = monthly.and(Period.YEAR, 12_005);
    local.write(() -> DuesLocal.part(Choices.class)
        .choose(changes, yearly.plan, yearly.rate(1), OptionalLong.empty(), DuesLocal.today()));
    assertThat(yearly.preview(january)).extracting(Runs.AtRate::sum).containsExactly(9_003L); // 12,005 * 9 / 12, rounded down
    assertThat(yearly.preview(january)).extracting(Runs.AtRate::partly).containsExactly(1);
    yearly.charge(january);
    yearly.charge(january);
    assertThat(monthly.open(changes)).extracting(Charge::amount)
        .containsExactlyInAnyOrder(1_000L, 1_000L, 1_000L, 9_003L);
    assertThat(monthly.open(stays)).hasSize(3);

    monthly.chooses(changes, 2); // and back: the year is paid for
    LocalDate april = january.plusMonths(3);
    assertThat(local.read(() -> DuesLocal.part(Runs.class).leftOut(monthly.plan, april))).isEqualTo(1);
    monthly.charge(april);
    assertThat(monthly.open(changes)).hasSize(4);
    assertThat(monthly.open(stays)).hasSize(4);
    monthly.pauses(changes, january.plusMonths(2), january.plusMonths(4).minusDays(1)); // March by the month, April of the year
    assertThat(monthly.open(changes)).extracting(Charge::open).containsExactlyInAnyOrder(1_000L, 1_000L, 8_002L);
    assertThat(monthly.faults()).isEmpty();
  }

  @Test
  void whoeverIsChargedLateHasTheDaysToPay(FoundedLocal local) {
    Plan plan = DuesLocal.by(local, Period.YEAR, 1_000).plan;
    LocalDate january = LocalDate.of(2026, 1, 1);
    assertThat(Runs.due(plan, january, january)).isEqualTo(january.plusDays(14));
    assertThat(Runs.due(plan, january, january.plusDays(14))).isEqualTo(january.plusDays(14));
    assertThat(Runs.due(plan, january, january.plusDays(20))).isEqualTo(january.plusDays(14));
    assertThat(Runs.due(plan, january, january.plusDays(200))).isEqualTo(january.plusDays(214));
  }

  @Test
  void whileAPauseRunsNobodyIsInArrears(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    LocalDate period = DuesLocal.period().minusMonths(4);
    dues.charge(period);
    LocalDate first = DuesLocal.period();
    LocalDate last = first.plusMonths(2).minusDays(1);
    assertThat(standing(local, member, first)).isInstanceOf(Standing.InArrears.class);
    dues.pauses(member, first, last);
    assertThat(dues.open(member)).extracting(Charge::open).as("it stays open").containsExactly(1_000L);
    for (LocalDate day : List.of(first, last)) {
      assertThat(local.read(() -> DuesLocal.part(Charges.class).asked(List.of(member), day)))
          .as("neither at the door nor by direct debit")
          .isEmpty();
      assertThat(standing(local, member, day)).isEqualTo(new Standing.Good());
      assertThat(local.read(() -> DuesLocal.part(Standings.class).inArrears(day))).doesNotContainKey(member).hasSize(1);
      assertThat(local.read(() -> DuesLocal.part(Standings.class).longest(day, 9)).all()).isEqualTo(1);
    }
    assertThat(standing(local, member, last.plusDays(1))).isInstanceOf(Standing.InArrears.class);
    assertThat(local.read(() -> DuesLocal.part(Charges.class).asked(List.of(member), last.plusDays(1)))).hasSize(1);
    assertThat(local.read(() -> DuesLocal.part(Standings.class).inArrears(last.plusDays(1)))).containsKey(member);
  }

  private static Standing standing(FoundedLocal local, UUID person, LocalDate on) {
    return local.read(() -> DuesLocal.part(Standings.class).of(person, on));
  }

  @Test
  void whoseFreeRateIsNoMorePaysNothingUntilTheyChooseAgain(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID free = dues.member();
    UUID usual = dues.member();
    UUID percent = dues.member();
    dues.chooses(free, 5);
    dues.chooses(percent, 4);
    assertThat(local.read(() -> DuesLocal.part(Choices.class).chosen(dues.plan.id())))
        .containsOnly(java.util.Map.entry(dues.rate(5), 1), java.util.Map.entry(dues.rate(4), 1));
    Plans.Draft draft = local.read(DuesLocal::draft);
    local.write(() -> DuesLocal.part(Plans.class)
        .change(dues.plan.id(), dues.plan.version(), new Plans.Draft(draft.name(), draft.period(), draft.asks(), 14, 30,
            "", List.of(new Plans.Bracket(Optional.of(dues.rate(2)), "Most of us", new Rate.Amount(1_000), true)),
            List.of())));
    assertThat(local.read(() -> DuesLocal.part(Choices.class).gone(free)))
        .hasValue(new Choices.Gone("Without work", true));
    assertThat(local.read(() -> DuesLocal.part(Choices.class).gone(usual))).isEmpty();
    dues.charge(DuesLocal.period());
    assertThat(local.read(() -> DuesLocal.part(Charges.class).of(free, 9))).extracting(Charge::kind)
        .containsExactly(Charge.Kind.FREE);
    assertThat(dues.open(usual)).hasSize(1);
    assertThat(dues.open(percent)).extracting(Charge::amount).containsExactly(1_000L);
    dues.chooses(free, 2);
    dues.charge(DuesLocal.period().plusMonths(1));
    assertThat(dues.open(free)).extracting(Charge::period).containsExactly(DuesLocal.period().plusMonths(1));
  }

  /** The scale of a free rate ends: the same, with a scale that asks for a year at once beside it. */
  @Test
  void whoseScaleEndedPaysNothingIfItWasFree(FoundedLocal local) {
    var dues = DuesLocal.by(local, Period.MONTH, 700);
    UUID member = dues.member();
    UUID other = local.write(() -> DuesLocal.part(Plans.class).begin(local.read(DuesLocal::draft)));
    local.write(() -> {
      Plan plan = DuesLocal.part(Plans.class).find(other).orElseThrow();
      return DuesLocal.part(Choices.class)
          .choose(member, plan, plan.rates().get(4).id(), OptionalLong.empty(), DuesLocal.today());
    });
    local.write(() -> DuesLocal.part(Plans.class).end(other));
    assertThat(dues.preview(DuesLocal.period())).extracting(Runs.AtRate::kind)
        .containsExactlyInAnyOrder(Charge.Kind.FREE, Charge.Kind.DUE);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    assertThat(treasurer.get(local.path("dues/members/" + member)).body()).contains("a free rate that is no more");
    assertThat(
        treasurer.get(local.path("dues/runs/new?plan=" + dues.plan.id() + "&period=" + DuesLocal.period())).body())
        .contains("A rate that is no more");
  }
}
