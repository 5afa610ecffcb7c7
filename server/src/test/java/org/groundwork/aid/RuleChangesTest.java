// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.groundwork.platform.access.Role;
import org.groundwork.support.AtOnce;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody decides alone what people in need can get: rules hold with a second person, or with the decision of the members. */
@ExtendWith(ProductExtension.class)
class RuleChangesTest {
  private static final AidRules WANTED = new AidRules(20_000, 40_000, 5_000, 0, 14, 30, 48, true, false);
  private static final Pattern SECOND = Pattern.compile("/aid/rules/([0-9a-f-]{36})/second");

  /** The form with what is proposed, and more fields behind. */
  private static Page propose(AidLocal aid, Visitor by, String... more) {
    var fields = new ArrayList<>(List.of("perRequest", "200", "perHalfYear", "400", "emergency", "50", "lowBelow", "0",
        "intervalDays", "14", "tenureDays", "30", "decideHours", "48", "arrears", "yes"));
    fields.addAll(Arrays.asList(more));
    return by.post(aid.path("/rules"), fields.toArray(String[]::new));
  }

  private static Optional<UUID> offered(Page page) {
    var found = SECOND.matcher(page.body());
    return found.find() ? Optional.of(UUID.fromString(found.group(1))) : Optional.empty();
  }

  private static AidRules now(AidLocal aid) {
    return aid.local().read(() -> AidLocal.part(Rulebook.class).find()).orElseThrow();
  }

  private static RuleChange proposed(AidLocal aid) {
    return aid.local().read(() -> AidLocal.part(RuleChanges.class).proposed()).orElseThrow();
  }

  @Test
  void whatOneWroteDownHoldsOnceASecondSaysYes(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var founder = local.withPasskey(local.founder()).visitor();
    assertThat(propose(aid, founder).location()).hasValue(aid.path("?done=proposed"));
    assertThat(now(aid)).as("nothing holds yet").isEqualTo(AidLocal.RULES);
    Page read = aid.member().visitor().get(aid.path(""));
    assertThat(read.body()).contains("€300", "Proposed rules", "€200", "After a grant, 14 days")
        .doesNotContain("/second", "/drop");
    assertThat(offered(founder.get(aid.path("")))).as("not their own").isEmpty();
    UUID change = proposed(aid).id();
    assertThat(founder.post(aid.path("/rules/" + change + "/second")).status()).isIn(303, 403);
    assertThat(now(aid)).isEqualTo(AidLocal.RULES);

    var second = local.withPasskey(aid.committee().getFirst()).visitor();
    assertThat(second.get(local.path("")).body()).contains("Rules of the hardship fund are proposed");
    assertThat(offered(second.get(aid.path("")))).hasValue(change);
    assertThat(second.post(aid.path("/rules/" + change + "/second")).location()).hasValue(aid.path("?done=rules"));
    assertThat(now(aid)).isEqualTo(WANTED);
    assertThat(second.get(local.path("")).body()).doesNotContain("Rules of the hardship fund are proposed");
    assertThat(second.post(aid.path("/rules/" + change + "/second")).location()).as("sent twice")
        .hasValue(aid.path("?done=meanwhile"));
    assertThat(aid.member().visitor().get(aid.path("")).body())
        .contains("€200", "one person wrote them down and a second one said yes")
        .doesNotContain("Proposed rules", "€300");
  }

  @Test
  void whoWroteThemDownIsNotTheSecondAlsoWithTheOffice(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var both = local.withPasskey(local.person(Role.MEMBER, Role.ADMINISTRATOR, Role.TREASURER)).visitor();
    propose(aid, both);
    UUID change = proposed(aid).id();
    assertThat(offered(both.get(aid.path("")))).isEmpty();
    assertThat(both.post(aid.path("/rules/" + change + "/second")).location()).hasValue(aid.path("?done=another"));
    assertThat(now(aid)).isEqualTo(AidLocal.RULES);
    assertThat(aid.treasurer().visitor().post(aid.path("/rules/" + change + "/second")).location())
        .hasValue(aid.path("?done=rules"));
    assertThat(now(aid)).isEqualTo(WANTED);
  }

