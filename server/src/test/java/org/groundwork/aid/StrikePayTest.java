// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.strike.Striker;
import org.groundwork.support.AtOnce;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Any duty and any excuse is paid, each day of each striker once, all of them at once, and the books name nobody. */
@ExtendWith(ProductExtension.class)
class StrikePayTest {
  private static final String SECRET = "Neighbour";

  private static final Striker.What KITCHEN = new Striker.What.Duty(Striker.Task.KITCHEN, Striker.Shift.NIGHT);
  private static final Striker.What PICKET = new Striker.What.Duty(Striker.Task.PICKET, Striker.Shift.MORNING);
  private static final Striker.What CARER = new Striker.What.Excused(Striker.Reason.CARER);

  @Test
  void anyDutyAndAnyExcuseIsPaidTheSameAndEachDayOnce(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    out.rule(4_000, 7, false);
    UUID ana = out.striker(SECRET + " Ana", 21);
    UUID juan = out.striker(SECRET + " Juan", 21);
    out.striker(SECRET + " Idle", 21);
    for (int ago = 3; ago > 0; ago--) {
      out.has(ana, ago, ago == 2 ? KITCHEN : PICKET);
      out.has(juan, ago, CARER);
    }
    LocalDate yesterday = AidLocal.today().minusDays(1);
    assertThat(out.due(yesterday)).extracting(StrikeShare::amount).containsExactlyInAnyOrder(12_000L, 12_000L);
    assertThat(out.due(yesterday.minusDays(1))).extracting(StrikeShare::amount).containsExactly(8_000L, 8_000L);
    assertThat(out.pays(yesterday, 23_000)).as("another sum than was shown").isInstanceOf(StrikePay.Paid.Changed.class);
    assertThat(out.pays(yesterday.minusDays(1), 16_000)).isInstanceOf(StrikePay.Paid.Yes.class);
    assertThat(out.due(yesterday)).extracting(StrikeShare::amount).containsExactly(4_000L, 4_000L);
    assertThat(out.pays(yesterday, 8_000)).isInstanceOf(StrikePay.Paid.Yes.class);
    assertThat(out.pays(yesterday, 8_000)).as("sent twice").isInstanceOf(StrikePay.Paid.Nobody.class);
    assertThat(out.aid().balance(UsedFor.STRIKE_PAY)).isEqualTo(24_000);
    assertThat(out.aid().held(FundKind.STRIKE)).isEqualTo(76_000);
    assertThat(out.aid().faults()).isEmpty();
  }

