// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.groundwork.platform.access.Role;
import org.groundwork.support.AtOnce;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody decides alone what a day on strike is paid with. */
@ExtendWith(ProductExtension.class)
class StrikeRuleChangesTest {

  private static Page propose(StrikeLocal out, Visitor by, String perDay, String... more) {
    var fields = new java.util.ArrayList<>(List.of("perDay", perDay, "daysAWeek", "5"));
    fields.addAll(List.of(more));
    return by.post(out.path("/rule"), fields.toArray(String[]::new));
  }

  private static Optional<StrikeRule> now(StrikeLocal out) {
    return out.aid().local().read(() -> AidLocal.part(StrikePay.class).rule(out.step()));
  }

  private static StrikeRuleChange proposed(StrikeLocal out) {
    return out.aid().local().read(() -> AidLocal.part(StrikeRuleChanges.class).proposed(out.step())).orElseThrow();
  }

  @Test
  void whatOneWroteDownHoldsOnceASecondSaysYes(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    var founder = local.withPasskey(local.founder()).visitor();
    assertThat(propose(out, founder, "40").location()).hasValue(out.path("?done=proposed"));
    assertThat(now(out)).as("nothing holds yet").isEmpty();
    Page read = out.aid().member().visitor().get(out.path(""));
    assertThat(read.body()).contains("Proposed for a day", "€40 a day").doesNotContain("/second", "/drop");
    UUID change = proposed(out).id();
    assertThat(founder.get(out.path("")).body()).contains("/drop").doesNotContain("/second");
    for (Role role : List.of(Role.MEMBER, Role.STEWARD, Role.AUDITOR)) {
      var other = local.withPasskey(local.person(Role.MEMBER, role)).visitor();
      assertThat(other.post(out.path("/rule/" + change + "/second")).status()).isEqualTo(403);
      assertThat(other.post(out.path("/rule/" + change + "/drop")).status()).isEqualTo(403);
      assertThat(other.get(out.path("/rule")).status()).isEqualTo(403);
    }
    var second = local.withPasskey(out.aid().committee().getFirst()).visitor();
    assertThat(second.get(local.path("")).body()).contains("It is proposed what a day on strike is paid with");
    assertThat(second.get(out.path("")).body()).contains("/rule/" + change + "/second");
    assertThat(second.post(out.path("/rule/" + UUID.randomUUID() + "/second")).location())
        .hasValue(out.path("?done=meanwhile"));
    assertThat(second.post(out.path("/rule/" + change + "/second")).location()).hasValue(out.path("?done=rule"));
    assertThat(now(out)).hasValue(new StrikeRule(out.step(), 4_000, 5, false));
    assertThat(second.post(out.path("/rule/" + change + "/second")).location()).as("sent twice")
        .hasValue(out.path("?done=meanwhile"));
    assertThat(out.aid().member().visitor().get(out.path("")).body())
        .contains("€40 a day", "one person wrote it down and a second one said yes")
        .doesNotContain("Proposed for a day");
  }

  @Test
  void whoWroteItDownIsNotTheSecondAlsoWithTheOffice(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    out.rule(1_000, 5, false);
    var both = local.withPasskey(local.person(Role.MEMBER, Role.ADMINISTRATOR, Role.TREASURER)).visitor();
    propose(out, both, "400");
    UUID change = proposed(out).id();
    assertThat(both.get(out.path("")).body()).doesNotContain("/second");
    assertThat(both.post(out.path("/rule/" + change + "/second")).location()).hasValue(out.path("?done=another"));
    assertThat(now(out)).hasValue(new StrikeRule(out.step(), 1_000, 5, false));
    assertThat(both.post(out.path("/rule/" + change + "/drop")).location()).hasValue(out.path("?done=dropped"));
    assertThat(out.aid().treasurer().visitor().post(out.path("/rule/" + change + "/second")).location())
        .hasValue(out.path("?done=meanwhile"));
    assertThat(now(out)).hasValue(new StrikeRule(out.step(), 1_000, 5, false));
  }

