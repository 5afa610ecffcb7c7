// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a local holds for true of a site's former owners. */
class SiteHistoryTest {
  private static final LocalDate NOTED = day(9, 1);

  private static LocalDate day(int month, int day) { return LocalDate.of(2026, month, day); }

  private static SiteHistory.Past shown(LocalDate until, String network) {
    return new SiteHistory.Past(until, network, Optional.of(NOTED));
  }

  private static SiteHistory.Sold sold(LocalDate on, boolean ofSeller, LocalDate recorded, String other,
      boolean named) {
    return new SiteHistory.Sold(on, ofSeller, recorded, other, named);
  }

  private static List<String> of(List<SiteHistory.Past> register, SiteHistory.Sold... sales) {
    return SiteHistory.of(register, "here", List.of(sales))
        .stream()
        .map(past -> past.network() + " " + past.until())
        .toList();
  }

  @Test
  void leavesTheRegistersAccountAloneWithoutASale() {
    assertThat(of(List.of(shown(day(3, 31), "old")))).containsExactly("old 2026-03-31");
  }

  @Test
  void endsTheSellersDaysBeforeTheSale() {
    assertThat(of(List.of(), sold(day(5, 1), true, day(9, 9), "buyer", true))).containsExactly("here 2026-04-30");
  }

  @Test
  void followsAHouseSoldTwice() {
    assertThat(of(List.of(), sold(day(5, 1), true, day(9, 9), "first", true),
        sold(day(6, 1), true, day(9, 9), "second", true))).containsExactly("here 2026-04-30", "first 2026-05-31");
  }

  @Test
  void givesTheRegistersChangeTheDayThatOrganisersKnow() {
    assertThat(of(List.of(shown(day(8, 31), "seller")), sold(day(5, 1), true, day(7, 1), "buyer", true)))
        .containsExactly("seller 2026-04-30");
    assertThat(of(List.of(shown(day(2, 1), "older"), shown(day(8, 31), "seller")),
        sold(day(7, 1), false, day(10, 1), "unknown", false))).containsExactly("older 2026-02-01", "seller 2026-06-30");
  }

  @Test
  void putsASellerWhomTheRegisterNeverNamed() {
    assertThat(of(List.of(shown(day(2, 1), "older"), shown(day(8, 31), "wrong")),
        sold(day(7, 1), false, day(10, 1), "seller", true))).containsExactly("older 2026-02-01", "seller 2026-06-30");
    assertThat(of(List.of(), sold(day(7, 1), false, day(10, 1), "nobody known", false)))
        .containsExactly("nobody known 2026-06-30");
  }
}
