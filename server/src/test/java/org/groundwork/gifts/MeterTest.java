// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groundwork.gifts.Giving.account;
import static org.groundwork.gifts.Giving.fund;
import static org.groundwork.gifts.Giving.gift;
import static org.groundwork.gifts.Giving.give;
import static org.groundwork.gifts.Giving.member;
import static org.groundwork.gifts.Giving.open;
import static org.groundwork.gifts.Giving.origin;
import static org.groundwork.gifts.Giving.part;
import static org.groundwork.gifts.Giving.today;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes in beside dues is counted by its kind, and by where it comes from. */
@ExtendWith(ProductExtension.class)
class MeterTest {
  /** The meter as those who see the money read it. */
  private static Meter whole() {
    return new Meter(part(Books.class), part(Balances.class),
        new GiftSources(part(JdbcClient.class), part(Gifts.Parts.class).seals()));
  }

  @Test
  void theMeterSaysHowLongItLastsWithoutTheLargestSource(FoundedLocal local) {
    open(local);
    UUID person = local.person(Role.MEMBER).id();
    var empty = local.read(() -> whole().read(YearMonth.from(today())));
    assertThat(empty.all()).isZero();
    assertThat(empty.largest()).isEmpty();
    member(local, person, today().minusMonths(2), 2_000);
    give(local, gift(local, GiftClass.GRANTS, Optional.empty(), "Bread Foundation", today().minusMonths(3), 6_000));
    give(local, gift(local, GiftClass.GRANTS, Optional.empty(), "bread foundation", today().minusMonths(1), 1_000));
    give(local, gift(local, GiftClass.OTHER_UNIONS, Optional.empty(), "Dockers", today(), 1_000));
    give(local, gift(local, GiftClass.GRANTS, Optional.empty(), "Long Ago", today().minusMonths(14), 90_000));
    UUID paint = local.read(() -> part(Books.class).accounts())
        .stream()
        .filter(each -> each.code().equals("5000"))
        .findFirst()
        .orElseThrow()
        .id();
    UUID strike = fund(local, FundKind.STRIKE);
    local.<Entered>write(() -> part(Ledger.class).enter(new NewEntry(today(), "paint", Optional.empty(),
        List.of(new Line(paint, strike, 9_000), new Line(account(local, UsedFor.CASH), strike, -9_000)))));
    var reading = local.read(() -> whole().read(YearMonth.from(today())));
    assertThat(reading.all()).isEqualTo(10_000);
    assertThat(reading.share(UsedFor.GRANTS)).isEqualTo(70);
    assertThat(reading.largest()).hasValueSatisfying(source -> assertThat(source.sum()).isEqualTo(7_000));
    assertThat(reading.largest().orElseThrow().name()).isEqualToIgnoringCase("bread foundation");
    // 91,000 there; 9,000 spent and 3,000 of the rest came in a year: 6,000 a year are missing
    assertThat(reading.lasts()).isEqualTo(new Meter.Lasts.Months(182));
    assertThat(Meter.lasts(5_000, 12_000, 12_000, 12)).isEqualTo(new Meter.Lasts.Always());
    assertThat(Meter.lasts(-5, 12_000, 0, 12)).isEqualTo(new Meter.Lasts.Months(0));
    assertThat(Meter.lasts(9_000, 4_000, 1_000, 4)).isEqualTo(new Meter.Lasts.Months(12));
  }

  @Test
  void theLargestSourceIsWhereTheMoneyComesFrom(FoundedLocal local) {
    open(local);
    give(local, origin(local, "Bread Foundation", "Ministry of Housing", 3_000));
    give(local, origin(local, "Rose Foundation", "ministry of housing", 2_000));
    give(local, origin(local, "Own Foundation", "its own", 4_000));
    var reading = local.read(() -> part(Meter.class).read(YearMonth.from(today())));
    assertThat(reading.largest()).hasValueSatisfying(source -> {
      assertThat(source.name()).isEqualToIgnoringCase("Ministry of Housing");
      assertThat(source.sum()).isEqualTo(5_000);
    });
    // goods count, and what is in the books without a name is one source
    give(local, new NewGift(GiftClass.GIFTS_IN_KIND, Optional.empty(), "Own Foundation", "", today(), 1_500,
        account(local, UsedFor.FEES), fund(local, FundKind.STRIKE), Optional.empty(), "", false, false));
    assertThat(local.read(() -> part(Meter.class).read(YearMonth.from(today()))).largest().orElseThrow().sum())
        .isEqualTo(5_500);
    UUID strike = fund(local, FundKind.STRIKE);
    local.<Entered>write(() -> part(Ledger.class).enter(new NewEntry(today(), "from before", Optional.empty(),
        List.of(new Line(account(local, UsedFor.CASH), strike, 9_000),
            new Line(account(local, UsedFor.GRANTS), strike, -9_000)))));
    assertThat(local.read(() -> part(Meter.class).read(YearMonth.from(today()))).largest())
        .contains(new Meter.Source(UsedFor.GRANTS, "", 9_000));
  }
}