  @Test
  void theDecisionOfTheMembersIsTheSecondAndIsRead(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    var founder = local.withPasskey(local.founder()).visitor();
    Page half = propose(out, founder, "40", "decision", "Forty <b>", "votesFor", "3");
    assertThat(half.status()).isEqualTo(422);
    assertThat(half.body()).contains("body-error", "decided-error", "votesAgainst-error", "Forty &lt;b&gt;",
        "value=\"40\"");
    String day = AidLocal.today().toString();
    assertThat(propose(out, founder, "40", "body", "vote", "decided", day, "decision", "x", "votesFor", "3",
        "votesAgainst", "3", "abstained", "0").body()).contains("votesFor-error");
    assertThat(now(out)).isEmpty();
    propose(out, founder, "30");
    assertThat(propose(out, founder, "40", "body", "general-meeting", "decided", day, "decision", "Forty <b>",
        "votesFor", "30", "votesAgainst", "1", "abstained", "2").location()).hasValue(out.path("?done=rule"));
    assertThat(now(out)).hasValue(new StrikeRule(out.step(), 4_000, 5, false));
    assertThat(out.aid().member().visitor().get(out.path("")).body())
        .contains("Forty &lt;b&gt;", "30 for, 1 against, 2 abstained")
        .doesNotContain("Proposed for a day", "€30");
  }

  @Test
  void anotherStrikeOrLocalDoesNotFindIt(FoundedLocal local, FoundedLocal other) {
    var out = StrikeLocal.of(local);
    var elsewhere = StrikeLocal.of(other);
    propose(out, local.withPasskey(local.founder()).visitor(), "40");
    UUID change = proposed(out).id();
    var stranger = elsewhere.aid().treasurer().visitor();
    assertThat(stranger.post(elsewhere.path("/rule/" + change + "/second")).location())
        .hasValue(elsewhere.path("?done=meanwhile"));
    assertThat(stranger.post(other.path("aid/strikes/" + out.step() + "/rule/" + change + "/second")).status())
        .isEqualTo(404);
    assertThat(now(out)).isEmpty();
  }

  @Test
  void twoSecondsAtOnceAndATakingBackAreOneAnswer(FoundedLocal local) throws Exception {
    var out = StrikeLocal.of(local);
    var committee = out.aid().committee();
    for (int round = 0; round < 4; round++) {
      long perDay = 1_000L + round;
      out.aid()
          .<Boolean>as(local.founder(), () -> AidLocal.part(StrikeRuleChanges.class)
              .propose(new StrikeRule(out.step(), perDay, 5, false), Optional.empty()));
      UUID change = proposed(out).id();
      List<Boolean> done = AtOnce.all(List.<Callable<Boolean>>of(
          () -> out.aid()
              .as(committee.get(0), () -> AidLocal.part(StrikeRuleChanges.class)
                  .second(out.step(), change)) == RuleChange.Seconded.DONE,
          () -> out.aid()
              .as(committee.get(1), () -> AidLocal.part(StrikeRuleChanges.class)
                  .second(out.step(), change)) == RuleChange.Seconded.DONE,
          () -> out.aid()
              .as(committee.get(2), () -> AidLocal.part(StrikeRuleChanges.class)
                  .drop(out.step(), change))));
      assertThat(done).containsOnlyOnce(true);
      boolean dropped = done.get(2);
      assertThat(now(out).filter(rule -> rule.perDay() == perDay).isPresent()).isNotEqualTo(dropped);
    }
  }

  @Test
  void whoProposedAndSecondedIsForgottenAndTheRuleStays(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    var writer = local.person(Role.MEMBER, Role.ADMINISTRATOR);
    var second = out.aid().committee().getFirst();
    out.aid()
        .<Boolean>as(writer, () -> AidLocal.part(StrikeRuleChanges.class)
            .propose(new StrikeRule(out.step(), 4_000, 5, false), Optional.empty()));
    UUID change = proposed(out).id();
    out.aid().as(second, () -> AidLocal.part(StrikeRuleChanges.class).second(out.step(), change));
    var kept = AidLocal.part(ForgottenByAid.class);
    assertThat(local.<Boolean>read(() -> kept.inUse(List.of(writer.id())))).isTrue();
    for (UUID person : List.of(writer.id(), second.id())) {
      local.write(() -> {
        kept.forget(person);
        return true;
      });
      assertThat(local.<Boolean>read(() -> kept.inUse(List.of(person)))).isFalse();
    }
    var inForce = local.read(() -> AidLocal.part(StrikeRuleChanges.class).inForce(out.step())).orElseThrow();
    assertThat(inForce.proposedBy()).isEmpty();
    assertThat(inForce.rule().perDay()).isEqualTo(4_000);
  }
}
