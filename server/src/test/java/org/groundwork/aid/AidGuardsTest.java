// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.Discreet;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.StepByStep;
import org.groundwork.treasury.Signings;
import org.groundwork.treasury.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may not see what is asked, how long a grant waits, and over how many people a sum is told. */
@ExtendWith(ProductExtension.class)
class AidGuardsTest {

  /** The funds are the whole local's: an office for named sites opens none of their doors. */
  @Test
  void officesOfSitesOpenNothing(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID request = aid.asked(aid.member(), 10_000);
    var sites = new Reach.Sites(Set.of(UUID.randomUUID()));
    var some = local.withPasskey(
        local.person(sites, Role.MEMBER, Role.TREASURER, Role.ADMINISTRATOR, Role.AID_COMMITTEE));
    for (String path : List.of("/requests", "/requests/" + request, "/payments", "/rules")) {
      assertThat(some.visitor().get(aid.path(path)).status()).as(path).isEqualTo(403);
    }
    var of = some.visitor();
    of.get(aid.path(""));
    assertThat(of.post(aid.path("/requests/" + request + "/say"), "say", "yes", "amount", "100").status())
        .isEqualTo(403);
    assertThat(of.post(aid.path("/requests/" + request + "/close-to")).status()).isEqualTo(403);
    assertThat(of.post(aid.path("/payments/" + request), "from", "cash", "payment", request.toString()).status())
        .isEqualTo(403);
    assertThat(aid.waits(0, request)).isTrue();
    assertThat(local.<Boolean>read(() -> AidLocal.part(Committee.class).others(request).contains(some.id())))
        .as("decides for one site only, so for nobody")
        .isFalse();
  }

  @Test
  void whoeverAsksKeepsItFromSomebody(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var member = aid.member();
    var by = member.visitor();
    UUID former = aid.committee().getFirst().id();
    var page = aid.ask(by, "words", "Zebra");
    UUID before = AidLocal.led(page);
    assertThat(aid.waits(0, before)).isTrue();
    var refused = by.post(aid.path("/ask"), "once", UUID.randomUUID().toString(), "request", "", "amount", "50",
        "category", "rent", "taken", "nothing", "neededOn", "", "urgent", "", "way", "cash", "payee", "", "words", "",
        "not", former.toString(), "not", aid.committee().get(1).id().toString(), "not",
        aid.committee().get(2).id().toString());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(aid.waits(0, before)).as("nothing was kept").isTrue();
    aid.as(member, () -> AidLocal.part(Committee.class).keepFrom(member.id(), Set.of(former, UUID.randomUUID())));
    assertThat(aid.waits(0, before)).isFalse();
    assertThat(aid.waits(1, before)).isTrue();
    assertThat(aid.committee().getFirst().visitor().get(aid.path("/requests/" + before)).status()).isEqualTo(404);
    assertThat(by.get(aid.path("/mine/" + before)).body()).contains("Zebra");
  }

  /** Who said that they are close to somebody is not decided on by them either. */
  @Test
  void closenessGoesBothWays(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var one = aid.committee().get(0);
    var other = aid.committee().get(1);
    UUID theirs = aid.asked(other, 5_000);
    aid.as(one, () -> {
      AidLocal.part(Committee.class).excludeOneself(one.id(), aid.request(theirs));
      return true;
    });
    UUID own = aid.asked(one, 5_000);
    assertThat(aid.waits(1, own)).isFalse();
    assertThat(aid.waits(2, own)).isTrue();
  }

  @Test
  void whatNobodyFetchesGoesBack(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID request = aid.granted(aid.member(), 10_000);
    assertThat(local.<Long>read(() -> AidLocal.part(AidFund.class).free())).isEqualTo(90_000);
    Product.shared().clock().advance(Duration.ofDays(89));
    round(local);
    assertThat(aid.request(request).state()).isEqualTo(Request.State.GRANTED);
    Product.shared().clock().advance(Duration.ofDays(2));
    round(local);
    assertThat(aid.request(request).state()).isEqualTo(Request.State.WITHDRAWN);
    assertThat(local.<Long>read(() -> AidLocal.part(AidFund.class).free())).isEqualTo(100_000);
    assertThat(aid.as(aid.treasurer(),
        () -> AidLocal.part(AidPayments.class).pay(request, request, PaidFrom.CASH, AidLocal.today())))
        .isInstanceOf(PaidOut.Gone.class);
  }

