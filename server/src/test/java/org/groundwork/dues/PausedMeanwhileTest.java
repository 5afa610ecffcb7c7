// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.support.AtOnce;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.StepByStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever is granted a pause while a run is under way is not charged for it, wherever the run is. */
@ExtendWith(ProductExtension.class)
class PausedMeanwhileTest {

  private static void runs(DuesLocal dues, JobContext context, UUID run) {
    dues.local.as(dues.local.founder(), () -> {
      dues.job(2).run(context, new RunJob.OfRun(run));
      return run;
    });
  }

  private static int charged(DuesLocal dues, UUID person) {
    return dues.local.read(() -> DuesLocal.part(JdbcClient.class)
        .sql("select count(*) from dues.charge where local_id = ? and person_id = ?")
        .params(dues.local.id().value(), person)
        .query(Integer.class)
        .single());
  }

  private static Charge only(DuesLocal dues, UUID person) {
    var all = dues.local.read(() -> DuesLocal.part(Charges.class).of(person, 9));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static void pauses(DuesLocal dues, UUID person, LocalDate month) {
    dues.pauses(person, month, month.plusMonths(1).minusDays(1));
  }

  @Test
  void aMonthIsNotAskedOfWhoWasChargedInAStepBeforeNorOfWhoComesInAStepToCome(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    List<UUID> members = dues.members(6);
    LocalDate month = DuesLocal.period();
    UUID run = dues.begin(month);
    var stopping = new Stopping(2);
    assertThatThrownBy(() -> runs(dues, stopping, run)).isInstanceOf(Stopped.class);
    UUID before = members.getFirst();
    UUID after = members.getLast();
    assertThat(List.of(charged(dues, before), charged(dues, after))).containsExactly(1, 0);
    for (UUID paused : List.of(before, after, before)) { // given twice, it is taken off once
      pauses(dues, paused, month);
    }
    assertThat(dues.balance(UsedFor.DUES)).as("nothing is in the books yet").isZero();

    runs(dues, StepByStep.behind(stopping.checkpoint().orElseThrow()), run);
    assertThat(List.of(before, after))
        .allSatisfy(paused -> assertThat(only(dues, paused).kind()).isEqualTo(Charge.Kind.WAIVED));
    assertThat(dues.open(members.get(1))).extracting(Charge::open).containsExactly(1_000L);
    assertThat(dues.balance(UsedFor.DUES)).isEqualTo(-5_000); // the founder's among them
    assertThat(dues.owed()).containsExactly(5_000L, 5_000L);
    assertThat(dues.balance(UsedFor.DUES_OWED, FundKind.STRIKE)).isEqualTo(500);
    assertThat(dues.balance(UsedFor.DUES_OWED, FundKind.HARDSHIP)).isEqualTo(275);
    var done = local.read(() -> DuesLocal.part(Runs.class).find(run)).orElseThrow();
    assertThat(List.of((long) done.members(), done.sum())).containsExactly(7L, 5_000L);
    assertThat(local.read(() -> DuesLocal.part(Runs.class).rates(run)))
        .extracting(Runs.AtRate::kind, Runs.AtRate::members, Runs.AtRate::sum)
        .containsExactlyInAnyOrder(tuple(Charge.Kind.DUE, 5, 5_000L),
            tuple(Charge.Kind.WAIVED, 2, 0L));
    assertThat(dues.faults()).isEmpty();
  }

  @Test
  void ofAYearOnlyTheMonthsOfThePauseAreTakenOff(FoundedLocal local) {
    var dues = DuesLocal.by(local, Period.YEAR, 12_001);
    UUID member = dues.members(3).getFirst();
    LocalDate january = Period.YEAR.begins(DuesLocal.today());
    UUID run = dues.begin(january);
    var stopping = new Stopping(1);
    assertThatThrownBy(() -> runs(dues, stopping, run)).isInstanceOf(Stopped.class);
    assertThat(charged(dues, member)).isOne();
    dues.pauses(member, january.plusMonths(2).plusDays(4), january.plusMonths(4).minusDays(1));
    runs(dues, StepByStep.behind(stopping.checkpoint().orElseThrow()), run);
    assertThat(only(dues, member)).extracting(Charge::amount, Charge::open, Charge::months, Charge::length)
        .containsExactly(10_000L, 10_000L, 10, 12); // 12,001 * 10 / 12, rounded down
    pauses(dues, member, january.plusMonths(2));
    assertThat(dues.open(member)).extracting(Charge::open).as("once").containsExactly(10_000L);
    assertThat(dues.owed()).containsExactly(10_000L + 3 * 12_001, 10_000L + 3 * 12_001);
    assertThat(dues.faults()).isEmpty();
  }

  /** Pauses are granted while steps are done and the run is posted: none is overlooked, and none is taken off twice. */
  @Test
  void noneIsOverlookedHoweverTheyMeet(FoundedLocal local) throws Exception {
    var dues = DuesLocal.of(local);
    List<UUID> members = dues.members(7);
    LocalDate first = DuesLocal.period();
    for (int round = 0; round < 6; round++) {
      LocalDate month = first.plusMonths(round);
      UUID run = dues.begin(month);
      List<Callable<Boolean>> work = List.of(() -> {
        runs(dues, new StepByStep(), run);
        return true;
      }, () -> {
        for (UUID member : members.subList(0, 5)) {
          pauses(dues, member, month);
        }
        return true;
      });
      assertThat(AtOnce.all(work)).containsOnly(true);
      for (UUID member : members.subList(0, 5)) {
        assertThat(dues.open(member)).as("round %s", round).isEmpty();
      }
      long expected = 3_000L * (round + 1);
      assertThat(dues.owed()).containsExactly(expected, expected);
    }
    assertThat(dues.faults()).isEmpty();
  }

  @Test
  void aYearWithAPauseSaysForHowManyMonthsItIs(FoundedLocal local) {
    var dues = DuesLocal.by(local, Period.YEAR, 12_000);
    var member = local.person(Role.MEMBER);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    LocalDate january = Period.YEAR.begins(DuesLocal.today());
    dues.charge(january);
    String own = local.path("dues");
    String theirs = local.path("dues/members/" + member.id());
    assertThat(member.visitor().get(own).body()).doesNotContain("of 12 months");
    assertThat(treasurer.get(theirs).body()).doesNotContain("of 12 months");
    dues.pauses(member.id(), january.plusMonths(1), january.plusMonths(4).minusDays(1));
    assertThat(member.visitor().get(own).body()).contains("9 of 12 months");
    assertThat(treasurer.get(theirs).body()).contains("9 of 12 months");
    assertThat(local.person(Role.MEMBER, Role.AUDITOR).visitor().get(theirs).body())
        .as("who only checks the books reads nothing of a pause")
        .contains("<h1>")
        .doesNotContain("of 12 months");
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Does some steps and is stopped then, before the next. */
  private static final class Stopping implements JobContext {
    private final Transactions transactions = Product.shared().bean(Transactions.class);
    private int left;
    private Optional<String> checkpoint = Optional.empty();

    Stopping(int steps) { left = steps; }

    @Override
    public UUID job() { return UUID.randomUUID(); }

    @Override
    public Optional<String> checkpoint() { return checkpoint; }

    @Override
    public void step(String after, Runnable work) {
      step(() -> {
        work.run();
        return after;
      });
    }

    @Override
    public String step(Supplier<String> work) {
      if (left == 0) {
        throw new Stopped();
      }
      left--;
      String after = transactions.write(work);
      checkpoint = Optional.of(after);
      return after;
    }

    @Override
    public void progress(long done, long total) {}

    @Override
    public void count(String name, long more) {}

    @Override
    public void refused(String place, String reason, Object... arguments) { throw new AssertionError(reason); }
  }
}
