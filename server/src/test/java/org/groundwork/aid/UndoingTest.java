// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.Discreet;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.support.AtOnce;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A payment of aid that went wrong is taken back by two, once; what it was for is free again, and no sum tells of it. */
@ExtendWith(ProductExtension.class)
class UndoingTest {
  private static final AidRules MONTHLY = new AidRules(30_000, 30_000, 0, 0, 30, 0, 72, false, false);
  private static final Undoing.Said CAME_BACK = new Undoing.Said(Undoing.How.BACK_BANK, false, "Zebra came back");

  private static UUID paid(AidLocal aid, FoundedLocal.Person member, long amount, LocalDate on) {
    UUID request = aid.granted(member, amount);
    assertThat(pays(aid, request, on)).isInstanceOf(PaidOut.Yes.class);
    return request;
  }

  private static PaidOut pays(AidLocal aid, UUID request, LocalDate on) {
    return aid.as(aid.local().founder(), () -> {
      var payments = AidLocal.part(AidPayments.class);
      return payments.pay(request, payments.name(request), PaidFrom.BANK, on);
    });
  }

  private static Undoing.Answer asks(AidLocal aid, FoundedLocal.Person by, UUID request, Undoing.Said said) {
    return aid.as(by, () -> AidLocal.part(Undoings.class).ask(request, said, AidLocal.today()));
  }

  private static UUID waiting(AidLocal aid) {
    return aid.local().read(() -> AidLocal.part(Undoings.class).waiting()).getLast().id();
  }

  private static Undoing.Answer seconds(AidLocal aid, FoundedLocal.Person by, UUID undoing) {
    return aid.as(by, () -> AidLocal.part(Undoings.class).second(undoing, AidLocal.today()));
  }

  private static void undone(AidLocal aid, UUID request, Undoing.Said said) {
    asks(aid, aid.local().founder(), request, said);
    assertThat(seconds(aid, aid.committee().getFirst(), waiting(aid))).isInstanceOf(Undoing.Answer.Done.class);
  }

  @Test
  void whatCameBackFreesCapAndIntervalAndStandsInTheBooksTheOtherWayRound(FoundedLocal local) {
    var aid = AidLocal.of(local, MONTHLY);
    var member = aid.member();
    UUID request = paid(aid, member, 30_000, AidLocal.today());
    assertThat(aid.asks(member, AidLocal.wish(100))).isInstanceOf(Asked.No.class);
    assertThat(asks(aid, local.founder(), request, CAME_BACK)).isInstanceOf(Undoing.Answer.Done.class);
    assertThat(asks(aid, local.founder(), request, CAME_BACK)).as("said twice").isInstanceOf(Undoing.Answer.Done.class);
    assertThat(local.read(() -> AidLocal.part(Undoings.class).waiting())).hasSize(1);
    UUID undoing = waiting(aid);
    assertThat(seconds(aid, local.founder(), undoing)).isInstanceOf(Undoing.Answer.AnotherPerson.class);
    assertThat(aid.request(request).state()).isEqualTo(Request.State.PAID);
    assertThat(aid.balance(UsedFor.HARDSHIP_AID)).isEqualTo(30_000);

    assertThat(seconds(aid, aid.committee().getFirst(), undoing)).isInstanceOf(Undoing.Answer.Done.class);
    assertThat(seconds(aid, aid.committee().getFirst(), undoing)).as("twice")
        .isInstanceOf(Undoing.Answer.Meanwhile.class);
    assertThat(aid.request(request).state()).isEqualTo(Request.State.UNDONE);
    assertThat(aid.request(request).wish().orElseThrow().told().words()).as("not needed any more").isEmpty();
    assertThat(aid.balance(UsedFor.HARDSHIP_AID)).isZero();
    assertThat(aid.held(FundKind.HARDSHIP)).isEqualTo(100_000);
    assertThat(aid.faults()).isEmpty();
    assertThat(aid.asks(member, AidLocal.wish(30_000))).as("cap and interval are free").isInstanceOf(Asked.Yes.class);
  }