  /** The quarter is signed while it can be appealed: the appeal needs where the money is to go. */
  @Test
  void reasonsWaitForTheAppeal(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var quarter = Span.quarter(YearMonth.from(AidLocal.today()), Month.JANUARY);
    Product.shared()
        .clock()
        .advance(Duration.between(AidLocal.now(),
            quarter.last().atEndOfMonth().atTime(18, 0).toInstant(ZoneOffset.UTC)));
    UUID request = aid.asked(aid.member(), 20_000);
    aid.no(0, request);
    aid.no(1, request);
    assertThat(aid.request(request).state()).isEqualTo(Request.State.DECLINED);
    Product.shared().clock().advance(Duration.ofDays(3));
    var auditor = local.person(Role.MEMBER, Role.AUDITOR);
    for (YearMonth month = quarter.first(); !month.isAfter(quarter.last()); month = month.plusMonths(1)) {
      YearMonth closing = month;
      local.write(() -> AidLocal.part(ClosedMonths.class).close(closing, ZoneOffset.UTC));
    }
    assertThat(aid.as(auditor, () -> AidLocal.part(Signings.class).sign(quarter, auditor.id(), "")))
        .isInstanceOf(Signings.Signed.Yes.class);
    round(local);
    assertThat(words(aid, request)).isNotEmpty();
    UUID appeal = local.write(() -> AidLocal.part(Requests.class).appeal(request, "Look again")).orElseThrow();
    Product.shared().clock().advance(Duration.ofDays(40));
    round(local);
    assertThat(words(aid, request)).as("the appeal waits").isNotEmpty();
    aid.no(2, appeal);
    aid.no(3, appeal);
    round(local);
    assertThat(words(aid, request)).isEmpty();
  }

  /** Five payments to one member are one member's. */
  @Test
  void sumsAreOverPeople(FoundedLocal local) {
    var aid = AidLocal.of(local, new AidRules(100_000, 100_000, 10_000, 0, 0, 0, 72, false, false));
    var often = aid.member();
    for (int time = 0; time < 5; time++) {
      paid(aid, often);
    }
    for (int other = 0; other < 3; other++) {
      paid(aid, aid.member());
    }
    closeMonth(local);
    assertThat(told(local)).as("eight payments to four").isEmpty();
    paid(aid, aid.member());
    closeMonth(local);
    assertThat(told(local)).extracting(Discreet.Total::amount).containsExactly(9_000L);
  }

  private static void paid(AidLocal aid, FoundedLocal.Person member) {
    UUID request = aid.granted(member, 1_000);
    assertThat(aid.as(aid.treasurer(),
        () -> AidLocal.part(AidPayments.class).pay(request, request, PaidFrom.CASH, AidLocal.today())))
        .isInstanceOf(PaidOut.Yes.class);
  }

  /** Closes this month, once it is over. */
  private static void closeMonth(FoundedLocal local) {
    YearMonth month = YearMonth.from(AidLocal.today());
    Product.shared()
        .clock()
        .advance(
            Duration.between(AidLocal.now(), month.plusMonths(1).atDay(2).atTime(12, 0).toInstant(ZoneOffset.UTC)));
    assertThat(local.write(() -> AidLocal.part(ClosedMonths.class).close(month, ZoneOffset.UTC)))
        .isEqualTo(ClosedMonths.Closing.DONE);
  }

  private static List<Discreet.Total> told(FoundedLocal local) {
    return local.read(() -> AidLocal.part(Discreet.class).totals(UsedFor.HARDSHIP_AID));
  }

  private static String words(AidLocal aid, UUID request) {
    return aid.request(request).wish().orElseThrow().told().words();
  }

  private static void round(FoundedLocal local) {
    local.as(local.founder(), () -> {
      new AidRound(AidLocal.part(java.time.Clock.class), AidLocal.part(ForgottenByAid.class),
          AidLocal.part(Signings.class), AidLocal.part(Locals.class))
          .run(new StepByStep(), new AidRound.Day(AidLocal.today()));
      return true;
    });
  }
}
