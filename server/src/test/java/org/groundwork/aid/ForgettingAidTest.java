// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.StepByStep;
import org.groundwork.treasury.Signings;
import org.groundwork.treasury.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reasons go once the books were audited, everything about people after a year; what was paid stays. */
@ExtendWith(ProductExtension.class)
class ForgettingAidTest {

  private static UUID paid(AidLocal aid, FoundedLocal.Person member) {
    UUID request = aid.granted(member, 10_000);
    aid.as(aid.treasurer(),
        () -> AidLocal.part(AidPayments.class).pay(request, request, PaidFrom.CASH, AidLocal.today()));
    return request;
  }

  @Test
  void reasonsGoOnceTheQuarterWasSigned(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID request = paid(aid, aid.member());
    var quarter = Span.quarter(YearMonth.from(AidLocal.today()), Month.JANUARY);
    Product.shared().clock().advance(Duration.ofDays(100));
    UUID later = aid.asked(aid.member(), 1_000);
    round(local);
    assertThat(told(aid, request).words()).as("nobody checked the books yet").isNotEmpty();
    var auditor = local.person(Role.MEMBER, Role.AUDITOR);
    for (YearMonth month = quarter.first(); !month.isAfter(quarter.last()); month = month.plusMonths(1)) {
      YearMonth closing = month;
      local.write(() -> AidLocal.part(ClosedMonths.class).close(closing, ZoneOffset.UTC));
    }
    assertThat(aid.as(auditor, () -> AidLocal.part(Signings.class).sign(quarter, auditor.id(), "")))
        .isInstanceOf(Signings.Signed.Yes.class);
    round(local);
    assertThat(told(aid, request).category()).isEmpty();
    assertThat(told(aid, request).words()).isEmpty();
    assertThat(aid.request(request).decision().orElseThrow().code()).isEmpty();
    assertThat(aid.request(request).granted()).isEqualTo(10_000);
    assertThat(aid.request(request).person()).as("the caps of the half year need it").isPresent();
    assertThat(told(aid, later).words()).isNotEmpty();
  }

  private static Request.Told told(AidLocal aid, UUID request) {
    return aid.request(request).wish().orElseThrow().told();
  }

  @Test
  void whoItWasGoesAfterAYear(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID request = paid(aid, aid.member());
    round(local);
    assertThat(aid.request(request).person()).isPresent();
    Product.shared().clock().advance(Duration.ofDays(368));
    round(local);
    assertThat(aid.request(request).person()).isEmpty();
    assertThat(local.read(() -> AidLocal.part(Committee.class).opinions(request))).isEmpty();
    assertThat(aid.balance(UsedFor.HARDSHIP_AID)).isEqualTo(10_000);
    round(local);
  }

  @Test
  void whatIsToBePaidAgainWaitsFromThatDay(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID request = paid(aid, aid.member());
    Product.shared().clock().advance(Duration.ofDays(100));
    aid.as(local.founder(), () -> AidLocal.part(Undoings.class)
        .ask(request, new Undoing.Said(Undoing.How.BACK_CASH, true, "Nobody came"), AidLocal.today()));
    UUID undoing = local.read(() -> AidLocal.part(Undoings.class).waiting()).getLast().id();
    assertThat(aid.<Undoing.Answer>as(aid.committee().getFirst(),
        () -> AidLocal.part(Undoings.class).second(undoing, AidLocal.today()))).isInstanceOf(Undoing.Answer.Done.class);
    round(local);
    assertThat(aid.request(request).state()).isEqualTo(Request.State.GRANTED);
    Product.shared().clock().advance(Duration.ofDays(92));
    round(local);
    assertThat(aid.request(request).state()).isEqualTo(Request.State.WITHDRAWN);
  }

  private static void round(FoundedLocal local) {
    local.as(local.founder(), () -> {
      new AidRound(AidLocal.part(java.time.Clock.class), AidLocal.part(ForgottenByAid.class),
          AidLocal.part(Signings.class), AidLocal.part(Locals.class))
          .run(new StepByStep(), new AidRound.Day(AidLocal.today()));
      return true;
    });
  }

  @Test
  void whoIsForgottenLeavesTheSumsAlone(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var member = aid.member();
    UUID request = paid(aid, member);
    UUID open = aid.asked(member, 1_000);
    aid.yes(0, open, 1_000);
    var forgotten = AidLocal.part(ForgottenByAid.class);
    assertThat(local.<Boolean>read(() -> forgotten.inUse(List.of(member.id())))).isTrue();
    assertThat(local.<Boolean>read(() -> forgotten.inUse(List.of(aid.committee().getFirst().id())))).isTrue();
    UUID somebody = aid.member().id();
    assertThat(local.<Boolean>read(() -> forgotten.inUse(List.of(somebody)))).isFalse();
    local.write(() -> {
      forgotten.forget(member.id());
      return true;
    });
    assertThat(local.<Boolean>read(() -> forgotten.inUse(List.of(member.id())))).isFalse();
    assertThat(aid.request(request).person()).isEmpty();
    assertThat(aid.request(request).granted()).isEqualTo(10_000);
    assertThat(aid.request(open).state()).isEqualTo(Request.State.WITHDRAWN);
    assertThat(aid.balance(UsedFor.HARDSHIP_AID)).isEqualTo(10_000);
  }

  @Test
  void oneReadsAllThatIsKeptOfOneself(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var member = aid.member();
    paid(aid, member);
    assertThat(member.visitor().get(local.path("me")).body()).contains("What you asked the hardship fund for",
        "Zebra ate the rent");
  }

  /** Nothing that tells a reason lies in the open. */
  @Test
  void whatTheySaidIsSealed(Product product, FoundedLocal local) throws SQLException {
    var aid = AidLocal.of(local);
    aid.granted(aid.member(), 1_000);
    try (var owner = product.connection(DatabaseRole.OWNER); var statement = owner.createStatement()) {
      var found = statement.executeQuery("select string_agg(r::text, ' ') from aid.request r where r.local_id = '"
          + local.id().value() + "'");
      found.next();
      assertThat(found.getString(1)).doesNotContain("rent", "Zebra").contains("granted");
    }
  }
}
