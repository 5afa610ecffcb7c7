// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.spending.Approvals;
import org.groundwork.spending.Decided;
import org.groundwork.spending.From;
import org.groundwork.spending.NewPayout;
import org.groundwork.spending.Payee;
import org.groundwork.spending.Paying;
import org.groundwork.spending.Payouts;
import org.groundwork.spending.Stage;
import org.groundwork.spending.Way;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several payments that waited and left the account as one transfer are one line: all that were let go together, or none. */
@ExtendWith(ProductExtension.class)
class WaitingTogetherTest {
  private static LocalDate today(OpenBank bank) {
    return LocalDate.now(Product.shared()
        .clock()
        .withZone(bank.local()
            .read(() -> OpenBank.part(org.groundwork.platform.tenancy.Locals.class).profile())
            .zone()));
  }

  private static OpenBank withMoney(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    UUID general = bank.fund(FundKind.GENERAL);
    assertThat(local.<Entered>write(() -> OpenBank.part(Ledger.class)
        .enter(new NewEntry(LocalDate.of(2020, 1, 1), "there", Optional.empty(),
            List.of(new Line(bank.inBooks("1100"), general, 100_000),
                new Line(bank.inBooks("5000"), general, -100_000))))))
        .isInstanceOf(Entered.Yes.class);
    return bank;
  }

  private static <T> T write(OpenBank bank, FoundedLocal.Person person, Supplier<T> work) {
    Callable<T> whole = () -> OpenBank.part(Transactions.class).write(work);
    return bank.local().as(person, whole);
  }

  private static UUID waiting(OpenBank bank, FoundedLocal.Person decides, long amount, Way way) {
    var asks = bank.local().person(Role.MEMBER);
    UUID payout = write(bank, asks, () -> OpenBank.part(Payouts.class)
        .ask(new NewPayout(NewPayout.Kind.BILL, amount, bank.fund(FundKind.GENERAL), bank.inBooks("5000"),
            new Payee.Named("Shop " + amount), "paint", way, "DE02", "", Optional.empty(), false, Optional.empty())));
    long version = bank.local().read(() -> OpenBank.part(Payouts.class).find(payout)).orElseThrow().version();
    write(bank, decides, () -> OpenBank.part(Approvals.class).approve(payout, version, Optional.empty()));
    return payout;
  }

  private static List<UUID> three(OpenBank bank, FoundedLocal.Person decides) {
    var three = new ArrayList<UUID>();
    for (long amount : List.of(1_250L, 2_300L, 450L)) {
      three.add(waiting(bank, decides, amount, Way.TRANSFER));
    }
    return three;
  }

  private static boolean paid(OpenBank bank, UUID payout) {
    return bank.local()
        .read(() -> OpenBank.part(Payouts.class).find(payout))
        .orElseThrow()
        .stage() instanceof Stage.Paid;
  }

  private static Decided pay(OpenBank bank, UUID payout, From from) {
    return bank.local().write(() -> OpenBank.part(Paying.class).pay(payout, from, today(bank)));
  }

  @Test
  void whatWasLetGoTogetherIsOneLine(FoundedLocal local) {
    var bank = withMoney(local);
    var decides = local.person(Role.MEMBER, Role.ORGANISER);
    List<UUID> three = three(bank, decides);
    UUID another = waiting(bank, local.person(Role.MEMBER, Role.ORGANISER), 7_700, Way.TRANSFER);
    waiting(bank, decides, 9_900, Way.CASH);
    bank.bring(today(bank) + ",-40.00,Batch,,three payments", today(bank) + ",-35.50,Two,,of them");
    assertThat(bank.proposals(bank.line("Two"))).as("some of them are not put together").isEmpty();
    var line = bank.line("Batch");
    var proposal = bank.proposals(line).getFirst();
    assertThat(proposal.how()).isEqualTo(Proposal.How.PAYOUT);
    assertThat(proposal.why()).isEqualTo("bank.why.payouts.released");
    assertThat(proposal.arguments().getFirst()).isEqualTo(3);
    assertThat(proposal.sure()).as("somebody says yes to it").isFalse();
    assertThat(proposal.entries()).containsExactlyInAnyOrderElementsOf(three);
    var treasurer = local.withPasskey(bank.treasurer()).visitor();
    assertThat(treasurer.get(local.path("bank/lines/" + line.id())).body())
        .contains("3 payments that wait", "all let go by the same person");

    long before = bank.entries();
    assertThat(bank.confirm(line, proposal)).isInstanceOf(Settled.Done.class);
    assertThat(three).allMatch(each -> paid(bank, each));
    assertThat(paid(bank, another)).isFalse();
    assertThat(bank.entries()).as("each has an entry of its own").isEqualTo(before + 3);
    assertThat(bank.balance(bank.inBooks("1100"))).isEqualTo(96_000);
    assertThat(bank.confirm(line, proposal)).isInstanceOf(Settled.Before.class);
    assertThat(local.<Settled>write(() -> OpenBank.part(Settling.class).undo(line.id())))
        .isInstanceOf(Settled.Done.class);
    assertThat(three).as("they stay paid, and are known for the line").allMatch(each -> paid(bank, each));
    assertThat(bank.proposals(line).getFirst().how()).isEqualTo(Proposal.How.KNOWN);
    assertThat(local.read(() -> OpenBank.part(Balances.class).faults())).isEmpty();
  }

