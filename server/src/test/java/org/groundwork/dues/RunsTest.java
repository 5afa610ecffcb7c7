// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Charging a period: everybody once, all at once, and in the books to the cent. */
@ExtendWith(ProductExtension.class)
class RunsTest {

  @Test
  void chargesEverybodyByTheirRateOnce(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    List<UUID> members = dues.members(6);
    dues.chooses(members.get(0), 1);
    dues.chooses(members.get(1), 3);
    dues.chooses(members.get(2), 4);
    dues.chooses(members.get(3), 5);
    UUID waived = members.get(4);
    local.write(() -> {
      DuesLocal.part(Waivers.class).give(waived, DuesLocal.period(), DuesLocal.period().plusMonths(2));
      return true;
    });
    var preview = local.read(() -> DuesLocal.part(Runs.class).preview(dues.plan, DuesLocal.period()));
    assertThat(preview.stream().mapToLong(Runs.AtRate::sum).sum()).isEqualTo(2_000 + 500 + 2_469 + 2 * 1_000);
    assertThat(preview.stream().mapToInt(Runs.AtRate::members).sum()).isEqualTo(7);
    assertThat(preview.stream().mapToInt(Runs.AtRate::unasked).sum()).isEqualTo(3);

    UUID run = dues.charge(DuesLocal.period());
    assertThat(dues.open(members.get(2))).extracting(Charge::amount).containsExactly(2_469L);
    assertThat(dues.open(members.get(3))).isEmpty();
    assertThat(dues.open(waived)).isEmpty();
    assertThat(dues.open(members.get(5))).extracting(Charge::open).containsExactly(1_000L);
    assertThat(dues.owed()).containsExactly(6_969L, 6_969L);
    var done = local.read(() -> DuesLocal.part(Runs.class).find(run)).orElseThrow();
    assertThat(done.members()).isEqualTo(7);
    assertThat(done.sum()).isEqualTo(6_969);
    assertThat(local.read(() -> DuesLocal.part(Runs.class).rates(run)).stream().mapToLong(Runs.AtRate::sum).sum())
        .isEqualTo(6_969);
    // a tenth of each charge, rounded down: 200 + 50 + 246 + 100 + 100
    assertThat(dues.balance(UsedFor.DUES_OWED, FundKind.STRIKE)).isEqualTo(696);
    assertThat(dues.balance(UsedFor.DUES)).isEqualTo(-6_969);
    assertThat(dues.faults()).isEmpty();

    UUID late = dues.member();
    dues.charge(DuesLocal.period());
    assertThat(dues.open(members.get(5))).hasSize(1);
    assertThat(dues.open(late)).hasSize(1);
    assertThat(dues.owed()).containsExactly(7_969L, 7_969L);
    long told = local.read(() -> DuesLocal.part(org.groundwork.ledger.Discreet.class)
        .until(java.time.YearMonth.of(9999, 12))
        .stream()
        .filter(
            each -> each.account().equals(DuesLocal.part(org.groundwork.ledger.Books.class).account(UsedFor.DUES).id()))
        .mapToLong(org.groundwork.ledger.Balance::amount)
        .sum());
    assertThat(told).as("members do not read what the one who came late was charged").isEqualTo(-6_969);
  }

  @Test
  void whoIsChargedNothingHidesNobodyWhoPays(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    List<UUID> members = dues.members(5);
    members.subList(1, 5).forEach(member -> dues.chooses(member, 5));
    local.write(() -> {
      DuesLocal.part(Choices.class)
          .choose(local.founder().id(), dues.plan, dues.rate(5), OptionalLong.empty(),
              DuesLocal.today());
      return true;
    });
    UUID run = dues.charge(DuesLocal.period());
    var entry = local.read(() -> DuesLocal.part(org.groundwork.ledger.Ledger.class)
        .entered(new org.groundwork.ledger.Source("dues-run", run))
        .flatMap(DuesLocal.part(org.groundwork.ledger.Journal.class)::find)).orElseThrow();
    assertThat(entry.people()).as("one pays, five do not").hasValue(1);
  }

