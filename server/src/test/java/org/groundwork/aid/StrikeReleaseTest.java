// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.spending.Appropriation;
import org.groundwork.spending.Appropriations;
import org.groundwork.support.AtOnce;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Strike pay above the limits leaves the fund with a further person, and under a decision of the members. */
@ExtendWith(ProductExtension.class)
class StrikeReleaseTest {

  private static LocalDate yesterday() { return AidLocal.today().minusDays(1); }

  private static StrikePay.Asked asks(StrikeLocal out, FoundedLocal.Person by, long total) {
    return out.aid()
        .as(by, () -> AidLocal.part(StrikePay.class)
            .askRelease(out.strike(), yesterday(), AidLocal.today(), total));
  }

  private static StrikeRelease waiting(StrikeLocal out) {
    return out.aid().local().read(() -> AidLocal.part(StrikeReleases.class).waiting(out.step())).orElseThrow();
  }

  private static StrikeReleases.Released releases(StrikeLocal out, FoundedLocal.Person by, Optional<UUID> under) {
    UUID id = waiting(out).id();
    return out.aid()
        .as(by, () -> AidLocal.part(StrikeReleases.class)
            .release(out.step(), id, under, AidLocal.today()));
  }

  private static UUID decided(StrikeLocal out, FundKind fund, long amount) {
    var aid = out.aid();
    var decision = new Appropriation.Decision(AidLocal.today().minusDays(3), Appropriation.Body.VOTE, "We pay", 9, 1,
        0);
    UUID id = aid.as(aid.treasurer(), () -> AidLocal.part(Appropriations.class)
        .record(new Appropriation.New(AidLocal.fund(fund), amount, "Strike pay", decision), UUID.randomUUID()));
    aid.as(aid.treasurer(), () -> AidLocal.part(Appropriations.class).confirm(id));
    return id;
  }

  private static Appropriation decision(StrikeLocal out, UUID id) {
    return out.aid().local().read(() -> AidLocal.part(Appropriations.class).find(id)).orElseThrow();
  }

  @Test
  void aboveTheLimitOneAsksASecondReleasesAndSomebodyElsePays(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    out.limits(25_000, 50_000);
    out.rule(13_000, 7, false);
    out.picket(2);
    var treasurer = out.aid().treasurer();
    var second = out.aid().treasurer();
    assertThat(out.pays(treasurer, yesterday(), PaidFrom.BANK, 26_000)).as("by one person's tap")
        .isInstanceOf(StrikePay.Paid.NotReleased.class);
    assertThat(asks(out, treasurer, 25_999)).isEqualTo(StrikePay.Asked.CHANGED);
    assertThat(asks(out, treasurer, 26_000)).isEqualTo(StrikePay.Asked.DONE);
    UUID asked = waiting(out).id();
    assertThat(asks(out, second, 26_000)).as("asked twice").isEqualTo(StrikePay.Asked.DONE);
    assertThat(waiting(out).id()).isEqualTo(asked);
    assertThat(out.pays(treasurer, yesterday(), PaidFrom.BANK, 26_000)).as("asked is not released")
        .isInstanceOf(StrikePay.Paid.NotReleased.class);
    assertThat(releases(out, treasurer, Optional.empty())).isInstanceOf(StrikeReleases.Released.AnotherPerson.class);
    assertThat(releases(out, second, Optional.empty())).isInstanceOf(StrikeReleases.Released.Done.class);
    assertThat(out.aid().balance(UsedFor.STRIKE_PAY)).as("nothing is paid before").isZero();
    assertThat(out.pays(second, yesterday(), PaidFrom.BANK, 26_000)).as("who released it")
        .isInstanceOf(StrikePay.Paid.AnotherPerson.class);
    assertThat(out.pays(treasurer, yesterday(), PaidFrom.BANK, 26_000)).isInstanceOf(StrikePay.Paid.Yes.class);
    assertThat(out.pays(treasurer, yesterday(), PaidFrom.BANK, 26_000)).isInstanceOf(StrikePay.Paid.Nobody.class);
    assertThat(out.aid().balance(UsedFor.STRIKE_PAY)).isEqualTo(26_000);
    assertThat(local.read(() -> AidLocal.part(StrikeReleases.class).waiting())).isEmpty();
    assertThat(out.aid().faults()).isEmpty();
  }

