// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Entry;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Journal;
import org.groundwork.spending.SecondLooks;
import org.groundwork.spending.SecondLook;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What lines are for: proposed, confirmed, entered once, taken back. */
@ExtendWith(ProductExtension.class)
class SettlingTest {
  private static final String ANA = "DE02120300000000202051";

  @Test
  void entersALineOnceAndRemembersWhereItWent(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-05,20.00,Ana," + ANA + ",January", "2026-02-05,20.00,Ana," + ANA + ",February",
        "2026-03-05,20.00,Ana," + ANA + ",March");
    var lines = bank.open();
    assertThat(bank.proposals(lines.get(0))).isEmpty();
    assertThat(bank.byHand(lines.get(0), bank.inBooks("4500"))).isInstanceOf(Settled.Done.class);
    assertThat(bank.byHand(lines.get(0), bank.inBooks("4500"))).isInstanceOf(Settled.Before.class);

    var learned = bank.proposals(lines.get(1)).getFirst();
    assertThat(learned.how()).isEqualTo(Proposal.How.HABIT);
    assertThat(learned.sure()).isFalse();
    assertThat(bank.confirm(lines.get(1), learned)).isInstanceOf(Settled.Done.class);
    assertThat(bank.proposals(lines.get(2)).getFirst().sure()).isTrue();
    assertThat(bank.balance(bank.inBooks("1100"))).isEqualTo(4_000);
    assertThat(bank.balance(bank.inBooks("4500"))).isEqualTo(-4_000);
    assertThat(bank.entries()).isEqualTo(2);
    assertThat(bank.open()).hasSize(1);
  }

  @Test
  void doesNotTakeMoneyThatWentOutForTheSameAsMoneyThatCameIn(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-05,20.00,Ana," + ANA + ",in", "2026-02-05,-5.00,Ana," + ANA + ",out");
    bank.byHand(bank.open().get(0), bank.inBooks("4500"));
    assertThat(bank.proposals(bank.open().get(0))).isEmpty();
  }

  @Test
  void splitsALineAndRefusesPartsThatComeToSomethingElse(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-05,97.50,A service,,payout");
    var line = bank.open().getFirst();
    UUID general = bank.fund(FundKind.GENERAL);
    var parts = List.of(new Part(bank.inBooks("4500"), bank.fund(FundKind.STRIKE), 6_000),
        new Part(bank.inBooks("4500"), general, 4_000), new Part(bank.inBooks("5700"), general, -250));
    var settling = OpenBank.part(Settling.class);
    assertThat(local.write(() -> settling.byHand(line.id(),
        new Settling.ByHand(parts.subList(0, 2), "payout", Optional.empty())))).isInstanceOf(Settled.Wrong.class);
    assertThat(local.write(() -> settling.byHand(line.id(), new Settling.ByHand(parts, "payout", Optional.empty()))))
        .isInstanceOf(Settled.Done.class);
    assertThat(bank.balance(bank.inBooks("1100"))).isEqualTo(9_750);
    assertThat(bank.balance(bank.inBooks("5700"))).isEqualTo(250);
    assertThat(local.read(() -> OpenBank.part(Balances.class).faults())).isEmpty();
  }

  @Test
  void refusesAnAccountOfTheBooksThatIsNotForThis(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-05,20.00,Ana,,x");
    var line = bank.open().getFirst();
    for (String code : List.of("1100", "1400", "2200", "2000", "2100", "4100", "4200", "4300", "4400", "4600")) {
      assertThat(bank.byHand(line, bank.inBooks(code))).as(code).isInstanceOf(Settled.Wrong.class);
    }
    assertThat(bank.byHand(line, UUID.randomUUID())).isInstanceOf(Settled.Wrong.class);
    assertThat(bank.entries()).isZero();
  }

  /** What one person says that money went for is entered, since it went; above the limits a second officer looks at it. */
  @Test
  void whatWentByOnePersonsWordWaitsForASecondLook(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-02,2000.00,Members,,dues", "2026-01-05,-200.00,Print,,leaflets", "2026-01-06,-60.00,Van,,hire",
        "2026-03-05,-700.00,Hall,,rent", "2026-03-06,300.00,Hall,,back");
    var lines = bank.open();
    UUID spent = bank.inBooks("5000");
    UUID gifts = bank.inBooks("4500");
    UUID general = bank.fund(FundKind.GENERAL);
    lines.forEach(line -> local.as(bank.treasurer(),
        () -> OpenBank.part(org.groundwork.platform.tenancy.Transactions.class)
            .write(() -> OpenBank.part(Settling.class)
                .byHand(line.id(), new Settling.ByHand(List.of(new Part(line.incoming() ? gifts : spent, general,
                    line.amount().minor())), "by hand", Optional.empty())))));
    var looks = OpenBank.part(SecondLooks.class);
    var waiting = local.read(() -> looks.waiting(9));
    assertThat(waiting).extracting(SecondLook::amount)
        .as("200 alone is small, with 60 it is not")
        .containsExactly(6_000L,
            70_000L);
    var officer = local.person(Role.MEMBER, Role.ORGANISER);
    var visitor = local.withPasskey(officer).visitor();
    String at = local.path("spending/looks");
    assertThat(visitor.get(at).body()).contains("€60", "€700", "counts for €260");
    assertThat(visitor.get(local.path("treasury")).body()).contains("2 wait for your yes");
    UUID small = waiting.getFirst().id();
    UUID large = waiting.getLast().id();
    assertThat(local.person(Role.MEMBER).visitor().get(at).status()).isEqualTo(404);
    assertThat(local.person(Role.MEMBER).visitor().post(at + "/" + small + "/yes").status()).isEqualTo(403);
    assertThat(local.withPasskey(bank.treasurer()).visitor().post(at + "/" + small + "/yes").body())
        .contains("decision-error");
    assertThat(visitor.follow(visitor.post(at + "/" + small + "/yes")).body()).contains("Your yes is written down");
    assertThat(visitor.post(at + "/" + large + "/yes").body()).contains("appropriation-error");
    assertThat(visitor.post(at + "/" + large + "/ask", "question", "").body()).contains("question-error");
    assertThat(visitor.follow(visitor.post(at + "/" + large + "/ask", "question", "<i>Which hall?")).body())
        .contains("&lt;i&gt;Which hall?");
    assertThat(local.withPasskey(bank.treasurer()).visitor().get(local.path("treasury")).body())
        .contains("Somebody asks about one");
    assertThat(local.write(() -> OpenBank.part(Settling.class).undo(lines.get(3).id())))
        .isInstanceOf(Settled.Done.class);
    assertThat(local.read(() -> looks.waiting(9))).isEmpty();
    assertThat(visitor.get(at).body()).contains("Nothing waits", "Undone");
  }

  /** A line of ten that came in is no way to take five hundred from another fund. */
  @Test
  void whatALineThatCameInIsSaidToHaveTakenFromAFundWaitsForASecondLook(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-02,2000.00,Members,,for strikes", "2026-01-05,10.00,Kiosk,,sales");
    var lines = bank.open();
    UUID sales = bank.inBooks("4500");
    UUID strike = bank.fund(FundKind.STRIKE);
    says(bank, lines.getFirst(), new Part(sales, strike, 200_000));
    assertThat(local.read(() -> OpenBank.part(SecondLooks.class).waiting(9))).as("it came in").isEmpty();
    says(bank, lines.getLast(), new Part(sales, bank.fund(FundKind.GENERAL), 51_000),
        new Part(bank.inBooks("5000"), strike, -50_000));
    assertThat(local.read(() -> OpenBank.part(SecondLooks.class).waiting(9))).singleElement()
        .satisfies(look -> {
          assertThat(look.fund()).isEqualTo(strike);
          assertThat(look.amount()).isEqualTo(50_000);
        });
  }

  /** Several takings below the limit within a week count together, also of lines that came in; what goes into the box is none. */
  @Test
  void takingsOfAWeekCountTogetherAndTheBoxIsNone(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-02,2000.00,Members,,for strikes", "2026-01-05,10.00,Kiosk,,a", "2026-01-06,10.00,Kiosk,,b",
        "2026-01-07,-900.00,Cash machine,,c");
    var lines = bank.open();
    UUID sales = bank.inBooks("4500");
    UUID strike = bank.fund(FundKind.STRIKE);
    says(bank, lines.get(0), new Part(sales, strike, 200_000));
    for (int at = 1; at < 3; at++) {
      says(bank, lines.get(at), new Part(sales, bank.fund(FundKind.GENERAL), 25_000),
          new Part(bank.inBooks("5000"), strike, -24_000));
    }
    assertThat(local.read(() -> OpenBank.part(SecondLooks.class).waiting(9))).extracting(SecondLook::amount)
        .containsExactly(24_000L);
    says(bank, lines.get(3), new Part(bank.inBooks("1000"), strike, -90_000));
    assertThat(local.read(() -> OpenBank.part(SecondLooks.class).waiting(9))).hasSize(1);
  }

  private static void says(OpenBank bank, BankLine line, Part... parts) {
    assertThat(bank.local()
        .<Settled>write(() -> OpenBank.part(Settling.class)
            .byHand(line.id(), new Settling.ByHand(List.of(parts), "by hand", Optional.empty()))))
        .isInstanceOf(Settled.Done.class);
  }

  @Test
  void takesBackWhatWasWrongAndLearnsItAnew(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-05,20.00,Ana," + ANA + ",January", "2026-02-05,20.00,Ana," + ANA + ",February");
    var first = bank.open().getFirst();
    bank.byHand(first, bank.inBooks("5000"));
    var settling = OpenBank.part(Settling.class);
    assertThat(local.write(() -> settling.undo(first.id()))).isInstanceOf(Settled.Done.class);
    assertThat(local.write(() -> settling.undo(first.id()))).isInstanceOf(Settled.Before.class);
    assertThat(bank.balance(bank.inBooks("5000"))).isZero();
    assertThat(bank.open()).hasSize(2).allSatisfy(line -> assertThat(bank.proposals(line)).isEmpty());
    assertThat(bank.byHand(first, bank.inBooks("4500"))).isInstanceOf(Settled.Done.class);
    assertThat(bank.balance(bank.inBooks("1100"))).isEqualTo(2_000);
    assertThat(local.read(() -> OpenBank.part(Settlements.class).of(first.id()))).hasSize(2);
  }

  @Test
  void holdsWhatWentOutAndNobodyKnows(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-05,50.00,Sales,,s", "2026-01-06,-20.00,Ana Diaz," + ANA + ",?");
    bank.byHand(bank.line("Sales"), bank.inBooks("4500"));
    var line = bank.line("Ana Diaz");
    assertThat(local.write(() -> OpenBank.part(Settling.class)
        .hold(line.id(), bank.fund(FundKind.GENERAL), "Ana Diaz is asked"))).isInstanceOf(Settled.Done.class);
    assertThat(bank.balance(bank.inBooks("2200"))).isEqualTo(2_000);
    assertThat(texts(bank)).noneMatch(text -> text.contains("Ana"));
    assertThat(local.read(() -> OpenBank.part(Settlements.class).of(line.id())).getFirst().words())
        .isEqualTo("Ana Diaz is asked");
    assertThat(local.write(() -> OpenBank.part(Settling.class).undo(line.id()))).isInstanceOf(Settled.Done.class);
    assertThat(bank.balance(bank.inBooks("2200"))).isZero();
  }

  private static List<String> texts(OpenBank bank) {
    var texts = new ArrayList<String>();
    bank.local().read(() -> {
      OpenBank.part(Journal.class)
          .each(OpenBank.OPENED, LocalDate.of(2099, 1, 1), (Entry each) -> texts.add(each.what()));
      return true;
    });
    return texts;
  }

  @Test
  void followsARuleAndEndsIt(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-05,-30.00,Blue Telecom,,your   phone bill", "2026-01-06,30.00,Blue Telecom,,phone bill back");
    local.write(() -> OpenBank.part(Rules.class)
        .add("Phone Bill", false, bank.inBooks("5000"), bank.fund(FundKind.GENERAL)));
    var out = bank.open().get(0);
    var proposal = bank.proposals(out).getFirst();
    assertThat(proposal.how()).isEqualTo(Proposal.How.RULE);
    assertThat(proposal.sure()).isTrue();
    assertThat(bank.proposals(bank.open().get(1))).isEmpty();
    UUID rule = local.read(() -> OpenBank.part(Rules.class).all()).getFirst().id();
    local.write(() -> {
      OpenBank.part(Rules.class).end(rule);
      return true;
    });
    assertThat(bank.proposals(out)).isEmpty();
    assertThat(bank.confirm(out, proposal)).isInstanceOf(Settled.Gone.class);
    assertThat(bank.entries()).isZero();
  }

  @Test
  void knowsMoneyThatGoesBetweenOurAccounts(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR", ANA);
    UUID savings = bank.another("Savings", "DE02500105170137075030");
    bank.bring("2026-01-05,200.00,Donor,,start", "2026-01-07,-100.00,Us,DE02 5001 0517 0137 0750 30,to savings");
    bank.bring(savings, "2026-01-08,100.00,Us,,from main");
    bank.byHand(bank.open().get(0), bank.inBooks("4500"));
    var out = bank.open().get(0);
    var in = bank.open(savings).getFirst();
    assertThat(bank.proposals(out).getFirst()).satisfies(each -> {
      assertThat(each.how()).isEqualTo(Proposal.How.TRANSFER);
      assertThat(each.sure()).isTrue();
    });
    assertThat(bank.proposals(in).getFirst()).satisfies(each -> {
      assertThat(each.how()).isEqualTo(Proposal.How.TRANSFER);
      assertThat(each.sure()).isFalse();
    });
    assertThat(bank.confirm(in, bank.proposals(in).getFirst())).isInstanceOf(Settled.Done.class);
    assertThat(bank.confirm(out, bank.proposals(out).getFirst())).isInstanceOf(Settled.Done.class);
    assertThat(bank.balance(bank.inBooks("1300"))).isZero();
    assertThat(bank.balance(bank.inBooks("1100"))).isEqualTo(10_000);
    assertThat(bank.balance(bank.inBooks("1101"))).isEqualTo(10_000);
  }

  @Test
  void warnsOfTheSamePaymentFromAnotherFileAndEntersItOnce(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-05,20.00,Ana," + ANA + ",as the statement has it");
    bank.bring("2026-01-05,20.00,Ana," + ANA + ",as the notification has it");
    var lines = bank.open();
    bank.byHand(lines.get(0), bank.inBooks("4500"));
    var twin = bank.proposals(lines.get(1));
    assertThat(twin.getFirst().how()).isEqualTo(Proposal.How.TWICE);
    assertThat(twin).noneMatch(Proposal::sure);
    assertThat(bank.confirm(lines.get(1), twin.getFirst())).isInstanceOf(Settled.Done.class);
    assertThat(bank.entries()).isEqualTo(1);
    assertThat(bank.open()).isEmpty();
  }

  @Test
  void proposesAFeeForWhatSoundsLikeOne(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-31,-4.50,,,Kontoführung Januar", "2026-01-31,-4.50,Coffee shop," + ANA + ",coffee");
    assertThat(bank.proposals(bank.line("Kontoführung Januar")).getFirst().how()).isEqualTo(Proposal.How.FEE);
    assertThat(bank.proposals(bank.line("Coffee shop"))).isEmpty();
  }

  @Test
  void saysWhichFundHasTooLittleAndEntersNothing(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-05,-20.00,Landlord,,rent");
    var line = bank.open().getFirst();
    assertThat(bank.byHand(line, bank.inBooks("5000"))).isInstanceOfSatisfying(Settled.Refused.class,
        refused -> assertThat(refused.why()).isEqualTo(new Entered.TooLittle(bank.fund(FundKind.GENERAL), 0)));
    assertThat(bank.open()).hasSize(1);
  }

  @Test
  void entersALineOfAClosedMonthToday(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-05,20.00,Ana,,x", "2026-01-06,30.00,Bo,,y");
    bank.byHand(bank.line("Ana"), bank.inBooks("4500"));
    assertThat(local.write(() -> OpenBank.part(ClosedMonths.class).close(YearMonth.of(2026, 1), ZoneOffset.UTC)))
        .isEqualTo(ClosedMonths.Closing.DONE);
    var late = bank.line("Bo");
    assertThat(bank.byHand(late, bank.inBooks("4500"))).isInstanceOf(Settled.Done.class);
    assertThat(local.read(() -> OpenBank.part(Settlements.class).of(late.id())).getFirst().on())
        .hasValueSatisfying(on -> assertThat(on).isAfter("2026-01-31"));
  }

  @Test
  void confirmsAllThatAreSureHoweverManyPagesTheyFillAndLeavesTheRest(FoundedLocal local) throws Exception {
    var bank = OpenBank.of(local, "EUR");
    String[] rows = java.util.stream.IntStream.range(0, 450)
        .mapToObj(at -> "2026-01-05,20.00,P" + at + ",," + (at % 3 == 0 ? "what" : "dues of") + " " + at)
        .toArray(String[]::new);
    bank.bring(rows);
    local.write(() -> OpenBank.part(Rules.class)
        .add("dues of", true, bank.inBooks("4500"), bank.fund(FundKind.GENERAL)));
    var job = OpenBank.part(SureJob.class);
    org.groundwork.platform.tenancy.Tenancy.in(local.id(), () -> {
      job.run(new org.groundwork.support.StepByStep(), new SureJob.Of(bank.account()));
      return true;
    });
    assertThat(bank.entries()).isEqualTo(300);
    assertThat(bank.open()).hasSize(150).allSatisfy(line -> assertThat(line.told().text()).startsWith("what"));
    UUID form = UUID.randomUUID();
    var start = OpenBank.part(SureStart.class);
    assertThat(local.write(() -> start.start(form, bank.account())))
        .isEqualTo(local.write(() -> start.start(form, bank.account())));
  }

  @Test
  void twoWhoConfirmTheSameLinesAtOnceEnterEachOnce(FoundedLocal local) throws Exception {
    var bank = OpenBank.of(local, "EUR");
    var rows = new ArrayList<String>();
    for (int at = 0; at < 40; at++) {
      rows.add("2026-01-05," + (at % 4 == 0 ? "-1" : "20") + ".00,P" + at + ",,dues of " + at);
    }
    rows.add("2026-01-04,500.00,Start,,start");
    bank.bring(rows.toArray(String[]::new));
    bank.byHand(bank.line("Start"), bank.inBooks("4500"));
    for (boolean in : new boolean[]{true, false}) {
      local.write(() -> OpenBank.part(Rules.class)
          .add("dues of", in, bank.inBooks(in ? "4500" : "5000"), bank.fund(FundKind.GENERAL)));
    }
    var seen = new ArrayList<Settling.Seen>();
    bank.open().forEach(line -> seen.add(new Settling.Seen(line.id(), bank.proposals(line).getFirst().code())));
    var barrier = new CyclicBarrier(4);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var all = new ArrayList<Future<Long>>();
      for (int at = 0; at < 4; at++) {
        var mine = at % 2 == 0 ? seen : new ArrayList<>(seen.reversed());
        all.add(threads.submit((Callable<Long>) () -> {
          barrier.await();
          return local.write(() -> OpenBank.part(Settling.class).confirmAll(mine))
              .values()
              .stream()
              .filter(Settled.Done.class::isInstance)
              .count();
        }));
      }
      long done = 0;
      for (var each : all) {
        done += each.get();
      }
      assertThat(done).isEqualTo(40);
    }
    assertThat(bank.entries()).isEqualTo(41);
    assertThat(bank.open()).isEmpty();
    assertThat(bank.balance(bank.inBooks("1100"))).isEqualTo(50_000 + 30 * 2_000 - 10 * 100);
    assertThat(local.read(() -> OpenBank.part(Balances.class).faults())).isEmpty();
  }
}
