// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.dues.Charges;
import org.groundwork.dues.Choices;
import org.groundwork.dues.Period;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may ask is computed from rules, membership, dues and what somebody got. */
@ExtendWith(ProductExtension.class)
class EligibilityTest {

  private static AidRules rules(int interval, int tenure, boolean arrears, boolean others) {
    return new AidRules(30_000, 50_000, 10_000, 0, interval, tenure, 72, arrears, others);
  }

  private static May may(AidLocal aid, UUID person) {
    return aid.local().read(() -> AidLocal.part(Eligibility.class).of(person, AidLocal.part(Rulebook.class).find()));
  }

  private static May.Why why(AidLocal aid, UUID person) {
    return may(aid, person) instanceof May.No no ? no.why() : fail("they may");
  }

  @Test
  void nobodyAsksBeforeThereAreRules(FoundedLocal local) {
    var member = local.person(Role.MEMBER);
    assertThat(local.read(() -> AidLocal.part(Eligibility.class).of(member.id(), AidLocal.part(Rulebook.class).find())))
        .isEqualTo(May.No.because(May.Why.NO_RULES));
  }

  @Test
  void membersFromTheFirstDayOrAfterAWhile(FoundedLocal local) {
    var aid = AidLocal.of(local, rules(0, 30, false, false));
    var member = aid.member();
    assertThat(may(aid, member.id())).isInstanceOfSatisfying(May.No.class, no -> {
      assertThat(no.why()).isEqualTo(May.Why.TENURE);
      assertThat(no.from().getFirst()).isAfter(AidLocal.today().plusDays(28));
    });
    assertThat(aid.asks(member, AidLocal.wish(1_000))).isInstanceOf(Asked.No.class);
    Product.shared().clock().advance(Duration.ofDays(31));
    assertThat(may(aid, member.id())).isEqualTo(new May.Yes(50_000));
  }

  @Test
  void whoIsNoMemberOnlyWhereTheRulesSaySo(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID contact = local.write(() -> AidLocal.part(People.class)
        .addContact(AidLocal.part(ChangeSets.class).open("test"),
            new People.Known("Rosa", java.util.Optional.empty(), java.util.Optional.empty(), "")));
    assertThat(why(aid, contact)).isEqualTo(May.Why.NOT_A_MEMBER);
    aid.rules(rules(0, 0, false, true));
    assertThat(may(aid, contact)).isInstanceOf(May.Yes.class);
  }

  @Test
  void onceAtATimeAndAfterAnInterval(FoundedLocal local) {
    var aid = AidLocal.of(local, rules(30, 0, false, false));
    var member = aid.member();
    UUID request = aid.asked(member, 1_000);
    assertThat(why(aid, member.id())).isEqualTo(May.Why.OPEN);
    aid.no(0, request);
    aid.no(1, request);
    assertThat(may(aid, member.id())).as("a no costs nothing").isInstanceOf(May.Yes.class);
    aid.granted(member, 1_000);
    assertThat(why(aid, member.id())).isEqualTo(May.Why.INTERVAL);
    Product.shared().clock().advance(Duration.ofDays(31));
    assertThat(may(aid, member.id())).isEqualTo(new May.Yes(49_000));
    Product.shared().clock().advance(Duration.ofDays(190));
    assertThat(may(aid, member.id())).as("the half year is over").isEqualTo(new May.Yes(50_000));
  }

  /** A free rate never lowers standing: whoever has one can ask, where only good standing can. */
  @Test
  void whereDuesMatterAFreeRateCountsLikePaidDues(FoundedLocal local) {
    var aid = AidLocal.of(local, rules(0, 0, true, false));
    var behind = aid.member();
    var free = aid.member();
    UUID plan = local.write(() -> AidLocal.part(Plans.class)
        .begin(new Plans.Draft("Monthly", Period.MONTH,
            Plan.Asks.INCOME, 1, 0, "In cash", List.of(bracket("Most of us", new Rate.Amount(1_000), true),
                bracket("Without work", new Rate.Free(Rate.FreeFor.NO_WORK), false)),
            List.of())));
    Plan found = local.read(() -> AidLocal.part(Plans.class).find(plan)).orElseThrow();
    local.write(() -> AidLocal.part(Choices.class)
        .choose(free.id(), found, found.rates().getLast().id(),
            OptionalLong.empty(), AidLocal.today()));
    charge(aid, found, behind.id(), found.rates().getFirst().id(), "due", 1_000);
    charge(aid, found, free.id(), found.rates().getLast().id(), "free", 0);
    assertThat(local.read(() -> AidLocal.part(Charges.class).open(behind.id()))).hasSize(1);
    assertThat(why(aid, behind.id())).isEqualTo(May.Why.ARREARS);
    assertThat(may(aid, free.id())).isInstanceOf(May.Yes.class);
    aid.rules(rules(0, 0, false, false));
    assertThat(may(aid, behind.id())).isInstanceOf(May.Yes.class);
  }

  private static Plans.Bracket bracket(String name, Rate.Asked asked, boolean isDefault) {
    return new Plans.Bracket(java.util.Optional.empty(), name, asked, isDefault);
  }

  private static void charge(AidLocal aid, Plan plan, UUID person, UUID rate, String kind, long amount) {
    var period = java.sql.Date.valueOf(AidLocal.today().minusMonths(2).withDayOfMonth(1));
    aid.local().write(() -> {
      UUID local = aid.local().id().value();
      UUID run = UUID.randomUUID();
      AidLocal.part(JdbcClient.class)
          .sql("""
          insert into dues.run (local_id, id, plan_id, period, due_on, grace_days, job_id, members, sum, posted_at,
            changed_at) values (?, ?, ?, ?, ?, 0, ?, 1, ?, now(), now())""")
          .params(local, run, plan.id(), period, period, UUID.randomUUID(), amount)
          .update();
      return AidLocal.part(JdbcClient.class)
          .sql("""
          insert into dues.charge (local_id, person_id, period, plan_id, run_id, rate_id, kind, amount)
          values (?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(local, person, period, plan.id(), run, rate, kind, amount)
          .update();
    });
  }
}