  @Test
  void paidInPartsWithinAWeekItCountsTogether(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    out.limits(25_000, 50_000);
    out.rule(9_000, 7, false);
    UUID ana = out.striker("Neighbour Ana", 21);
    for (int ago = 3; ago > 0; ago--) {
      out.has(ana, ago, new org.groundwork.strike.Striker.What.Excused(org.groundwork.strike.Striker.Reason.CARER));
    }
    assertThat(out.pays(AidLocal.today().minusDays(3), 9_000)).isInstanceOf(StrikePay.Paid.Yes.class);
    assertThat(out.pays(AidLocal.today().minusDays(2), 9_000)).isInstanceOf(StrikePay.Paid.Yes.class);
    assertThat(out.pays(yesterday(), 9_000)).as("27,000 in one week").isInstanceOf(StrikePay.Paid.NotReleased.class);
  }

  @Test
  void aReleaseIsForWhatWasSeenAndForNothingElse(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    out.limits(25_000, 50_000);
    out.rule(13_000, 7, false);
    out.picket(2);
    var treasurer = out.aid().treasurer();
    var second = out.aid().treasurer();
    asks(out, treasurer, 26_000);
    releases(out, second, Optional.empty());
    out.picket(1);
    assertThat(out.pays(treasurer, yesterday(), PaidFrom.BANK, 39_000))
        .isInstanceOf(StrikePay.Paid.NotReleased.class);
    assertThat(asks(out, treasurer, 39_000)).isEqualTo(StrikePay.Asked.DONE);
    assertThat(waiting(out).released()).isFalse();
    assertThat(waiting(out).people()).isEqualTo(3);
    UUID id = waiting(out).id();
    assertThat(out.aid().<Boolean>as(second, () -> AidLocal.part(StrikeReleases.class).drop(out.step(), id))).isTrue();
    assertThat(out.aid().<Boolean>as(second, () -> AidLocal.part(StrikeReleases.class).drop(out.step(), id))).isFalse();
    assertThat(out.aid().balance(UsedFor.STRIKE_PAY)).isZero();
  }

  @Test
  void aboveTheSecondLimitItLeavesTheFundUnderAnOpenDecisionAndCounts(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    out.limits(25_000, 50_000);
    out.rule(30_000, 7, false);
    out.picket(2);
    var treasurer = out.aid().treasurer();
    var second = out.aid().treasurer();
    asks(out, treasurer, 60_000);
    UUID other = decided(out, FundKind.HARDSHIP, 90_000);
    UUID little = decided(out, FundKind.STRIKE, 59_999);
    for (Optional<UUID> wrong : List.of(Optional.<UUID>empty(), Optional.of(other), Optional.of(little),
        Optional.of(UUID.randomUUID()))) {
      assertThat(releases(out, second, wrong)).isInstanceOf(StrikeReleases.Released.NoAppropriation.class);
    }
    UUID enough = decided(out, FundKind.STRIKE, 90_000);
    assertThat(releases(out, second, Optional.of(enough))).isInstanceOf(StrikeReleases.Released.Done.class);
    assertThat(out.pays(treasurer, yesterday(), PaidFrom.BANK, 60_000)).isInstanceOf(StrikePay.Paid.Yes.class);
    assertThat(decision(out, enough).used()).isEqualTo(60_000);
    String at = local.path("spending/appropriations/" + enough);
    assertThat(treasurer.visitor().get(at).body()).contains("€600", "€300 left");
    assertThat(out.aid().member().visitor().get(at).body()).as("two people's pay is told to nobody")
        .contains("€900 left")
        .doesNotContain("€600", "€300");

    var batch = local.read(() -> AidLocal.part(StrikePay.class).batches(out.step())).getFirst();
    UUID one = local.write(() -> AidLocal.part(StrikePay.class).look(batch)).getFirst().person();
    out.aid()
        .as(treasurer, () -> AidLocal.part(Undoings.class)
            .ask(batch, List.of(one), new Undoing.Said(Undoing.How.BACK_BANK, true, "Zebra"), AidLocal.today()));
    UUID undoing = local.read(() -> AidLocal.part(Undoings.class).waiting()).getLast().id();
    out.aid().as(second, () -> AidLocal.part(Undoings.class).second(undoing, AidLocal.today()));
    assertThat(decision(out, enough).used()).as("what came back is free again").isEqualTo(30_000);
  }