  /** Another scale, from the middle of a period on, charges nobody again for the months that were charged. */
  @Test
  void whoWasChargedByOneScaleIsNotChargedByAnotherForTheSameTime(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = dues.member();
    dues.charge(DuesLocal.period());
    Plan quarterly = local.write(() -> {
      UUID plan = DuesLocal.part(Plans.class)
          .begin(new Plans.Draft("Quarterly", Period.QUARTER, Plan.Asks.NOTHING, 0, 30,
              "", List.of(DuesLocal.bracket("all", new Rate.Amount(3_000), true)), List.of()));
      DuesLocal.part(Plans.class).makeDefault(plan);
      return DuesLocal.part(Plans.class).find(plan).orElseThrow();
    });
    LocalDate quarter = Period.QUARTER.begins(DuesLocal.today());
    var preview = local.read(() -> DuesLocal.part(Runs.class).preview(quarterly, quarter));
    assertThat(preview).extracting(Runs.AtRate::sum).containsExactly(2 * 2_000L);
    assertThat(preview).extracting(Runs.AtRate::partly).containsExactly(2);
    local.write(() -> DuesLocal.part(Runs.class).start(quarterly, quarter));
    Awaitility.await().until(() -> local.read(() -> DuesLocal.part(Runs.class).charged(quarterly.id(), quarter)));
    assertThat(dues.open(member)).extracting(Charge::amount).containsExactlyInAnyOrder(1_000L, 2_000L);
    assertThat(local.read(() -> DuesLocal.part(Runs.class).preview(quarterly, quarter.plusMonths(3))))
        .extracting(Runs.AtRate::sum)
        .containsExactly(2 * 3_000L);
  }

  @Test
  void showsNothingOfARunBeforeAllOfItIsDone(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    List<UUID> members = dues.members(5);
    UUID run = dues.begin(DuesLocal.period());
    assertThatThrownBy(() -> local.as(local.founder(), () -> {
      dues.job(2).run(new Breaking(List.of(Break.NOT, Break.NOT, Break.BEFORE)), new RunJob.OfRun(run));
      return run;
    })).isInstanceOf(Broken.class);
    assertThat(dues.open(members.getFirst())).isEmpty();
    assertThat(dues.owed()).containsExactly(0L, 0L);
    assertThat(local.read(() -> DuesLocal.part(Standings.class).of(members.getFirst(), DuesLocal.today().plusYears(1))))
        .isEqualTo(new Standing.Good());
  }

  /** A hundred runs that are killed again and again: before a step, in the middle of it, and after it. */
  @Test
  void chargesOnceHoweverOftenItIsKilled(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    List<UUID> members = dues.members(7);
    dues.chooses(members.get(1), 1);
    var random = new Random(11);
    LocalDate period = DuesLocal.period().minusMonths(10);
    long expected = 0;
    int killed = 0;
    for (int round = 0; round < 20; round++) {
      if (round % 3 == 0) {
        dues.pays(members.get(2), 1_700);
      }
      UUID run = dues.begin(period.plusMonths(round));
      var breaking = new Breaking(random);
      for (boolean done = false; !done;) {
        try {
          local.as(local.founder(), () -> {
            dues.job(2).run(breaking, new RunJob.OfRun(run));
            return run;
          });
          done = true;
        } catch (Broken e) {
          killed++;
        }
      }
      expected += 2_000 + 7 * 1_000;
    }
    assertThat(killed).isGreaterThan(100);
    assertThat(dues.balance(UsedFor.DUES)).isEqualTo(-expected);
    assertThat(dues.owed()).containsExactly(expected - 7 * 1_700, expected - 7 * 1_700);
    assertThat(dues.balance(UsedFor.PAID_AHEAD)).isZero();
    assertThat(dues.faults()).isEmpty();
    for (UUID member : members) {
      var charged = local.read(() -> DuesLocal.part(Charges.class).of(member, 100));
      assertThat(charged).hasSize(20);
      assertThat(new HashSet<>(charged.stream().map(Charge::period).toList())).hasSize(20);
    }
  }