  @Test
  void paysNoMoreDaysOfAWeekThanDecidedHoweverManyBatches(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    out.rule(100, 2, true);
    out.striker(SECRET + " Ana", 21);
    LocalDate first = AidLocal.today().minusDays(21);
    long paid = 0;
    for (LocalDate until = first; until.isBefore(AidLocal.today()); until = until.plusDays(1)) {
      var due = out.due(until);
      if (!due.isEmpty()) {
        assertThat(out.pays(until, StrikePay.total(due))).isInstanceOf(StrikePay.Paid.Yes.class);
        paid += StrikePay.total(due);
      }
    }
    long weeks = first.datesUntil(AidLocal.today())
        .collect(java.util.stream.Collectors.groupingBy(
            day -> day.with(java.time.temporal.TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY)),
            java.util.stream.Collectors.counting()))
        .values()
        .stream()
        .mapToLong(days -> Math.min(2, days))
        .sum();
    assertThat(paid).isEqualTo(100 * weeks);
  }

  @Test
  void theFundIsNeverBelowNothing(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    out.limits(1_000_000, 1_000_000);
    out.rule(60_000, 7, false);
    for (int at = 0; at < 2; at++) {
      out.has(out.striker(SECRET + at, 21), 2, PICKET);
    }
    assertThat(out.pays(AidLocal.today().minusDays(1), 120_000)).isInstanceOf(StrikePay.Paid.Refused.class);
    assertThat(out.aid().balance(UsedFor.STRIKE_PAY)).isZero();
    assertThat(local.read(() -> AidLocal.part(StrikePay.class).batches(out.step()))).isEmpty();
  }

  @Test
  void twoTreasurersAtOncePayOnce(FoundedLocal local) throws Exception {
    var out = StrikeLocal.of(local);
    out.limits(1_000_000, 1_000_000);
    out.rule(1_000, 7, false);
    var chance = new Random(7);
    for (int at = 0; at < 6; at++) {
      UUID person = out.striker(SECRET + at, 21);
      for (int ago = 10; ago > 0; ago--) {
        if (chance.nextBoolean()) {
          out.has(person, ago, chance.nextBoolean() ? KITCHEN : CARER);
        }
      }
    }
    LocalDate yesterday = AidLocal.today().minusDays(1);
    long total = StrikePay.total(out.due(yesterday));
    long some = StrikePay.total(out.due(yesterday.minusDays(4)));
    List<StrikePay.Paid> done = AtOnce.all(List.<Callable<StrikePay.Paid>>of(() -> out.pays(yesterday, total),
        () -> out.pays(yesterday, total), () -> out.pays(yesterday.minusDays(4), some),
        () -> out.pays(yesterday, total)));
    assertThat(done).filteredOn(StrikePay.Paid.Yes.class::isInstance).hasSize(1);
    long rest = StrikePay.total(out.due(yesterday));
    assertThat(out.aid().balance(UsedFor.STRIKE_PAY) + rest).isEqualTo(total);
  }

  @Test
  void theListIsTheTreasurersAndNobodyElseReadsIt(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    out.has(out.striker("=cmd|' /C calc'!A0", 21), 2, PICKET);
    out.has(out.striker("<script>alert(1)</script>", 21), 2, PICKET);
    var founder = local.withPasskey(local.founder()).visitor();
    var treasurer = out.aid().treasurer().visitor();
    assertThat(treasurer.get(out.path("/due")).status()).as("nobody decided how much").isEqualTo(404);
    assertThat(founder.post(out.path("/rule"), "perDay", "-1", "daysAWeek", "9").body()).contains("perDay-error",
        "daysAWeek-error", "value=\"-1\"");
    assertThat(founder.post(out.path("/rule"), "perDay", "40", "daysAWeek", "5").location())
        .hasValue(out.path("?done=proposed"));
    assertThat(treasurer.get(out.path("/due")).status()).as("one person is not enough").isEqualTo(404);
    UUID change = local.read(() -> AidLocal.part(StrikeRuleChanges.class).proposed(out.step())).orElseThrow().id();
    assertThat(treasurer.post(out.path("/rule/" + change + "/second")).location()).hasValue(out.path("?done=rule"));
    Page due = treasurer.get(out.path("/due"));
    assertThat(due.body()).contains("€80", "for 2 people", "&lt;script&gt;").doesNotContain("<script>alert");
    String batch = treasurer.post(out.path("/pay"), "until", AidLocal.today().minusDays(1).toString(), "total", "8000",
        "from", "bank").location().orElseThrow();
    Page paid = treasurer.get(batch);
    assertThat(paid.body()).contains("€80 strike pay", "list.csv").doesNotContain("<script>alert");
    String csv = new String(treasurer.file(batch + "/list.csv"), StandardCharsets.UTF_8);
    assertThat(csv).contains("'=cmd", "40").contains("Name,Days,Amount");
    assertThat(new String(treasurer.file(batch + "/list.pdf"), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    for (Role role : List.of(Role.MEMBER, Role.STEWARD, Role.ORGANISER, Role.AUDITOR, Role.ADMINISTRATOR)) {
      var visitor = local.withPasskey(local.person(Role.MEMBER, role)).visitor();
      assertThat(visitor.get(batch).status()).isEqualTo(403);
      assertThat(visitor.get(batch + "/list.csv").status()).isEqualTo(403);
      assertThat(visitor.get(out.path("/due")).status()).isEqualTo(403);
    }
    assertThat(treasurer.get(out.path("/batches/" + UUID.randomUUID())).status()).isEqualTo(404);
    assertThat(local.person(Role.MEMBER).visitor().get(out.path("")).body()).contains("€40 a day", "€1,000")
        .doesNotContain("€80", "€920", "for days until");
  }

  private static StrikeBatch batch(StrikeLocal out) {
    return out.aid().local().read(() -> AidLocal.part(StrikePay.class).batches(out.step())).getFirst();
  }

  private static Undoing.Answer undo(StrikeLocal out, List<UUID> people, Undoing.How how) {
    return out.aid()
        .as(out.aid().local().founder(), () -> AidLocal.part(Undoings.class)
            .ask(batch(out), people,
                new Undoing.Said(how, true, "Zebra"), AidLocal.today()));
  }

  private static Undoing.Answer second(StrikeLocal out) {
    UUID undoing = out.aid().local().read(() -> AidLocal.part(Undoings.class).waiting()).getLast().id();
    return out.aid()
        .as(out.aid().committee().getFirst(), () -> AidLocal.part(Undoings.class).second(undoing, AidLocal.today()));
  }

  @Test
  void whatOneOfABatchDidNotGetIsTakenBackByTwoAndItsDaysAreDueAgain(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    out.rule(1_000, 7, false);
    UUID ana = out.striker(SECRET + " Ana", 21);
    UUID juan = out.striker(SECRET + " Juan", 21);
    for (int ago = 3; ago > 0; ago--) {
      out.has(ana, ago, PICKET);
    }
    out.has(juan, 2, KITCHEN);
    LocalDate yesterday = AidLocal.today().minusDays(1);
    out.pays(yesterday, 4_000);
    assertThat(undo(out, List.of(ana), Undoing.How.NEVER_LEFT)).as("a part of what went out as one")
        .isInstanceOf(Undoing.Answer.Whole.class);
    assertThat(undo(out, List.of(ana, UUID.randomUUID()), Undoing.How.BACK_BANK))
        .isInstanceOf(Undoing.Answer.Meanwhile.class);
    assertThat(undo(out, List.of(ana), Undoing.How.BACK_BANK)).isInstanceOf(Undoing.Answer.Done.class);
    assertThat(out.due(yesterday)).as("nothing changes before a second one says so").isEmpty();
    assertThat(second(out)).isInstanceOf(Undoing.Answer.Done.class);
    assertThat(out.aid().balance(UsedFor.STRIKE_PAY)).isEqualTo(1_000);
    assertThat(out.aid().held(FundKind.STRIKE)).isEqualTo(99_000);
    assertThat(batch(out).stays()).isEqualTo(1_000);
    assertThat(batch(out).backPeople()).isEqualTo(1);
    assertThat(out.due(yesterday)).extracting(StrikeShare::person).containsExactly(ana);
    assertThat(out.pays(yesterday, 3_000)).isInstanceOf(StrikePay.Paid.Yes.class);
    assertThat(out.due(yesterday)).isEmpty();
    assertThat(out.aid().balance(UsedFor.STRIKE_PAY)).isEqualTo(4_000);
    assertThat(out.aid().faults()).isEmpty();
  }

  @Test
  void aWholeBatchThatNeverLeftIsReversed(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    out.rule(1_000, 7, false);
    UUID ana = out.striker(SECRET + " Ana", 21);
    UUID juan = out.striker(SECRET + " Juan", 21);
    out.has(ana, 2, PICKET);
    out.has(juan, 2, CARER);
    LocalDate yesterday = AidLocal.today().minusDays(1);
    out.pays(yesterday, 2_000);
    var treasurer = out.aid().treasurer().visitor();
    String at = out.path("/batches/" + batch(out).id());
    assertThat(treasurer.get(at + "/wrong").body()).contains(SECRET + " Ana", "€10");
    Page refused = treasurer.post(at + "/wrong", "why", "<b>kept", "how", "back-bank");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("who-error", "&lt;b&gt;kept");
    assertThat(treasurer.post(at + "/wrong", "who", ana.toString(), "who", juan.toString(), "how", "never-left", "why",
        "The bank refused the file").location()).hasValue(at);
    assertThat(treasurer.get(at).body()).contains("Waits for a second person");
    assertThat(second(out)).isInstanceOf(Undoing.Answer.Done.class);
    assertThat(treasurer.get(at).body()).contains("2 of them were taken back: €20");
    assertThat(out.aid().balance(UsedFor.STRIKE_PAY)).isZero();
    assertThat(out.due(yesterday)).hasSize(2);
    assertThat(local.person(Role.MEMBER).visitor().get(at + "/wrong").status()).isEqualTo(403);
  }

  @Test
  void everyMemberSeesHowLongTheFundHolds(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    out.rule(4_000, 5, false);
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.get(out.path("?n=2")).body()).contains("<b>2</b> weeks and 2 days with 2 strikers", "€400",
        "?n=3#forecast").doesNotContain("?n=0", "?n=-8");
    assertThat(member.get(out.path("?n=1000000")).body()).contains("<b>0</b> weeks with 1,000,000 strikers");
    assertThat(member.get(out.path("?n=hello")).body()).contains("with 20 strikers");
    assertThat(member.get(out.aid().path("/strikes")).body()).contains("Zebra rise", "€40 a day");
    assertThat(member.get(out.aid().path("/strikes/" + UUID.randomUUID())).status()).isEqualTo(404);
  }

  @Test
  void forecastsExactly() {
    var chance = new Random(3);
    for (int round = 0; round < 1_000; round++) {
      var forecast = new Forecast(chance.nextLong(1_000_000_000_000L), 1 + chance.nextInt(1_000),
          1 + chance.nextInt(9_000),
          1 + chance.nextInt(7));
      long spent = forecast.weeks() * forecast.aWeek() + forecast.days() * forecast.aDay();
      assertThat(spent).isLessThanOrEqualTo(forecast.held());
      assertThat(spent + forecast.aDay()).isGreaterThan(forecast.held());
      assertThat(forecast.days()).isLessThan(forecast.daysAWeek());
    }
    assertThat(new Forecast(-5, 1, 1, 1).weeks()).isZero();
    assertThatThrownBy(() -> new Forecast(1, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoGotItIsSealedAndForgottenAndNoDayIsPaidAgain(FoundedLocal local) {
    var out = StrikeLocal.of(local);
    out.rule(1_000, 7, false);
    UUID ana = out.striker(SECRET + " Ana", 21);
    out.has(ana, 3, PICKET);
    LocalDate until = AidLocal.today().minusDays(1);
    out.pays(until, 1_000);
    var forgotten = AidLocal.part(ForgottenByAid.class);
    assertThat(local.<Boolean>read(() -> forgotten.inUse(List.of(ana)))).isTrue();
    Product.shared().clock().advance(Duration.ofDays(368));
    local.write(() -> {
      forgotten.old(AidLocal.today());
      return true;
    });
    assertThat(local.<Boolean>read(() -> forgotten.inUse(List.of(ana)))).isFalse();
    assertThat(local.read(() -> AidLocal.part(StrikePay.class).batches(out.step()))).singleElement()
        .satisfies(batch -> assertThat(batch.named()).isFalse());
    assertThat(out.due(until)).isEmpty();
    assertThat(out.aid().balance(UsedFor.STRIKE_PAY)).isEqualTo(1_000);
  }
}
