// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What may be paid ahead has an end, on every way: what is more is held and goes back. */
@ExtendWith(ProductExtension.class)
class BeyondTest {

  private static long ahead(FoundedLocal local, UUID member) {
    return local.read(() -> DuesLocal.part(Payments.class).ahead(member));
  }

  private static Optional<Entered> back(FoundedLocal local, UUID payment) {
    return local.write(() -> DuesLocal.part(Beyond.class)
        .returned(payment, DuesLocal.part(Books.class).account(UsedFor.CASH).id(), DuesLocal.today()));
  }

  @Test
  void whatIsMoreThanAYearIsHeldAndGoesBack(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    dues.charge(DuesLocal.period());
    UUID paid = ((Taken.Yes) dues.pays(member, 2_000_000)).payment();
    assertThat(dues.open(member)).isEmpty();
    assertThat(ahead(local, member)).isEqualTo(12_000);
    assertThat(dues.balance(UsedFor.PAID_AHEAD)).isEqualTo(-12_000);
    assertThat(dues.balance(UsedFor.HELD)).isEqualTo(-1_987_000);
    assertThat(dues.balance(UsedFor.CASH)).isEqualTo(2_000_000);
    var more = (Taken.Yes) dues.pays(member, 500);
    assertThat(ahead(local, member)).isEqualTo(12_000);
    assertThat(local.read(() -> DuesLocal.part(Beyond.class).toReturn(10))).extracting(Payment::id)
        .containsExactly(paid, more.payment());

    assertThat(back(local, paid)).containsInstanceOf(Entered.Yes.class);
    assertThat(back(local, paid)).isEmpty();
    assertThat(dues.balance(UsedFor.HELD)).isEqualTo(-500);
    assertThat(dues.balance(UsedFor.CASH)).isEqualTo(13_500);
    // a payment that is taken back takes what is held of it with it
    assertThat(local.<Payments.Undone>write(() -> DuesLocal.part(Payments.class)
        .undo(more.payment(),
            DuesLocal.today())))
        .isInstanceOf(Payments.Undone.Yes.class);
    assertThat(dues.balance(UsedFor.HELD)).isZero();
    assertThat(dues.balance(UsedFor.CASH)).isEqualTo(13_000);
    assertThat(local.read(() -> DuesLocal.part(Beyond.class).toReturn(10))).isEmpty();
    assertThat(dues.faults()).isEmpty();
  }

  @Test
  void theYearIsOfOnesOwnRateOrOfTheUsualOne(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    var members = dues.members(4);
    var limit = DuesLocal.part(AheadLimit.class);
    dues.chooses(members.get(1), 1);
    dues.chooses(members.get(2), 5);
    dues.chooses(members.get(3), 4);
    assertThat(local.read(() -> limit.year(members.get(0)))).as("nothing chosen").hasValue(12_000);
    assertThat(local.read(() -> limit.year(members.get(1)))).as("the highest").hasValue(24_000);
    assertThat(local.read(() -> limit.year(members.get(2)))).as("free").hasValue(12_000);
    assertThat(local.read(() -> limit.year(members.get(3)))).as("2 % of 1,234.56").hasValue(12 * 2_469);
  }

  @Test
  void withoutAScaleNothingLimitsIt(FoundedLocal local) {
    DuesLocal.openBooks(local);
    UUID maria = local.person(Role.MEMBER).id();
    assertThat(local.read(() -> DuesLocal.part(AheadLimit.class).year(maria))).isEmpty();
    local.<Taken>write(() -> DuesLocal.part(Payments.class)
        .take(NewPayment.of(maria, DuesLocal.today(), 900_000, Way.CASH)));
    assertThat(ahead(local, maria)).isEqualTo(900_000);
  }

  @Test
  void manyAtOncePayNoMoreThanAYearAhead(FoundedLocal local) throws Exception {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    try (var threads = Executors.newFixedThreadPool(6)) {
      var work = new ArrayList<Callable<Taken>>();
      for (int each = 0; each < 12; each++) {
        work.add(() -> dues.pays(member, 5_000));
      }
      for (var done : threads.invokeAll(work)) {
        assertThat(done.get()).isInstanceOf(Taken.Yes.class);
      }
    }
    assertThat(ahead(local, member)).isEqualTo(12_000);
    assertThat(dues.balance(UsedFor.HELD)).isEqualTo(-48_000);
    assertThat(dues.faults()).isEmpty();
  }

  @Test
  void whoKeepsTheMoneyGivesItBackAndTheMemberSeesIt(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    var maria = local.person(Role.MEMBER);
    UUID paid = ((Taken.Yes) dues.pays(maria.id(), 20_000)).payment();
    var treasurer = local.person(Role.MEMBER, Role.TREASURER);
    assertThat(treasurer.visitor().get(local.path("")).body()).contains("1 payment of dues was more than a year ahead");
    assertThat(treasurer.visitor().get(local.path("dues/beyond")).body()).contains("80", "It is given back");
    assertThat(maria.visitor().get(local.path("dues")).body()).contains("is more than a year ahead: it is held");
    assertThat(maria.visitor().get(local.path("dues/beyond")).status()).isEqualTo(403);
    String cash = local.read(() -> DuesLocal.part(Books.class).account(UsedFor.CASH).id()).toString();
    assertThat(maria.visitor().post(local.path("dues/beyond/" + paid), "account", cash).status()).isEqualTo(403);
    var auditor = local.person(Role.MEMBER, Role.AUDITOR).visitor();
    assertThat(auditor.get(local.path("dues/beyond")).body()).doesNotContain("It is given back");
    assertThat(auditor.post(local.path("dues/beyond/" + paid), "account", cash).status()).isEqualTo(403);
    assertThat(treasurer.visitor().post(local.path("dues/beyond/" + paid), "account", "x").status()).isEqualTo(404);
    UUID own = ((Taken.Yes) dues.pays(treasurer.id(), 20_000)).payment();
    assertThat(treasurer.visitor().post(local.path("dues/beyond/" + own), "account", cash).status()).isEqualTo(403);
    treasurer.visitor().post(local.path("dues/beyond/" + paid), "account", cash);
    assertThat(maria.visitor().get(local.path("dues")).body()).contains("went back to you on");
    assertThat(dues.balance(UsedFor.HELD)).isEqualTo(-8_000);
    var undone = treasurer.visitor()
        .post(local.path("dues/members/" + maria.id() + "/undo"), "payment", paid.toString());
    assertThat(undone.status()).isEqualTo(422);
    assertThat(undone.body()).contains("A part of it went back already");
    assertThat(dues.balance(UsedFor.CASH)).as("what went back does not go back twice").isEqualTo(32_000);
    String books = local.path("treasury/entries");
    assertThat(auditor.get(books).body()).contains("€80");
    assertThat(maria.visitor().get(books).body()).as("what one member paid, and what of it went back")
        .doesNotContain("€80", "€200", "€120");
  }
}