  @Test
  void whereTheLimitFellSinceItIsAskedForAgain(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    out.limits(25_000, 90_000);
    out.rule(30_000, 7, false);
    out.picket(2);
    var treasurer = out.aid().treasurer();
    var second = out.aid().treasurer();
    asks(out, treasurer, 60_000);
    assertThat(releases(out, second, Optional.empty())).isInstanceOf(StrikeReleases.Released.Done.class);
    UUID former = waiting(out).id();
    out.limits(25_000, 50_000);
    assertThat(out.pays(treasurer, yesterday(), PaidFrom.BANK, 60_000)).isInstanceOf(StrikePay.Paid.NotReleased.class);
    String due = local.path("aid/strikes/" + out.step() + "/due?until=" + yesterday());
    assertThat(treasurer.visitor().get(due).body()).contains("/ask\"");
    assertThat(asks(out, treasurer, 60_000)).isEqualTo(StrikePay.Asked.DONE);
    assertThat(waiting(out).released()).isFalse();
    assertThat(waiting(out).id()).isNotEqualTo(former);
    UUID decision = decided(out, FundKind.STRIKE, 90_000);
    assertThat(releases(out, second, Optional.of(decision))).isInstanceOf(StrikeReleases.Released.Done.class);
    assertThat(out.pays(treasurer, yesterday(), PaidFrom.BANK, 60_000)).isInstanceOf(StrikePay.Paid.Yes.class);
  }

  @Test
  void whatWasUsedUpMeanwhileIsNotPaid(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    out.limits(25_000, 50_000);
    out.rule(30_000, 7, false);
    out.picket(2);
    var treasurer = out.aid().treasurer();
    asks(out, treasurer, 60_000);
    UUID decision = decided(out, FundKind.STRIKE, 90_000);
    releases(out, out.aid().treasurer(), Optional.of(decision));
    out.aid().as(treasurer, () -> AidLocal.part(Appropriations.class).close(decision));
    assertThat(out.pays(treasurer, yesterday(), PaidFrom.BANK, 60_000)).isInstanceOf(StrikePay.Paid.NotUnder.class);
    assertThat(out.aid().balance(UsedFor.STRIKE_PAY)).isZero();
    assertThat(decision(out, decision).used()).isZero();
  }

  @Test
  void paidOnceOrTakenBackAndNeverBoth(FoundedLocal local) throws Exception {
    var out = StrikeLocal.of(local);
    out.limits(25_000, 50_000);
    out.rule(13_000, 7, false);
    out.picket(2);
    var treasurer = out.aid().treasurer();
    var third = out.aid().treasurer();
    var second = out.aid().treasurer();
    asks(out, treasurer, 26_000);
    UUID id = waiting(out).id();
    releases(out, second, Optional.empty());
    List<Boolean> done = AtOnce.all(List.<Callable<Boolean>>of(
        () -> out.pays(treasurer, yesterday(), PaidFrom.BANK, 26_000) instanceof StrikePay.Paid.Yes,
        () -> out.pays(third, yesterday(), PaidFrom.BANK, 26_000) instanceof StrikePay.Paid.Yes,
        () -> out.aid().as(second, () -> AidLocal.part(StrikeReleases.class).drop(out.step(), id))));
    assertThat(done).containsOnlyOnce(true);
    assertThat(out.aid().balance(UsedFor.STRIKE_PAY)).isEqualTo(done.get(2) ? 0 : 26_000);
  }

