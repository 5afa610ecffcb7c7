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
import org.groundwork.dues.NewPayment;
import org.groundwork.dues.Payments;
import org.groundwork.dues.Taken;
import org.groundwork.dues.Way;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.platform.access.Role;
import org.groundwork.spending.Approvals;
import org.groundwork.spending.NewPayout;
import org.groundwork.spending.Payee;
import org.groundwork.spending.Payouts;
import org.groundwork.spending.Stage;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lines that are in the books already, and such as pay what was waiting. */
@ExtendWith(ProductExtension.class)
class KnownEntriesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  /** An entry by hand that adds to the bank's account. */
  private static UUID entered(OpenBank bank, LocalDate on, long amount) {
    Entered entered = bank.local()
        .write(() -> OpenBank.part(Ledger.class)
            .enter(new NewEntry(on, "paint <b>for</b> banners", Optional.empty(),
                List.of(new Line(bank.inBooks("1100"), bank.fund(FundKind.GENERAL), amount),
                    new Line(bank.inBooks("5000"), bank.fund(FundKind.GENERAL), -amount)))));
    return ((Entered.Yes) entered).entry();
  }

  private static OpenBank withMoney(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    entered(bank, LocalDate.of(2020, 1, 1), 100_000);
    return bank;
  }

  private static Settled known(OpenBank bank, BankLine line, UUID... entries) {
    return bank.local().write(() -> OpenBank.part(Settling.class).known(line.id(), List.of(entries)));
  }

  private static Settled undo(OpenBank bank, BankLine line) {
    return bank.local().write(() -> OpenBank.part(Settling.class).undo(line.id()));
  }

  private static Settled today(OpenBank bank, UUID line, UUID person) {
    return bank.local().write(() -> OpenBank.part(Settling.class).dues(line, person));
  }

  @Test
  void takesALineAsTheEntryThatWasThere(FoundedLocal local) {
    var bank = withMoney(local);
    entered(bank, DAY, -2_500);
    bank.bring("2026-01-07,-25.00,Paint shop,,bill 17");
    var line = bank.open().getFirst();
    long before = bank.entries();
    var proposal = bank.proposals(line).getFirst();
    assertThat(proposal.how()).isEqualTo(Proposal.How.KNOWN);
    assertThat(proposal.sure()).isTrue();
    assertThat(bank.confirm(line, proposal)).isInstanceOf(Settled.Done.class);
    assertThat(bank.entries()).isEqualTo(before);
    assertThat(bank.open()).isEmpty();
    assertThat(bank.confirm(line, proposal)).isInstanceOf(Settled.Before.class);

    assertThat(undo(bank, line)).isInstanceOf(Settled.Done.class);
    assertThat(bank.entries()).isEqualTo(before);
    assertThat(bank.open()).hasSize(1);
    assertThat(bank.proposals(line).getFirst().how()).isEqualTo(Proposal.How.KNOWN);
  }

  @Test
  void isSureOfNothingWhereTwoEntriesOrALaterDayMayBeIt(FoundedLocal local) {
    var bank = withMoney(local);
    entered(bank, DAY, -2_500);
    bank.bring("2026-02-07,-25.00,Paint shop,,bill 17");
    assertThat(bank.proposals(bank.open().getFirst())).singleElement()
        .satisfies(each -> assertThat(each.sure()).isFalse());
    entered(bank, LocalDate.of(2026, 2, 6), -2_500);
    assertThat(bank.proposals(bank.open().getFirst())).hasSize(2).noneMatch(Proposal::sure);
    bank.bring("2026-06-07,-25.00,Paint shop,,bill 18");
    assertThat(bank.proposals(bank.open().getLast())).isEmpty();
  }

  @Test
  void leavesOutWhatWasUndone(FoundedLocal local) {
    var bank = withMoney(local);
    UUID wrong = entered(bank, DAY, -2_500);
    local.write(() -> OpenBank.part(Ledger.class).reverse(wrong, DAY, "wrong"));
    bank.bring("2026-01-07,-25.00,Paint shop,,bill 17", "2026-01-07,25.00,Paint shop,,back");
    bank.open().forEach(line -> assertThat(bank.proposals(line)).isEmpty());
  }

  @Test
  void takesALineAsSeveralEntriesThatComeToIt(FoundedLocal local) {
    var bank = withMoney(local);
    UUID one = entered(bank, DAY, -2_500);
    UUID two = entered(bank, DAY.plusDays(1), -1_500);
    UUID three = entered(bank, DAY.plusDays(1), -1_000);
    bank.bring("2026-01-07,-40.00,Batch,,three payments", "2026-01-08,-40.00,Other,,x");
    var line = bank.line("Batch");
    assertThat(local.read(() -> OpenBank.part(KnownEntries.class).near(line))).extracting(KnownEntries.Near::entry)
        .containsExactlyInAnyOrder(one, two, three);
    assertThat(known(bank, line, one, three)).isInstanceOf(Settled.Other.class);
    assertThat(known(bank, line)).isInstanceOf(Settled.Other.class);
    assertThat(known(bank, line, one, UUID.randomUUID())).isInstanceOf(Settled.Gone.class);
    assertThat(known(bank, line, one, two)).isInstanceOf(Settled.Done.class);
    assertThat(known(bank, bank.line("Other"), one, two)).isInstanceOf(Settled.Gone.class);
  }

  /** A payment of some kind that was marked as paid from the bank. */
  private static UUID paid(OpenBank bank, LocalDate on, long amount, String kind) {
    Entered entered = bank.local()
        .write(() -> OpenBank.part(Ledger.class)
            .enter(new NewEntry(on, "Back to a <i>member</i>", Optional.of(new Source(kind, UUID.randomUUID())),
                List.of(new Line(bank.inBooks("5000"), bank.fund(FundKind.GENERAL), amount),
                    new Line(bank.inBooks("1100"), bank.fund(FundKind.GENERAL), -amount)))));
    return ((Entered.Yes) entered).entry();
  }

  @Test
  void proposesPaymentsOfOneDayAndKindThatWentOutAsOne(FoundedLocal local) {
    var bank = withMoney(local);
    List<UUID> together = List.of(paid(bank, DAY, 1_250, "payout-paid"), paid(bank, DAY, 2_300, "payout-paid"),
        paid(bank, DAY, 450, "payout-paid"));
    paid(bank, DAY, 999, "aid-payment");
    paid(bank, DAY.plusDays(1), 4_000, "payout-paid");
    bank.bring("2026-01-07,-40.00,Batch,,three payments", "2026-01-30,-40.00,Late,,x", "2026-01-07,40.00,In,,y");
    var line = bank.line("Batch");
    long before = bank.entries();
    var proposals = bank.proposals(line);
    assertThat(proposals).as("the one of another day, and the three").hasSize(2);
    var proposal = proposals.getLast();
    assertThat(proposal.entries()).containsExactlyInAnyOrderElementsOf(together);
    assertThat(proposal.sure()).isFalse();
    assertThat(proposal.why()).isEqualTo("bank.why.together");
    assertThat(proposal.arguments()).containsExactly(3, "Back to a <i>member</i>", DAY);
    assertThat(bank.proposals(bank.line("In"))).isEmpty();
    assertThat(bank.proposals(bank.line("Late"))).as("too long after to be a batch")
        .allSatisfy(each -> assertThat(each.entries()).hasSize(1));
    String page = local.withPasskey(bank.treasurer()).visitor().get(local.path("bank/lines/" + line.id())).body();
    assertThat(page).contains("3 payments like", "Back to a &lt;i&gt;member", "come to exactly this")
        .doesNotContain("<i>member");
    assertThat(bank.confirm(line, proposal)).isInstanceOf(Settled.Done.class);
    assertThat(bank.entries()).as("nothing is entered twice").isEqualTo(before);
    assertThat(local.read(() -> OpenBank.part(KnownEntries.class).near(bank.line("Late"))))
        .extracting(KnownEntries.Near::entry)
        .doesNotContainAnyElementsOf(together);
    assertThat(undo(bank, line)).isInstanceOf(Settled.Done.class);
    assertThat(bank.proposals(line)).hasSize(2);
  }

  @Test
  void proposesSomeOfADayOnlyWhereThatIsPossibleInOneWay(FoundedLocal local) {
    var bank = withMoney(local);
    UUID one = paid(bank, DAY, 1_000, "payout-paid");
    UUID two = paid(bank, DAY, 2_100, "payout-paid");
    paid(bank, DAY, 4_300, "payout-paid");
    bank.bring("2026-01-07,-31.00,Some,,two of three");
    var line = bank.line("Some");
    assertThat(bank.proposals(line)).singleElement().satisfies(each -> {
      assertThat(each.why()).isEqualTo("bank.why.together.some");
      assertThat(each.entries()).containsExactlyInAnyOrder(one, two);
    });
    paid(bank, DAY, 1_000, "payout-paid");
    assertThat(bank.proposals(line)).as("either of the two of ten").isEmpty();
  }

  @Test
  void aSetThatLostOneMeanwhileIsNotTaken(FoundedLocal local) {
    var bank = withMoney(local);
    paid(bank, DAY, 1_250, "payout-paid");
    UUID other = paid(bank, DAY, 2_300, "payout-paid");
    bank.bring("2026-01-07,-35.50,Batch,,two", "2026-01-07,-23.00,One,,one");
    var line = bank.line("Batch");
    var proposal = bank.proposals(line).getFirst();
    assertThat(known(bank, bank.line("One"), other)).isInstanceOf(Settled.Done.class);
    assertThat(bank.confirm(line, proposal)).isInstanceOf(Settled.Gone.class);
    assertThat(bank.open()).hasSize(1);
  }

  @Test
  void givesAnEntryToOneLineHoweverManyAskAtOnce(FoundedLocal local) throws Exception {
    var bank = withMoney(local);
    UUID entry = entered(bank, DAY, -2_500);
    bank.bring("2026-01-05,-25.00,A,,1", "2026-01-05,-25.00,B,,2", "2026-01-05,-25.00,C,,3", "2026-01-05,-25.00,D,,4");
    List<BankLine> lines = bank.open();
    var barrier = new CyclicBarrier(lines.size());
    try (var threads = Executors.newFixedThreadPool(lines.size())) {
      var all = new ArrayList<Future<Settled>>();
      for (BankLine line : lines) {
        all.add(threads.submit((Callable<Settled>) () -> {
          barrier.await();
          return known(bank, line, entry);
        }));
      }
      var done = new ArrayList<Settled>();
      for (var each : all) {
        done.add(each.get());
      }
      assertThat(done).filteredOn(Settled.Done.class::isInstance).hasSize(1);
      assertThat(done).filteredOn(Settled.Gone.class::isInstance).hasSize(3);
    }
  }

  @Test
  void knowsDuesThatWereTypedBeforeByWhoseTheyAre(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    UUID ana = bank.member("Ana");
    UUID bo = bank.member("Bo");
    String reference = local.write(() -> OpenBank.part(PaymentReferences.class).give(ana));
    String other = local.write(() -> OpenBank.part(PaymentReferences.class).give(bo));
    local.write(() -> OpenBank.part(Payments.class).take(NewPayment.of(ana, DAY, 2_000, Way.TRANSFER)));
    bank.bring("2026-01-06,20.00,Her mother,," + reference, "2026-01-06,20.00,Bo,," + other,
        "2026-01-06,20.00,Who,,nothing");
    assertThat(bank.proposals(bank.line("Her mother"))).satisfiesExactly(
        each -> assertThat(each.how() == Proposal.How.KNOWN && each.sure()).isTrue(),
        each -> assertThat(each.how() == Proposal.How.REFERENCE && !each.sure()).isTrue());
    assertThat(bank.proposals(bank.line("Bo"))).singleElement()
        .satisfies(each -> assertThat(each.how() == Proposal.How.REFERENCE && each.sure()).isTrue());
    assertThat(bank.proposals(bank.line("Who"))).singleElement()
        .satisfies(each -> assertThat(each.how() == Proposal.How.KNOWN && !each.sure()).isTrue());
  }

  private static UUID waiting(OpenBank bank, long amount) {
    var asks = bank.local().person(Role.MEMBER);
    var decides = bank.local().person(Role.MEMBER, Role.ORGANISER);
    UUID payout = write(bank, asks, () -> OpenBank.part(Payouts.class)
        .ask(new NewPayout(NewPayout.Kind.BILL, amount, bank.fund(FundKind.GENERAL), bank.inBooks("5000"),
            new Payee.Named("Paint shop"), "paint", org.groundwork.spending.Way.TRANSFER, "DE02", "", Optional.of(DAY),
            false, Optional.empty())));
    long version = bank.local().read(() -> OpenBank.part(Payouts.class).find(payout)).orElseThrow().version();
    write(bank, decides, () -> OpenBank.part(Approvals.class).approve(payout, version, Optional.empty()));
    return payout;
  }

  private static <T> T write(OpenBank bank, FoundedLocal.Person person, java.util.function.Supplier<T> work) {
    Callable<T> whole = () -> OpenBank.part(org.groundwork.platform.tenancy.Transactions.class).write(work);
    return bank.local().as(person, whole);
  }

  private static Stage stage(OpenBank bank, UUID payout) {
    return bank.local().read(() -> OpenBank.part(Payouts.class).find(payout)).orElseThrow().stage();
  }

  @Test
  void marksWhatWaitedAsPaid(FoundedLocal local) {
    var bank = withMoney(local);
    UUID payout = waiting(bank, 2_500);
    String today = LocalDate.now(org.groundwork.support.Product.shared()
        .clock()
        .withZone(local.read(() -> OpenBank.part(org.groundwork.platform.tenancy.Locals.class).profile()).zone()))
        .toString();
    bank.bring(today + ",-25.00,Paint shop,,bill", today + ",-25.00,Paint shop,,another");
    List<BankLine> lines = bank.open();
    var proposal = bank.proposals(lines.getFirst()).getFirst();
    assertThat(proposal.how()).isEqualTo(Proposal.How.PAYOUT);
    assertThat(proposal.sure()).isFalse();
    assertThat(bank.proposals(lines.getLast()).getFirst().how()).isEqualTo(Proposal.How.PAYOUT);
    assertThat(bank.confirm(lines.getFirst(), proposal)).isInstanceOf(Settled.Done.class);
    assertThat(stage(bank, payout)).isInstanceOf(Stage.Paid.class);
    assertThat(bank.confirm(lines.getLast(), proposal)).isInstanceOf(Settled.Gone.class);
    assertThat(bank.balance(bank.inBooks("1100"))).isEqualTo(97_500);
    assertThat(bank.proposals(lines.getLast())).isEmpty();

    String page = local.withPasskey(bank.treasurer())
        .visitor()
        .get(local.path("bank/lines/" + lines.getFirst().id()))
        .body();
    assertThat(page).contains("It paid what waited to be paid", "Bill paid");
    assertThat(undo(bank, lines.getFirst())).isInstanceOf(Settled.Done.class);
    assertThat(stage(bank, payout)).isInstanceOf(Stage.Paid.class);
    assertThat(bank.proposals(lines.getLast()).getFirst().how()).isEqualTo(Proposal.How.KNOWN);
    assertThat(local.read(() -> OpenBank.part(Balances.class).faults())).isEmpty();
  }

  @Test
  void aTreasurerChoosesEntriesAtTheLine(FoundedLocal local) {
    var bank = withMoney(local);
    UUID one = entered(bank, DAY, -2_500);
    UUID two = entered(bank, DAY, -1_500);
    bank.bring("2026-01-07,-40.00,Batch,,two payments");
    var line = bank.open().getFirst();
    var treasurer = bank.treasurer().visitor();
    String at = local.path("bank/lines/" + line.id());
    assertThat(treasurer.get(at).body()).contains("2 entries may be it", "paint &lt;b&gt;for&lt;/b&gt; banners")
        .doesNotContain("<b>for</b>");
    assertThat(treasurer.post(at + "/known", "entry", one.toString()).body())
        .contains("Choose entries that come to the line’s amount together");
    assertThat(treasurer.post(at + "/known").body()).contains("Choose entries that come to");
    var done = treasurer.post(at + "/known", "entry", one.toString(), "entry", two.toString());
    assertThat(treasurer.follow(done).body()).contains("It was in the books already", "treasury/entries/" + one);
    assertThat(treasurer.get(local.path("bank/accounts/" + bank.account() + "/all")).body())
        .contains("It was in the books already");
    assertThat(local.person(Role.MEMBER).visitor().post(at + "/known", "entry", one.toString()).status())
        .isIn(403, 404);
  }

  @Test
  void aReturnThatWasWrongTakesTheDuesAgain(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR", "DE02500105170137075030");
    UUID ana = bank.member("Ana");
    bank.take(bank.look(bank.account(), Reading.TOLD, DuesByBankTest.camt("2026-01-05", "CRDT", "", "20.00")));
    UUID paid = bank.open().getFirst().id();
    assertThat(today(bank, paid, ana)).isInstanceOf(Settled.Done.class);
    bank.take(bank.look(bank.account(), Reading.TOLD, DuesByBankTest.camt("2026-01-12", "DBIT", "AM04", "23.00")));
    var back = bank.open().getFirst();
    var proposal = bank.proposals(back).getFirst();
    assertThat(proposal.how()).isEqualTo(Proposal.How.RETURNED);
    assertThat(proposal.why()).isEqualTo("bank.why.returned.fee");
    assertThat(bank.confirm(back, proposal)).isInstanceOf(Settled.Done.class);
    assertThat(bank.balance(bank.inBooks("1100"))).isEqualTo(-300);
    assertThat(bank.balance(bank.inBooks("5700"))).isEqualTo(300);
    assertThat(undo(bank, bank.local().read(() -> OpenBank.part(BankLines.class).find(paid)).orElseThrow()))
        .isInstanceOf(Settled.Before.class);

    assertThat(undo(bank, back)).isInstanceOf(Settled.Done.class);
    assertThat(bank.balance(bank.inBooks("1100"))).isEqualTo(2_000);
    assertThat(bank.balance(bank.inBooks("5700"))).isZero();
    assertThat(local.read(() -> OpenBank.part(Payments.class).ahead(ana))).isEqualTo(2_000);
    var line = bank.local().read(() -> OpenBank.part(BankLines.class).find(paid)).orElseThrow();
    assertThat(undo(bank, line)).isInstanceOf(Settled.Done.class);
    assertThat(local.read(() -> OpenBank.part(Payments.class).ahead(ana))).isZero();
    assertThat(bank.balance(bank.inBooks("1100"))).isZero();
    assertThat(local.read(() -> OpenBank.part(Balances.class).faults())).isEmpty();
  }

  @Test
  void whatAServiceKeptOfSomebodyElsesDuesGoesWithThem(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    UUID ana = bank.member("Ana");
    UUID bo = bank.member("Bo");
    String way = local.write(() -> OpenBank.part(CsvMappings.class)
        .keep("with fees", "date = day\namount = amount\nfee = fee\ncurrency-code = EUR\nparty = name\n")).toString();
    bank.take(bank.look(bank.account(), way, "day,amount,fee,name\n2026-01-05,19.40,-0.60,Ana\n"
        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    var line = bank.open().getFirst();
    assertThat(today(bank, line.id(), ana)).isInstanceOf(Settled.Done.class);
    assertThat(undo(bank, line)).isInstanceOf(Settled.Done.class);
    assertThat(bank.balance(bank.inBooks("1100"))).isZero();
    assertThat(bank.balance(bank.inBooks("5700"))).isZero();
    assertThat(today(bank, line.id(), bo)).isInstanceOf(Settled.Done.class);
    assertThat(bank.balance(bank.inBooks("5700"))).isEqualTo(60);
  }

  @Test
  void aLineOfAClosedMonthThatWasUndoneIsNoDifference(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR", "DE02120300000000202051");
    UUID ana = bank.member("Ana");
    bank.take(bank.look(bank.account(), Reading.TOLD, ReconcilingTest.statement(1, "260101", "0,00", "260131", "70,00",
        ":61:260105C20,00NTRFANA", ":61:260110C50,00NTRFBO")));
    var lines = bank.open();
    assertThat(today(bank, lines.getFirst().id(), ana)).isInstanceOf(Settled.Done.class);
    assertThat(bank.byHand(lines.getLast(), bank.inBooks("4500"))).isInstanceOf(Settled.Done.class);
    local.write(() -> OpenBank.part(ClosedMonths.class).close(YearMonth.of(2026, 1), ZoneOffset.UTC));
    lines.forEach(line -> assertThat(undo(bank, line)).isInstanceOf(Settled.Done.class));
    assertThat(ReconcilingTest.compared(bank)).satisfies(each -> {
      assertThat(each.difference().minor()).isZero();
      assertThat(each.open().minor()).isEqualTo(7_000);
      assertThat(each.otherDays().minor()).isEqualTo(7_000);
      assertThat(each.unexplained().minor()).isZero();
    });
    assertThat(bank.byHand(lines.getLast(), bank.inBooks("4500"))).isInstanceOf(Settled.Done.class);
    assertThat(ReconcilingTest.compared(bank).unexplained().minor()).isZero();
  }

  @Test
  void entriesThatAreLinesOfOtherDaysAreExplained(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR", "DE02120300000000202051");
    UUID early = entered(bank, LocalDate.of(2025, 12, 20), 2_000);
    UUID late = entered(bank, LocalDate.of(2026, 2, 3), 5_000);
    bank.take(bank.look(bank.account(), Reading.TOLD, ReconcilingTest.statement(1, "260101", "0,00", "260131", "70,00",
        ":61:260105C20,00NTRFANA", ":61:260120C50,00NTRFBO")));
    var lines = bank.open();
    assertThat(known(bank, lines.getFirst(), early)).isInstanceOf(Settled.Done.class);
    assertThat(known(bank, lines.getLast(), late)).isInstanceOf(Settled.Done.class);
    assertThat(ReconcilingTest.compared(bank)).satisfies(each -> {
      assertThat(each.before().minor()).isZero();
      assertThat(each.later().minor()).isEqualTo(5_000);
      assertThat(each.extras()).isZero();
      assertThat(each.unexplained().minor()).isZero();
    });
  }

  @Test
  void whatWasTypedIsOneTaken(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    UUID ana = bank.member("Ana");
    var taken = (Taken.Yes) local
        .write(() -> OpenBank.part(Payments.class).take(NewPayment.of(ana, DAY, 2_000, Way.TRANSFER)));
    local.write(() -> OpenBank.part(Payments.class).undo(taken.payment(), DAY));
    bank.bring("2026-01-06,20.00,Ana,,x");
    assertThat(bank.proposals(bank.open().getFirst())).noneMatch(each -> each.how() == Proposal.How.KNOWN);
  }

  @Test
  void whatALineIsStaysUntilTheLineIsTakenBack(FoundedLocal local) {
    var bank = withMoney(local);
    UUID payout = waiting(bank, 2_500);
    String today = LocalDate.now(org.groundwork.support.Product.shared()
        .clock()
        .withZone(local.read(() -> OpenBank.part(org.groundwork.platform.tenancy.Locals.class).profile()).zone()))
        .toString();
    bank.bring(today + ",-25.00,Paint shop,,bill");
    BankLine line = bank.open().getFirst();
    assertThat(bank.confirm(line, bank.proposals(line).getFirst())).isInstanceOf(Settled.Done.class);
    var treasurer = local.withPasskey(bank.treasurer()).visitor();
    assertThat(treasurer.post(local.path("spending/" + payout + "/not-paid"), "wayTo", "").body())
        .contains("A line of the bank says that this was paid");
    assertThat(stage(bank, payout)).isInstanceOf(Stage.Paid.class);
    assertThat(undo(bank, line)).isInstanceOf(Settled.Done.class);
    assertThat(treasurer.post(local.path("spending/" + payout + "/not-paid"), "wayTo", "").status()).isEqualTo(303);
    assertThat(stage(bank, payout)).isInstanceOf(Stage.Approved.class);
  }

  @Test
  void anEntryUndoneUnderALineIsNamedByTheComparison(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR", "DE02120300000000202051");
    bank.take(bank.look(bank.account(), Reading.TOLD,
        ReconcilingTest.statement(1, "260101", "0,00", "260131", "20,00", ":61:260105C20,00NTRFANA")));
    UUID entry = entered(bank, DAY, 2_000);
    assertThat(known(bank, bank.open().getFirst(), entry)).isInstanceOf(Settled.Done.class);
    local.write(() -> OpenBank.part(Ledger.class).reverse(entry, DAY.plusDays(1), "wrong")); // past every page
    assertThat(ReconcilingTest.compared(bank)).satisfies(each -> {
      assertThat(each.extra().minor()).isEqualTo(-2_000);
      assertThat(each.unexplained().minor()).isZero();
    });
  }

  @Test
  void aFeeIsUndoneOnceAlsoAfterAReturnThatWasWrong(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    UUID ana = bank.member("Ana");
    String way = local.write(() -> OpenBank.part(CsvMappings.class)
        .keep("with fees", "date = day\namount = amount\nfee = fee\ncurrency-code = EUR\nparty = name\n")).toString();
    bank.take(bank.look(bank.account(), way, "day,amount,fee,name\n2026-01-05,19.40,-0.60,Ana\n"
        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    var line = bank.open().getFirst();
    assertThat(today(bank, line.id(), ana)).isInstanceOf(Settled.Done.class);
    var settlement = local.read(() -> OpenBank.part(Settlements.class).now(List.of(line.id()))).get(line.id());
    UUID first = java.util.Objects.requireNonNull(settlement).payment().orElseThrow();
    local.write(() -> {
      OpenBank.part(Payments.class).undo(first, DAY);
      var again = (Taken.Yes) OpenBank.part(Payments.class)
          .take(new NewPayment(ana, DAY, 2_000, 0, Way.SERVICE, Optional.of(bank.inBooks("1100")), Optional.empty(),
              Optional.empty(), ""));
      OpenBank.part(Settlements.class).moved(first, again.payment());
      return true;
    });
    assertThat(undo(bank, line)).isInstanceOf(Settled.Done.class);
    assertThat(bank.balance(bank.inBooks("5700"))).isZero();
  }
}
