// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.StepKind;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.defence.AllRight;
import org.groundwork.defence.Cases;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.money.Money;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever withholds rent or is out on strike is asked whether they are all right, as far as anybody may know that they are. */
@ExtendWith(ProductExtension.class)
class AskedAfterAStrikeTest {
  private static final Cases.Within EVERYBODY = new Cases.Within(true, Set.of(), Set.of());

  private static LocalDate today() { return RentStrike.today(); }

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static List<UUID> due(FoundedLocal local) {
    return local.read(() -> part(AllRight.class).due(EVERYBODY)).stream().map(AllRight.Asked::person).toList();
  }

  private static Set<UUID> did(RentStrike strike) {
    return strike.local().read(() -> part(StrengthTests.class).whoDid(strike.step()));
  }

  private static AllRight.Count count(RentStrike strike) {
    return strike.local().read(() -> part(AllRight.class).ofStep(strike.step()));
  }

  @Test
  void aHomeThatWithholdsHasDoneTheRungAndIsAsked(FoundedLocal local) {
    var strike = RentStrike.begun(local, 3);
    strike.joins(0, today(), 100_000);
    strike.joins(1, today().minusDays(3), 100_000);
    strike.joins(9, today().minusDays(3), 100_000); // nobody is known there
    assertThat(did(strike)).containsExactlyInAnyOrder(strike.people().get(0), strike.people().get(1));
    assertThat(due(local)).containsExactly(strike.people().get(1));
    Product.shared().clock().advance(Duration.ofDays(2));
    assertThat(due(local)).containsExactlyInAnyOrder(strike.people().get(0), strike.people().get(1));
    assertThat(count(strike)).isEqualTo(new AllRight.Count(2, 0, 0));
  }

  @Test
  void theRungFollowsWhatTheBookPutsRight(FoundedLocal local) {
    var strike = RentStrike.begun(local, 2);
    UUID row = strike.joins(0, today().minusDays(40), 100_000);
    long noted = audited(local);
    change(strike, row, strike.people().get(0), today().minusDays(4));
    assertThat(audited(local)).as("the change, and one deed taken back and noted").isEqualTo(noted + 3);
    assertThat(due(local)).as("another first day").containsExactly(strike.people().get(0));
    change(strike, row, strike.people().get(1), today().minusDays(4));
    assertThat(did(strike)).as("somebody else of the household").containsExactly(strike.people().get(1));
    local.write(() -> part(RentBook.class).leave(strike.row(row), strike.row(row).version(),
        new Withholding.Left(today(), Withholding.Because.PAID)));
    assertThat(did(strike)).as("they did it").containsExactly(strike.people().get(1));
  }

  private static long audited(FoundedLocal local) {
    return local.read(() -> part(JdbcClient.class)
        .sql("select count(*) from platform.audit_entry where local_id = ?")
        .param(local.id().value())
        .query(Long.class)
        .single());
  }

  private static void change(RentStrike strike, UUID row, UUID contact, LocalDate since) {
    var now = strike.row(row);
    assertThat(strike.local()
        .write(() -> part(RentBook.class).change(now, now.version(), new RentBook.Facts(Optional.of(contact), since,
            new Money(100_000, RentStrike.USD), Withholding.Held.OWN))))
        .isInstanceOf(RentBook.Written.Yes.class);
  }

  @Test
  void whoeverIsOutIsAskedForThemselvesAloneAndCountedWithoutAName(FoundedLocal local) {
    var strike = RentStrike.begun(local, 2, StepKind.STRIKE);
    var member = strike.member(Role.MEMBER);
    strike.sayOut(member.id(), today().minusDays(2));
    strike.people().forEach(person -> strike.sayOut(person, today().minusDays(3)));
    assertThat(due(local)).as("a name would be the list").isEmpty();
    assertThat(strike.organiser().get(local.path("all-right")).body()).doesNotContain("Neighbour");
    assertThat(count(strike)).isEqualTo(new AllRight.Count(3, 0, 0));

    assertThat(member.visitor().get(local.path("")).body()).contains("Are you all right?");
    assertThat(member.visitor().get(local.path("all-right/me")).body())
        .contains("Nobody sees that it was you", "about=step-" + strike.step());
    for (int twice = 0; twice < 2; twice++) {
      member.visitor().post(local.path("all-right/me"));
    }
    assertThat(member.visitor().get(local.path("")).body()).doesNotContain("Are you all right?");
    assertThat(count(strike)).isEqualTo(new AllRight.Count(3, 1, 0));
    assertThat(local.read(() -> part(JdbcClient.class)
        .sql("select count(*) from defence.all_right where local_id = ?")
        .param(local.id().value())
        .query(Integer.class)
        .single())).as("no row names them").isZero();
    assertThat(strike.organiser().get(local.path("audit")).body()).doesNotContain("is all right");
    assertThat(member.visitor().get(local.path("me")).body()).contains("Were you all right");

    Product.shared().clock().advance(Duration.ofDays(12));
    var again = local.withPasskey(member);
    assertThat(again.visitor().get(local.path("")).body()).as("the second time").contains("Are you all right?");
    Product.shared().clock().advance(Duration.ofDays(17));
    assertThat(local.withPasskey(member).visitor().get(local.path("")).body()).as("day 31")
        .doesNotContain("Are you all right?");
  }

  @Test
  void opensNothingOfAStrikeNobodyIsToBeAskedAfter(FoundedLocal local) {
    var old = RentStrike.begun(local, 0, StepKind.STRIKE);
    var member = old.member(Role.MEMBER);
    old.sayOut(member.id(), today().minusDays(40));
    var rent = RentStrike.begun(local, 0);
    local.write(() -> part(JdbcClient.class)
        .sql("update strike.strike set agreement = ?, agreed_on = begun_on where local_id = ?")
        .params(new byte[]{0}, local.id().value()) // that nobody can open
        .update());
    assertThat(local.read(() -> part(StrikersAsked.class).due(member.id(), today()))).isEmpty();
    assertThat(rent.step()).isNotEqualTo(old.step());
  }

  @Test
  void whoeverIsKnownByNameTooIsCountedOnce(FoundedLocal local) {
    var strike = RentStrike.begun(local, 2, StepKind.STRIKE);
    strike.people().forEach(person -> strike.sayOut(person, today().minusDays(3)));
    local.write(() -> {
      part(StrengthTests.class).did(strike.step(), strike.people().subList(0, 1), today().minusDays(3));
      return true;
    });
    assertThat(count(strike)).isEqualTo(new AllRight.Count(2, 0, 0));
    local.write(() -> part(AllRight.class).answer(strike.people().get(0), AllRight.Answer.ALL_RIGHT));
    assertThat(count(strike)).as("nobody answers for the others").isEqualTo(new AllRight.Count(2, 1, 0));

    var member = strike.member(Role.MEMBER);
    strike.sayOut(member.id(), today().minusDays(3));
    local.write(() -> {
      part(StrengthTests.class).did(strike.step(), List.of(member.id()), today().minusDays(3));
      return true;
    });
    assertThat(count(strike)).isEqualTo(new AllRight.Count(3, 1, 0));
    member.visitor().post(local.path("all-right/me"));
    assertThat(count(strike)).as("on the list and by name").isEqualTo(new AllRight.Count(3, 2, 0));
  }
}