  @Test
  void runsAsAJobThatIsThereOnce(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    dues.members(3);
    UUID job = local.write(() -> DuesLocal.part(Runs.class).start(dues.plan, DuesLocal.period()));
    UUID again = local.write(() -> DuesLocal.part(Runs.class).start(dues.plan, DuesLocal.period()));
    Awaitility.await().until(() -> dues.owed().equals(List.of(4_000L, 4_000L)));
    assertThat(local.read(() -> DuesLocal.part(Runs.class).charged(dues.plan.id(), DuesLocal.period()))).isTrue();
    var runs = local.read(() -> DuesLocal.part(Runs.class).latest(9));
    assertThat(runs.stream().filter(each -> each.job().equals(job)).toList()).hasSize(1);
    assertThat(runs.size()).isEqualTo(again.equals(job) ? 1 : 2); // the first may be over when the second comes
  }

  @Test
  void whoeverJoinedBehindAPeriodThatIsOverOwesNothingForIt(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID before = dues.member();
    UUID since = dues.member();
    LocalDate last = DuesLocal.period().minusMonths(1);
    local.write(() -> {
      dues.joined(since, DuesLocal.today().plusDays(1));
      return true;
    });
    assertThat(local.read(() -> DuesLocal.part(Runs.class).preview(dues.plan, last)))
        .allSatisfy(each -> assertThat(each.members()).isLessThanOrEqualTo(2));
    dues.charge(last);
    assertThat(dues.open(before)).hasSize(1);
    assertThat(dues.open(since)).isEmpty();
    local.write(() -> {
      dues.joined(since, DuesLocal.today().plusDays(1));
      return true;
    });
    dues.charge(DuesLocal.period());
    assertThat(dues.open(since)).hasSize(1);
  }

  @Test
  void aFundThatIsClosedMeanwhileLeavesItsPartToTheGeneralOne(FoundedLocal local) {
    var books = DuesLocal.part(org.groundwork.ledger.Books.class);
    DuesLocal.openBooks(local);
    UUID van = local.write(() -> {
      books.addFund("A van", false);
      return books.funds().stream().filter(each -> each.name().equals("A van")).findFirst().orElseThrow().id();
    });
    var dues = DuesLocal.with(local, List.of(new Plan.Share(van, 100)));
    UUID member = dues.member();
    UUID run = dues.begin(DuesLocal.period());
    assertThat(local.write(() -> books.closeFund(van))).isEqualTo(org.groundwork.ledger.Books.Changed.DONE);
    local.as(local.founder(), () -> {
      dues.job(2).run(new org.groundwork.support.StepByStep(), new RunJob.OfRun(run));
      return run;
    });
    assertThat(dues.open(member)).hasSize(1);
    assertThat(dues.pays(member, 400)).isInstanceOf(Taken.Yes.class);
    assertThat(dues.pays(member, 600)).isInstanceOf(Taken.Yes.class);
    assertThat(dues.balance(UsedFor.DUES_OWED, org.groundwork.ledger.FundKind.GENERAL))
        .isEqualTo(dues.balance(UsedFor.DUES_OWED));
    assertThat(dues.faults()).isEmpty();
  }