  @Test
  void whatIsToBePaidAnewWaitsAgainAndIsPaidOnceUnderAnotherName(FoundedLocal local) {
    var aid = AidLocal.of(local, MONTHLY);
    var member = aid.member();
    UUID request = paid(aid, member, 20_000, AidLocal.today());
    UUID former = request;
    undone(aid, request, new Undoing.Said(Undoing.How.NEVER_LEFT, true, "Marked by mistake"));
    assertThat(aid.request(request).state()).isEqualTo(Request.State.GRANTED);
    assertThat(aid.balance(UsedFor.HARDSHIP_AID)).isZero();
    assertThat(aid.asks(member, AidLocal.wish(100))).as("it is promised still").isInstanceOf(Asked.No.class);
    assertThat(aid.as(local.founder(), () -> AidLocal.part(AidPayments.class)
        .pay(request, former, PaidFrom.BANK,
            AidLocal.today())))
        .as("a form that was left open")
        .isInstanceOf(PaidOut.Gone.class);
    assertThat(pays(aid, request, AidLocal.today())).isInstanceOf(PaidOut.Yes.class);
    assertThat(aid.balance(UsedFor.HARDSHIP_AID)).isEqualTo(20_000);
    undone(aid, request, new Undoing.Said(Undoing.How.BACK_CASH, true, "Nobody came"));
    assertThat(pays(aid, request, AidLocal.today())).as("and a third time").isInstanceOf(PaidOut.Yes.class);
    assertThat(aid.balance(UsedFor.HARDSHIP_AID)).isEqualTo(20_000);
    assertThat(aid.held(FundKind.HARDSHIP)).isEqualTo(80_000);
    assertThat(aid.faults()).isEmpty();
  }

  @Test
  void ofSeveralAtOnceOneTakesItBack(FoundedLocal local) throws Exception {
    var aid = AidLocal.of(local);
    for (int round = 0; round < 4; round++) {
      UUID request = paid(aid, aid.member(), 10_000, AidLocal.today());
      asks(aid, local.founder(), request, new Undoing.Said(Undoing.How.BACK_BANK, true, "Back"));
      UUID undoing = waiting(aid);
      List<Object> done = AtOnce.all(List.<Callable<Object>>of(() -> seconds(aid, aid.committee().get(0), undoing),
          () -> seconds(aid, aid.committee().get(1), undoing), () -> pays(aid, request, AidLocal.today()),
          () -> aid.as(aid.committee().get(2),
              () -> AidLocal.part(Undoings.class).drop(undoing, AidLocal.today()))));
      assertThat(done.stream().filter(each -> each instanceof Undoing.Answer.Done || each.equals(true)).count())
          .isEqualTo(1);
      boolean stands = aid.request(request).state() == Request.State.PAID;
      assertThat(aid.balance(UsedFor.HARDSHIP_AID)).isEqualTo(stands ? 10_000 : 0);
      assertThat(aid.faults()).isEmpty();
      if (stands) {
        undone(aid, request, CAME_BACK);
      }
    }
  }

  private static List<Discreet.Total> told(FoundedLocal local) {
    return local.read(() -> AidLocal.part(Discreet.class).totals(UsedFor.HARDSHIP_AID));
  }

  private static long toldInFund(FoundedLocal local) {
    return local.read(() -> AidLocal.part(AidFund.class).told(FundKind.HARDSHIP));
  }

  private static void close(FoundedLocal local, YearMonth month) {
    assertThat(local.<ClosedMonths.Closing>write(
        () -> AidLocal.part(ClosedMonths.class).close(month, ZoneId.of("America/New_York"))))
        .isEqualTo(ClosedMonths.Closing.DONE);
  }

  @Test
  void noSumTellsWhatCameBackBeforeItIsOverFive(FoundedLocal local) {
    var aid = AidLocal.of(local, new AidRules(30_000, 50_000, 0, 0, 0, 0, 72, false, false));
    YearMonth month = YearMonth.from(AidLocal.today());
    var first = new ArrayList<UUID>();
    for (int at = 0; at < 5; at++) {
      first.add(paid(aid, aid.member(), 1_000 + at, AidLocal.today()));
    }
    toNextMonth();
    close(local, month);
    assertThat(told(local)).extracting(Discreet.Total::amount).containsExactly(5_010L);
    long before = toldInFund(local);

    YearMonth second = YearMonth.from(AidLocal.today());
    undone(aid, first.get(3), CAME_BACK);
    for (int at = 0; at < 4; at++) {
      paid(aid, aid.member(), 2_000 + at, AidLocal.today());
    }
    toNextMonth();
    close(local, second);
    assertThat(told(local)).as("four, and one who gave back: nothing new is told")
        .extracting(Discreet.Total::amount)
        .containsExactly(5_010L);
    assertThat(toldInFund(local)).isEqualTo(before);
    String book = aid.member().visitor().get(local.path("treasury/journal")).body();
    assertThat(book).doesNotContain("taken back", "€10.03", "€20.00");

    YearMonth third = YearMonth.from(AidLocal.today());
    paid(aid, aid.member(), 3_000, AidLocal.today());
    toNextMonth();
    close(local, third);
    assertThat(told(local)).extracting(Discreet.Total::amount)
        .containsExactly(2_000L + 2_001 + 2_002 + 2_003 + 3_000 - 1_003, 5_010L);
  }