  @Test
  void theBoxPaysNoMoreThanIsInIt(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    out.limits(1_000_000, 1_000_000);
    out.aid().toBank(FundKind.HARDSHIP, 99_000);
    out.rule(2_000, 7, false);
    out.picket(1);
    assertThat(out.pays(local.founder(), yesterday(), PaidFrom.CASH, 2_000))
        .isInstanceOf(StrikePay.Paid.NotInTheBox.class);
    assertThat(out.aid().balance(UsedFor.CASH)).isEqualTo(1_000);
    assertThat(out.pays(local.founder(), yesterday(), PaidFrom.BANK, 2_000)).isInstanceOf(StrikePay.Paid.Yes.class);
  }

  @Test
  void thePagesLeadEachToTheirStep(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    out.limits(25_000, 50_000);
    out.rule(30_000, 7, false);
    out.picket(2);
    var treasurer = out.aid().treasurer().visitor();
    var second = out.aid().treasurer().visitor();
    String until = yesterday().toString();
    assertThat(treasurer.get(out.path("/due")).body()).contains("Ask for the release").doesNotContain("/pay\"");
    assertThat(treasurer.post(out.path("/pay"), "until", until, "total", "60000", "from", "bank").body())
        .contains("Nobody has released just this");
    assertThat(treasurer.post(out.path("/ask"), "until", until, "total", "60000").location())
        .hasValue(out.path("?done=asked"));
    UUID id = waiting(out).id();
    assertThat(treasurer.get(out.path("")).body()).contains("€600 strike pay is above the limit")
        .doesNotContain("/yes\"");
    assertThat(treasurer.get(out.path("/due")).body()).contains("waits for a further officer");
    assertThat(second.get(local.path("")).body()).contains("Strike pay is above the limit");
    assertThat(second.get(out.path("")).body()).contains("None that is open has so much left").doesNotContain("/yes\"");
    UUID decision = decided(out, FundKind.STRIKE, 90_000);
    assertThat(second.get(out.path("")).body()).contains("/yes\"", decision.toString()).doesNotContain("Neighbour");
    for (Role role : List.of(Role.MEMBER, Role.STEWARD, Role.AUDITOR, Role.AID_COMMITTEE)) {
      var visitor = local.withPasskey(local.person(Role.MEMBER, role)).visitor();
      assertThat(visitor.get(out.path("")).body()).doesNotContain("above the limit");
      assertThat(visitor.post(out.path("/releases/" + id + "/yes"), "appropriation", decision.toString()).status())
          .isEqualTo(403);
      assertThat(visitor.post(out.path("/releases/" + id + "/drop")).status()).isEqualTo(403);
      assertThat(visitor.post(out.path("/ask"), "until", until, "total", "60000").status()).isEqualTo(403);
    }
    assertThat(second.post(out.path("/releases/" + UUID.randomUUID() + "/yes")).location())
        .hasValue(out.path("?done=meanwhile"));
    assertThat(treasurer.post(out.path("/releases/" + id + "/yes"), "appropriation", decision.toString()).location())
        .hasValue(out.path("?done=another"));
    assertThat(second.post(out.path("/releases/" + id + "/yes"), "appropriation", decision.toString()).location())
        .hasValue(out.path("?done=released"));
    assertThat(second.get(out.path("/due")).body()).contains("You released it").doesNotContain("/pay\"");
    assertThat(treasurer.get(local.path("")).body()).contains("Pay the strike pay that was released");
    assertThat(treasurer.get(out.path("/due")).body()).contains("/pay\"");
    assertThat(treasurer.post(out.path("/pay"), "until", until, "total", "60000", "from", "bank").status())
        .isEqualTo(303);
    assertThat(out.aid().balance(UsedFor.STRIKE_PAY)).isEqualTo(60_000);
  }
}