  @Test
  void theDecisionOfTheMembersIsWholeOrRefused(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var founder = local.withPasskey(local.founder()).visitor();
    Page half = propose(aid, founder, "decision", "As read out <b>", "votesFor", "3");
    assertThat(half.status()).isEqualTo(422);
    assertThat(half.body()).contains("body-error", "decided-error", "votesAgainst-error", "As read out &lt;b&gt;",
        "value=\"200\"");
    String day = AidLocal.today().toString();
    assertThat(propose(aid, founder, "body", "vote", "decided", day, "decision", "x", "votesFor", "3", "votesAgainst",
        "3", "abstained", "0").body()).contains("votesFor-error", "It was not passed");
    assertThat(propose(aid, founder, "body", "vote", "decided", AidLocal.today().plusDays(1).toString(), "decision",
        "x", "votesFor", "3", "votesAgainst", "1", "abstained", "0").body()).contains("decided-error");
    assertThat(local.read(() -> AidLocal.part(RuleChanges.class).proposed())).isEmpty();
    assertThat(now(aid)).isEqualTo(AidLocal.RULES);
    assertThat(propose(aid, founder, "body", "vote", "decided", day, "decision", "We help <b>", "votesFor", "30",
        "votesAgainst", "1", "abstained", "2").location()).hasValue(aid.path("?done=rules"));
    assertThat(now(aid)).isEqualTo(WANTED);
    assertThat(aid.member().visitor().get(aid.path("")).body()).contains("We help &lt;b&gt;",
        "30 for, 1 against, 2 abstained");
  }

  @Test
  void whoProposesOthersTakesTheFormerBackAndWhatWasSeenIsWhatHolds(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var founder = local.withPasskey(local.founder()).visitor();
    propose(aid, founder);
    UUID seen = proposed(aid).id();
    propose(aid, founder, "others", "yes");
    var second = local.withPasskey(aid.committee().getFirst()).visitor();
    assertThat(second.post(aid.path("/rules/" + seen + "/second")).location()).hasValue(aid.path("?done=meanwhile"));
    assertThat(now(aid)).isEqualTo(AidLocal.RULES);
    UUID later = proposed(aid).id();
    assertThat(second.post(aid.path("/rules/" + later + "/drop")).location()).hasValue(aid.path("?done=dropped"));
    assertThat(second.post(aid.path("/rules/" + later + "/second")).location()).hasValue(aid.path("?done=meanwhile"));
    assertThat(now(aid)).isEqualTo(AidLocal.RULES);
  }

  @Test
  void nobodyElseSecondsOrTakesBack(FoundedLocal local, FoundedLocal elsewhere) {
    var aid = AidLocal.of(local);
    propose(aid, local.withPasskey(local.founder()).visitor());
    String at = aid.path("/rules/" + proposed(aid).id());
    for (Role role : List.of(Role.STEWARD, Role.AUDITOR, Role.RETURNING_OFFICER)) {
      var visitor = local.withPasskey(local.person(Role.MEMBER, role)).visitor();
      assertThat(visitor.post(at + "/second").status()).as(role.key()).isEqualTo(403);
      assertThat(visitor.post(at + "/drop").status()).as(role.key()).isEqualTo(403);
    }
    var theirs = AidLocal.of(elsewhere);
    var other = elsewhere.withPasskey(theirs.committee().getFirst()).visitor();
    assertThat(other.post(theirs.path("/rules/" + proposed(aid).id() + "/second")).location())
        .hasValue(theirs.path("?done=meanwhile"));
    assertThat(now(aid)).isEqualTo(AidLocal.RULES);
  }

  @Test
  void ofSeveralAtOnceOnePutsThemInForceAndNobodyIsBothProposerAndSecond(FoundedLocal local) throws Exception {
    var aid = AidLocal.of(local);
    var changes = AidLocal.part(RuleChanges.class);
    for (int round = 0; round < 5; round++) {
      aid.as(local.founder(), () -> changes.propose(WANTED, Optional.empty()));
      UUID change = proposed(aid).id();
      List<Object> done = AtOnce.all(List.<Callable<Object>>of(
          () -> aid.as(aid.committee().get(0), () -> changes.second(change)),
          () -> aid.as(aid.committee().get(1), () -> changes.second(change)),
          () -> aid.as(aid.committee().get(2), () -> changes.drop(change)),
          () -> aid.as(local.founder(), () -> changes.second(change))));
      long settled = done.stream().filter(each -> each == RuleChange.Seconded.DONE || each.equals(true)).count();
      assertThat(settled).isEqualTo(1);
      assertThat(done.get(3)).isIn(RuleChange.Seconded.ANOTHER_PERSON, RuleChange.Seconded.MEANWHILE);
    }
  }

  @Test
  void whoProposedIsForgottenAndTheRulesStay(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var member = local.person(Role.MEMBER, Role.ADMINISTRATOR);
    aid.as(member, () -> AidLocal.part(RuleChanges.class).propose(WANTED, Optional.empty()));
    var forgotten = AidLocal.part(ForgottenByAid.class);
    assertThat(local.<Boolean>read(() -> forgotten.inUse(List.of(member.id())))).isTrue();
    local.write(() -> {
      forgotten.forget(member.id());
      return true;
    });
    assertThat(local.<Boolean>read(() -> forgotten.inUse(List.of(member.id())))).isFalse();
    assertThat(proposed(aid).proposedBy()).isEmpty();
    assertThat(proposed(aid).rules()).isEqualTo(WANTED);
  }
}