  private static void toNextMonth() {
    LocalDate next = YearMonth.from(AidLocal.today()).plusMonths(1).atDay(2);
    Product.shared()
        .clock()
        .advance(java.time.Duration.ofDays(java.time.temporal.ChronoUnit.DAYS.between(AidLocal.today(), next)));
  }

  @Test
  void pageByPageAndOnlyByTheirOffices(FoundedLocal local, FoundedLocal elsewhere) {
    var aid = AidLocal.of(local);
    var member = aid.member();
    UUID request = aid.granted(member, 12_345);
    var treasurer = aid.treasurer().visitor();
    treasurer.post(aid.path("/payments/" + request), "from", "bank", "payment", request.toString());
    Page list = treasurer.get(aid.path("/payments"));
    assertThat(list.body()).contains("Paid in the last 90 days", "€123.45", "/wrong")
        .doesNotContain(
            member.id().toString(), "Zebra");
    String at = aid.path("/payments/" + request + "/wrong");
    Page blank = treasurer.post(at, "why", "");
    assertThat(blank.status()).isEqualTo(422);
    assertThat(blank.body()).contains("how-error", "again-error", "why-error");
    assertThat(treasurer.post(at, "how", "back-bank", "again", "no", "why", "x".repeat(501)).body())
        .contains("why-error");
    assertThat(treasurer.post(at, "how", "back-bank", "again", "no", "why", "<b>sent back").location())
        .hasValue(aid.path("/payments?done=asked"));
    assertThat(treasurer.get(aid.path("/payments")).body()).contains("Waits for a second person");
    UUID undoing = waiting(aid);
    assertThat(treasurer.post(aid.path("/undoings/" + undoing + "/second")).body())
        .contains("A second person says so, not who noted it");
    for (Role role : List.of(Role.MEMBER, Role.STEWARD, Role.AUDITOR, Role.AID_COMMITTEE)) {
      var visitor = local.withPasskey(local.person(Role.MEMBER, role)).visitor();
      assertThat(visitor.get(aid.path("/undoings")).status()).as(role.key()).isEqualTo(403);
      assertThat(visitor.post(aid.path("/undoings/" + undoing + "/second")).status()).isEqualTo(403);
      assertThat(visitor.post(aid.path("/undoings/" + undoing + "/drop")).status()).isEqualTo(403);
      assertThat(visitor.get(at).status()).isEqualTo(403);
      assertThat(visitor.post(at, "how", "back-bank").status()).isEqualTo(403);
    }
    var theirs = AidLocal.of(elsewhere);
    var other = theirs.treasurer().visitor();
    assertThat(other.post(theirs.path("/undoings/" + undoing + "/second")).location())
        .hasValue(theirs.path("/undoings?done=meanwhile"));
    assertThat(other.get(theirs.path("/payments/" + request + "/wrong")).status()).isEqualTo(404);

    var second = aid.treasurer().visitor();
    assertThat(second.get(local.path("")).body()).contains("A payment went wrong");
    assertThat(second.get(aid.path("/undoings")).body()).contains("€123.45 hardship aid", "&lt;b&gt;sent back")
        .doesNotContain(member.id().toString(), "Zebra");
    assertThat(second.post(aid.path("/undoings/" + undoing + "/second")).location())
        .hasValue(aid.path("/undoings?done=done"));
    assertThat(local.withPasskey(member).visitor().get(aid.path("/mine/" + request)).body())
        .contains("A payment to you went wrong", "you can ask again");
    assertThat(treasurer.get(aid.path("/payments")).body()).doesNotContain("€123.45");
  }

  @Test
  void whoSaidItIsForgottenAndTheReasonGoesAfterAYear(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var officer = local.person(Role.MEMBER, Role.TREASURER);
    UUID request = paid(aid, aid.member(), 10_000, AidLocal.today());
    asks(aid, officer, request, CAME_BACK);
    var forgotten = AidLocal.part(ForgottenByAid.class);
    assertThat(local.<Boolean>read(() -> forgotten.inUse(List.of(officer.id())))).isTrue();
    local.write(() -> {
      forgotten.forget(officer.id());
      return true;
    });
    assertThat(local.<Boolean>read(() -> forgotten.inUse(List.of(officer.id())))).isFalse();
    assertThat(local.read(() -> AidLocal.part(Undoings.class).waiting())).singleElement()
        .satisfies(each -> assertThat(each.askedBy()).isEqualTo(Optional.empty()));
    seconds(aid, local.founder(), waiting(aid));
    Product.shared().clock().advance(java.time.Duration.ofDays(368));
    local.write(() -> {
      forgotten.old(AidLocal.today());
      return true;
    });
    long reasons = local.read(() -> AidLocal.part(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("select count(*) from aid.undoing where local_id = ? and why is not null")
        .param(local.id().value())
        .query(Long.class)
        .single());
    assertThat(reasons).isZero();
  }
}