  @Test
  void whatIsLeftOfOneDayAndKindIsOneLineWhoeverLetItGo(FoundedLocal local) {
    var bank = withMoney(local);
    UUID one = waiting(bank, local.person(Role.MEMBER, Role.ORGANISER), 1_100, Way.TRANSFER);
    UUID two = waiting(bank, local.person(Role.MEMBER, Role.ORGANISER), 2_000, Way.OTHER);
    UUID gone = waiting(bank, local.person(Role.MEMBER, Role.ORGANISER), 500, Way.TRANSFER);
    bank.bring(today(bank) + ",-31.00,Batch,,two payments");
    assertThat(bank.proposals(bank.line("Batch"))).as("a third one waits").isEmpty();
    assertThat(pay(bank, gone, From.BANK)).isInstanceOf(Decided.Done.class);
    var proposal = bank.proposals(bank.line("Batch")).getFirst();
    assertThat(proposal.why()).isEqualTo("bank.why.payouts.run");
    assertThat(proposal.entries()).containsExactlyInAnyOrder(one, two);
    assertThat(bank.confirm(bank.line("Batch"), proposal)).isInstanceOf(Settled.Done.class);
    assertThat(bank.open()).isEmpty();
  }

  @Test
  void nothingIsPaidWhereOneOfThemCannotBe(FoundedLocal local) {
    var bank = withMoney(local);
    List<UUID> three = three(bank, local.person(Role.MEMBER, Role.ORGANISER));
    bank.bring(today(bank) + ",-40.00,Batch,,three payments");
    var line = bank.line("Batch");
    var proposal = bank.proposals(line).getFirst();
    UUID last = three.stream().sorted().toList().getLast();
    assertThat(pay(bank, last, From.BANK)).isInstanceOf(Decided.Done.class);
    long entries = bank.entries();
    assertThat(bank.confirm(line, proposal)).as("it is not proposed any more").isInstanceOf(Settled.Gone.class);
    var account = local.read(() -> OpenBank.part(BankAccounts.class).find(bank.account())).orElseThrow();
    assertThat(local.<Settled>write(
        () -> OpenBank.part(PayoutTaking.class).pay(line, account, three, () -> today(bank))))
        .isEqualTo(new Settled.NotPaid(last));
    assertThat(three.stream().filter(each -> !each.equals(last))).noneMatch(each -> paid(bank, each));
    assertThat(bank.entries()).as("what was entered for the others is undone").isEqualTo(entries);
    assertThat(local.<Settled>write(
        () -> OpenBank.part(PayoutTaking.class).pay(line, account, three.subList(0, 2), () -> today(bank))))
        .as("they do not come to the line")
        .isInstanceOf(Settled.Other.class);
    assertThat(bank.open()).hasSize(1);
    assertThat(local.read(() -> OpenBank.part(Balances.class).faults())).isEmpty();
  }

  @Test
  void twoLinesAtOnceDoNotPayTheSameTwice(FoundedLocal local) throws Exception {
    var bank = withMoney(local);
    List<UUID> three = three(bank, local.person(Role.MEMBER, Role.ORGANISER));
    bank.bring(today(bank) + ",-40.00,Batch,,three payments", today(bank) + ",-40.00,Other,,the same again");
    var lines = bank.open();
    var proposals = lines.stream().map(each -> bank.proposals(each).getFirst()).toList();
    try (var threads = Executors.newFixedThreadPool(2)) {
      var work = new ArrayList<Callable<Settled>>();
      for (int at = 0; at < 2; at++) {
        var line = lines.get(at);
        var proposal = proposals.get(at);
        work.add(() -> bank.confirm(line, proposal));
      }
      int done = 0;
      for (var each : threads.invokeAll(work)) {
        done += each.get() instanceof Settled.Done ? 1 : 0;
      }
      assertThat(done).isEqualTo(1);
    }
    assertThat(three).allMatch(each -> paid(bank, each));
    assertThat(bank.open()).hasSize(1);
    assertThat(bank.balance(bank.inBooks("1100"))).isEqualTo(96_000);
  }
}
