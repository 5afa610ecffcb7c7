// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A month ends where the local is: in New York it is still the last evening when it is the first of the month in Europe. */
@ExtendWith(ProductExtension.class)
class PeriodEndsTest {
  private static final ZoneId THERE = ZoneId.of("America/New_York");

  private static void setTo(Instant instant) {
    var clock = Product.shared().clock();
    clock.advance(Duration.between(clock.instant(), instant));
  }

  /** The period that the page of runs says is the one of now. */
  private static String now(FoundedLocal local) {
    String page = local.person(Role.MEMBER, Role.TREASURER).visitor().get(local.path("dues/runs")).body();
    String before = page.substring(0, page.indexOf("tag--now"));
    return before.substring(before.lastIndexOf("period=") + 7, before.lastIndexOf("period=") + 17);
  }

  @Test
  void aMonthIsOverWhereTheLocalIs(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    YearMonth month = YearMonth.from(DuesLocal.today()).plusMonths(1);
    Instant first = month.plusMonths(1).atDay(1).atTime(2, 0).toInstant(ZoneOffset.UTC);
    setTo(first);
    assertThat(DuesLocal.today()).isEqualTo(month.atEndOfMonth());
    assertThat(now(local)).isEqualTo(month.atDay(1).toString());
    UUID member = dues.member();
    assertThat(dues.pays(member, 500)).isInstanceOf(Taken.Yes.class);
    assertThat(local.read(() -> DuesLocal.part(Payments.class).of(member, 1)).getFirst().on())
        .isEqualTo(month.atEndOfMonth());
    assertThat(close(local, month)).isEqualTo(ClosedMonths.Closing.NOT_OVER);

    setTo(first.plus(Duration.ofHours(6)));
    assertThat(now(local)).isEqualTo(month.plusMonths(1).atDay(1).toString());
    local.write(() -> {
      for (YearMonth each = YearMonth.from(DuesLocal.today().minusYears(2)); each
          .isBefore(month); each = each.plusMonths(1)) {
        DuesLocal.part(ClosedMonths.class).close(each, THERE);
      }
      return true;
    });
    assertThat(close(local, month)).isEqualTo(ClosedMonths.Closing.DONE);
    assertThat(dues.pays(NewPayment.of(member, month.atEndOfMonth(), 500, Way.CASH))).as("the month before is closed")
        .isInstanceOf(Taken.NotEntered.class);
    assertThat(dues.faults()).isEmpty();
  }

  /** The grace ends with a day there, and not with one in UTC. */
  @Test
  void arrearsBeginWhenTheDayIsOverThere(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    LocalDate period = DuesLocal.period();
    dues.charge(period);
    LocalDate last = dues.open(member).getFirst().until();
    setTo(last.plusDays(1).atTime(3, 0).toInstant(ZoneOffset.UTC)); // the last evening there
    assertThat(standing(local, member)).isInstanceOf(Standing.Good.class);
    setTo(last.plusDays(1).atTime(6, 0).toInstant(ZoneOffset.UTC));
    assertThat(standing(local, member)).isInstanceOf(Standing.InArrears.class);
  }

  private static Standing standing(FoundedLocal local, UUID member) {
    return local.read(() -> DuesLocal.part(Standings.class).of(member, DuesLocal.today()));
  }

  private static ClosedMonths.Closing close(FoundedLocal local, YearMonth month) {
    return local.write(() -> DuesLocal.part(ClosedMonths.class).close(month, THERE));
  }
}