  @Test
  void whoeverIsForgottenMeanwhileIsNotInTheRun(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    List<UUID> members = dues.members(4);
    UUID run = dues.begin(DuesLocal.period());
    assertThatThrownBy(() -> local.as(local.founder(), () -> {
      dues.job(9).run(new Breaking(List.of(Break.NOT, Break.BEFORE)), new RunJob.OfRun(run));
      return run;
    })).isInstanceOf(Broken.class);
    local.write(() -> {
      DuesLocal.part(ForgottenByDues.class).forget(members.getFirst());
      return true;
    });
    local.as(local.founder(), () -> {
      dues.job(9).run(org.groundwork.support.StepByStep.behind("post"), new RunJob.OfRun(run));
      return run;
    });
    var posted = local.read(() -> DuesLocal.part(Runs.class).find(run)).orElseThrow();
    assertThat(posted.members()).isEqualTo(4); // the founder, and three
    assertThat(posted.sum()).isEqualTo(4_000);
    assertThat(dues.owed()).containsExactly(4_000L, 4_000L);
    assertThat(dues.faults()).isEmpty();
  }

  @Test
  void aRunWhoseJobIsGoneBeginsAnew(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    dues.members(2);
    UUID run = dues.begin(DuesLocal.period()); // its job was deleted
    UUID job = local.write(() -> DuesLocal.part(Runs.class).start(dues.plan, DuesLocal.period()));
    Awaitility.await()
        .until(() -> local.read(() -> DuesLocal.part(Runs.class).find(run)).orElseThrow().posted().isPresent());
    assertThat(local.read(() -> DuesLocal.part(Runs.class).find(run)).orElseThrow().job()).isEqualTo(job);
    assertThat(dues.owed()).containsExactly(3_000L, 3_000L);
  }

  @Test
  void periodsFollowTheCalendar() {
    LocalDate day = LocalDate.of(2026, 8, 31);
    assertThat(Period.MONTH.begins(day)).isEqualTo(LocalDate.of(2026, 8, 1));
    assertThat(Period.QUARTER.begins(day)).isEqualTo(LocalDate.of(2026, 7, 1));
    assertThat(Period.HALF_YEAR.begins(LocalDate.of(2026, 6, 30))).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(Period.YEAR.begins(day)).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(Period.QUARTER.ends(LocalDate.of(2026, 7, 1))).isEqualTo(LocalDate.of(2026, 9, 30));
    assertThat(Period.MONTH.named(LocalDate.of(2026, 2, 1), Locale.ENGLISH)).isEqualTo("February 2026");
    assertThat(Period.MONTH.named(LocalDate.of(2026, 2, 1), Locale.of("es"))).isEqualTo("febrero de 2026");
    assertThat(Period.YEAR.named(LocalDate.of(2026, 1, 1), Locale.ENGLISH)).isEqualTo("2026");
    assertThat(Period.QUARTER.named(LocalDate.of(2026, 7, 1), Locale.ENGLISH)).contains("July", "September 2026");
  }

  private enum Break {
    NOT, BEFORE, WITHIN, AFTER
  }

  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Runs steps as a job does, and breaks off at some of them. */
  private static final class Breaking implements JobContext {
    private final Transactions transactions = Product.shared().bean(Transactions.class);
    private final Supplier<Break> next;
    private Optional<String> checkpoint = Optional.empty();

    Breaking(Random random) {
      next = () -> List.of(Break.NOT, Break.BEFORE, Break.WITHIN, Break.AFTER).get(random.nextInt(4));
    }

    Breaking(List<Break> breaks) {
      var steps = breaks.iterator();
      next = steps::next;
    }

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
      Break how = next.get();
      breakOff(how, Break.BEFORE);
      String after = transactions.write(() -> {
        String made = work.get();
        breakOff(how, Break.WITHIN);
        return made;
      });
      checkpoint = Optional.of(after);
      breakOff(how, Break.AFTER);
      return after;
    }

    private static void breakOff(Break how, Break at) {
      if (how == at) {
        throw new Broken();
      }
    }

    @Override
    public void progress(long done, long total) {}

    @Override
    public void count(String name, long more) {}

    @Override
    public void refused(String place, String reason, Object... arguments) {}
  }
}
