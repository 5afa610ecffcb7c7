// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** More leaves a fund than is in it once two officers agreed on that, and not before. */
@ExtendWith(ProductExtension.class)
class FundRulesTest {

  private static FundRules rules() { return KeptBooks.part(FundRules.class); }

  private static Entered paint(KeptBooks books, long amount) {
    return books.moves(KeptBooks.today(), "Paint", "1000", "5000", FundKind.STRIKE, amount);
  }

  @Test
  void twoAgreeThatAFundMayGoBelowZeroAndThatItMayNotAnyMore(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    UUID strike = books.fund(FundKind.STRIKE);
    var keeper = local.withPasskey(local.person(Role.MEMBER, Role.TREASURER)).visitor();
    var officer = local.withPasskey(local.person(Role.MEMBER, Role.ORGANISER)).visitor();
    var member = local.person(Role.MEMBER).visitor();
    String at = local.path("treasury/accounts");
    String ask = local.path("treasury/funds/" + strike + "/below");
    assertThat(member.get(at).body()).contains("unless two officers allow it").doesNotContain("/below");
    assertThat(member.post(ask, "below", "yes").status()).isEqualTo(403);
    assertThat(officer.post(ask, "below", "yes").status()).isEqualTo(403);
    assertThat(keeper.post(local.path("treasury/funds/" + UUID.randomUUID() + "/below"), "below", "yes").status())
        .isEqualTo(404);
    assertThat(keeper.follow(keeper.post(ask, "below", "yes")).body()).contains("It waits for the yes");
    keeper.post(ask, "below", "yes");
    var asked = local.read(() -> rules().latest(9));
    assertThat(asked).as("sent twice").hasSize(1);
    assertThat(paint(books, 5)).isInstanceOf(Entered.TooLittle.class);
    String one = local.path("treasury/fund-rules/" + asked.getFirst().id());
    assertThat(member.post(one + "/yes").status()).isEqualTo(403);
    assertThat(member.post(one + "/withdraw").status()).isEqualTo(403);
    assertThat(keeper.follow(keeper.post(one + "/yes")).body()).contains("does not say yes to it");
    assertThat(officer.get(local.path("treasury")).body()).contains("A rule of a fund waits for your yes");
    assertThat(officer.follow(officer.post(one + "/yes")).body()).contains("It holds from now on");
    assertThat(member.get(at).body()).contains("May go below zero", "In force", "said yes on");
    assertThat(paint(books, 5)).isInstanceOf(Entered.Yes.class);
    keeper.post(ask, "below", "no");
    UUID back = local.read(() -> rules().latest(9)).getFirst().id();
    assertThat(officer.post(local.path("treasury/fund-rules/" + back + "/yes")).status()).isEqualTo(303);
    assertThat(paint(books, 5)).isInstanceOf(Entered.TooLittle.class);
    assertThat(officer.post(local.path("treasury/fund-rules/" + back + "/withdraw")).status()).as("decided before")
        .isEqualTo(303);
    assertThat(local.read(() -> rules().latest(9)).getFirst().state()).isEqualTo(FundRule.State.AGREED);
  }

  @Test
  void whatIsNotWantedChangesNothingAndAnotherLocalsIsNotThere(FoundedLocal local, FoundedLocal other) {
    var books = KeptBooks.since(local, 1);
    KeptBooks.since(other, 1);
    UUID keeper = local.person(Role.TREASURER).id();
    UUID second = local.person(Role.ORGANISER).id();
    local.write(() -> rules().ask(books.fund(FundKind.STRIKE), true, keeper));
    UUID rule = local.read(() -> rules().latest(1)).getFirst().id();
    assertThat(other.write(() -> rules().agree(rule, second))).isEqualTo(FundRules.Done.MEANWHILE);
    assertThat(other.read(() -> rules().latest(9))).isEmpty();
    assertThat(local.write(() -> rules().withdraw(rule, second))).isEqualTo(FundRules.Done.DONE);
    assertThat(local.write(() -> rules().agree(rule, second))).isEqualTo(FundRules.Done.MEANWHILE);
    assertThat(paint(books, 5)).isInstanceOf(Entered.TooLittle.class);
    assertThat(local.write(() -> rules().ask(books.fund(FundKind.STRIKE), false, keeper))).as("it is so already")
        .isEqualTo(FundRules.Done.MEANWHILE);
  }

  @Test
  void manyWhoAskAtOnceAskOnce(FoundedLocal local) throws Exception {
    var books = KeptBooks.since(local, 1);
    UUID keeper = local.person(Role.TREASURER).id();
    var work = new ArrayList<Callable<FundRules.Done>>();
    for (int each = 0; each < 6; each++) {
      work.add(() -> local.write(() -> rules().ask(books.fund(FundKind.STRIKE), true, keeper)));
    }
    var done = new ArrayList<FundRules.Done>();
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var each : threads.invokeAll(work)) {
        done.add(each.get());
      }
    }
    assertThat(done).filteredOn(FundRules.Done.DONE::equals).hasSize(1);
  }
}
