// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Journal;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is asked for, said yes to, released and paid, and by whom. */
@ExtendWith(ProductExtension.class)
class PayoutsTest {

  @Test
  void whatAMemberLaidOutIsOwedOnceASecondPersonSaysYesAndPaidOnce(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    UUID id = kitty.asks(kitty.member(), kitty.laidOut(kitty.member(), 1_250));
    assertThat(kitty.pays(kitty.treasurer(), id)).isInstanceOf(Decided.Meanwhile.class);
    assertThat(kitty.approves(kitty.one(), id)).isInstanceOf(Decided.Done.class);
    assertThat(kitty.balance(UsedFor.OWED_TO_MEMBERS)).isEqualTo(-1_250);
    assertThat(kitty.held(FundKind.GENERAL)).isEqualTo(8_750);
    assertThat(kitty.approves(kitty.two(), id)).isInstanceOf(Decided.Meanwhile.class);

    assertThat(kitty.pays(kitty.treasurer(), id)).isInstanceOf(Decided.Done.class);
    assertThat(kitty.pays(kitty.treasurer(), id)).isInstanceOf(Decided.Meanwhile.class);
    assertThat(kitty.balance(UsedFor.OWED_TO_MEMBERS)).isZero();
    assertThat(kitty.balance(UsedFor.CASH)).isEqualTo(8_750);
    assertThat(kitty.now(id).stage()).isInstanceOf(Stage.Paid.class);
    assertThat(kitty.faults()).isEmpty();
  }

  @Test
  void nobodySaysYesToTheirOwnNorSendsItBack(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    UUID own = kitty.asks(kitty.one(), kitty.laidOut(kitty.one(), 100));
    assertThat(kitty.approves(kitty.one(), own)).isInstanceOf(Decided.AnotherPerson.class);
    assertThat(kitty.as(kitty.one(), () -> Kitty.part(Approvals.class).sendBack(own, "no")))
        .isInstanceOf(Decided.AnotherPerson.class);
    UUID forOne = kitty.asks(kitty.treasurer(), kitty.laidOut(kitty.one(), 100));
    assertThat(kitty.approves(kitty.one(), forOne)).isInstanceOf(Decided.AnotherPerson.class);
    assertThat(kitty.approves(kitty.treasurer(), forOne)).isInstanceOf(Decided.AnotherPerson.class);
    assertThat(kitty.approves(kitty.two(), forOne)).isInstanceOf(Decided.Done.class);
    assertThat(kitty.balance(UsedFor.OWED_TO_MEMBERS)).isEqualTo(-100);
  }

  @Test
  void whatWasSentBackIsMendedAndAskedForAgain(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    UUID id = kitty.asks(kitty.member(), kitty.laidOut(kitty.member(), 900));
    long seen = kitty.now(id).version();
    kitty.as(kitty.one(), () -> Kitty.part(Approvals.class).sendBack(id, "which shop?"));
    assertThat(kitty.now(id).stage()).isEqualTo(new Stage.SentBack("which shop?"));
    assertThat(kitty.approves(kitty.two(), id)).isInstanceOf(Decided.Meanwhile.class);
    assertThat(kitty.as(kitty.member(),
        () -> Kitty.part(Payouts.class).mend(id, kitty.laidOut(kitty.member(), 700)))).isInstanceOf(Decided.Done.class);
    assertThat(kitty.now(id).amount()).isEqualTo(700);
    assertThat(kitty.as(kitty.two(), () -> Kitty.part(Approvals.class).approve(id, seen, Optional.empty())))
        .as("what was looked at is not what it is now")
        .isInstanceOf(Decided.Meanwhile.class);
    assertThat(kitty.approves(kitty.two(), id)).isInstanceOf(Decided.Done.class);
    assertThat(kitty.as(kitty.member(), () -> Kitty.part(Payouts.class).withdraw(id)))
        .isInstanceOf(Decided.Meanwhile.class);
    assertThat(kitty.balance(UsedFor.OWED_TO_MEMBERS)).isEqualTo(-700);
  }

  @Test
  void aYesThatWasAMistakeIsUndoneInTheBooksAndCanBeSaidAgain(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    UUID id = kitty.asks(kitty.member(), kitty.laidOut(kitty.member(), 900));
    kitty.approves(kitty.one(), id);
    assertThat(kitty.as(kitty.treasurer(), () -> Kitty.part(Approvals.class).takeBack(id, "the wrong receipt")))
        .isInstanceOf(Decided.Done.class);
    assertThat(kitty.held(FundKind.GENERAL)).isEqualTo(10_000);
    kitty.as(kitty.member(), () -> Kitty.part(Payouts.class).mend(id, kitty.laidOut(kitty.member(), 800)));
    assertThat(kitty.approves(kitty.one(), id)).isInstanceOf(Decided.Done.class);
    assertThat(kitty.held(FundKind.GENERAL)).isEqualTo(9_200);
    assertThat(kitty.faults()).isEmpty();
  }

  @Test
  void aboveTheLimitAThirdPersonReleasesAndDoesNotPay(FoundedLocal local) {
    var kitty = Kitty.with(local, 100_000);
    local.give(kitty.two(), Role.TREASURER, new org.groundwork.platform.access.Reach.WholeLocal());
    UUID id = kitty.asks(kitty.treasurer(), kitty.bill("Print shop", 25_001));
    assertThat(kitty.approves(kitty.one(), id)).isInstanceOf(Decided.Done.class);
    assertThat(kitty.pays(kitty.treasurer(), id)).isEqualTo(new Decided.NotReleased(25_001));
    assertThat(kitty.releases(kitty.one(), id)).as("who said yes").isInstanceOf(Decided.AnotherPerson.class);
    assertThat(kitty.releases(kitty.treasurer(), id)).as("who asked").isInstanceOf(Decided.AnotherPerson.class);
    assertThat(kitty.releases(kitty.two(), id)).isInstanceOf(Decided.Done.class);
    assertThat(kitty.pays(kitty.two(), id)).as("who released").isInstanceOf(Decided.AnotherPerson.class);
    assertThat(kitty.pays(kitty.treasurer(), id)).isInstanceOf(Decided.Done.class);
    assertThat(kitty.balance(UsedFor.CASH)).isEqualTo(74_999);
  }

  @Test
  void twoPapersWithinDaysToOnePayeeForOneThingCountTogether(FoundedLocal local) {
    var kitty = Kitty.with(local, 100_000);
    UUID one = kitty.asks(kitty.treasurer(), kitty.bill("Print Shop", 15_000));
    UUID two = kitty.asks(kitty.treasurer(), kitty.bill(" print  shop. ", 15_000));
    UUID other = kitty.asks(kitty.treasurer(), kitty.bill("Van hire", 15_000));
    List.of(one, two, other).forEach(id -> kitty.approves(kitty.one(), id));
    assertThat(kitty.pays(kitty.treasurer(), two)).isEqualTo(new Decided.NotReleased(30_000));
    assertThat(kitty.pays(kitty.treasurer(), other)).isInstanceOf(Decided.Done.class);
    Product.shared().clock().advance(Duration.ofDays(8));
    UUID later = kitty.asks(kitty.treasurer(), kitty.bill("Print shop", 15_000));
    kitty.approves(kitty.one(), later);
    assertThat(kitty.pays(kitty.treasurer(), later)).isInstanceOf(Decided.Done.class);
  }

  @Test
  void whatIsNotThereIsNotOwed(FoundedLocal local) {
    var kitty = Kitty.with(local, 500);
    UUID id = kitty.asks(kitty.member(), kitty.laidOut(kitty.member(), 501));
    assertThat(kitty.approves(kitty.one(), id))
        .isEqualTo(new Decided.NotEntered(new Entered.TooLittle(kitty.fund(FundKind.GENERAL), 500)));
    assertThat(kitty.now(id).stage()).isInstanceOf(Stage.Asked.class);
  }

  @Test
  void anEntrySaysWhatForAndNeverWho(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    UUID id = kitty.asks(kitty.treasurer(), kitty.bill("Ana the printer", 900));
    kitty.approves(kitty.one(), id);
    kitty.pays(kitty.treasurer(), id);
    var said = new java.util.ArrayList<String>();
    local.read(() -> {
      Kitty.part(Journal.class).each(Kitty.today(), Kitty.today(), each -> said.add(each.what()));
      return said;
    });
    assertThat(said).anyMatch(each -> each.contains("Printing and paint")).noneMatch(each -> each.contains("Ana"));
  }

  @Test
  void whereTheMoneyGoesIsForgottenOnceItIsPaid(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    UUID id = kitty.asks(kitty.treasurer(), kitty.bill("Print shop", 900));
    assertThat(kitty.now(id).wayTo()).isEqualTo("IBAN XX00");
    kitty.approves(kitty.one(), id);
    kitty.pays(kitty.treasurer(), id);
    assertThat(kitty.now(id).wayTo()).isEmpty();
  }

  @Test
  void anotherModuleHasTheSamePaidOnce(FoundedLocal local) {
    var kitty = Kitty.with(local, 100_000);
    var source = new Source("refund", UUID.randomUUID());
    var asked = new NewPayout(NewPayout.Kind.OTHER, 30_000, kitty.fund(FundKind.GENERAL), kitty.paint(),
        new Payee.Member(kitty.member().id()), "A refund", Way.CASH, "", "", Optional.empty(), true,
        Optional.of(source));
    var first = kitty.as(kitty.treasurer(), () -> Kitty.part(Payouts.class).owe(asked, Optional.empty()));
    var again = kitty.as(kitty.treasurer(), () -> Kitty.part(Payouts.class).owe(asked, Optional.empty()));
    assertThat(again).isEqualTo(first);
    assertThat(kitty.balance(UsedFor.BILLS)).isEqualTo(-30_000);
    UUID id = ((Payouts.Owed.Yes) first).payout();
    assertThat(kitty.pays(kitty.treasurer(), id)).isInstanceOf(Decided.NotReleased.class);
    assertThat(kitty.releases(kitty.treasurer(), id)).isInstanceOf(Decided.AnotherPerson.class);
    assertThat(kitty.releases(kitty.one(), id)).isInstanceOf(Decided.Done.class);
    assertThat(kitty.pays(kitty.treasurer(), id)).isInstanceOf(Decided.Done.class);
  }

  @Test
  void whatAnotherModuleCallsOffIsUndoneAndCanBeAskedForAgain(FoundedLocal local) {
    var kitty = Kitty.with(local, 100_000);
    var asked = new NewPayout(NewPayout.Kind.OTHER, 3_000, kitty.fund(FundKind.GENERAL), kitty.paint(),
        new Payee.Member(kitty.member().id()), "A refund", Way.CASH, "", "", Optional.empty(), true,
        Optional.of(new Source("refund", UUID.randomUUID())));
    var first = (Payouts.Owed.Yes) kitty.as(kitty.treasurer(),
        () -> Kitty.part(Payouts.class).owe(asked, Optional.empty()));
    assertThat(kitty.as(kitty.treasurer(), () -> Kitty.part(Approvals.class).takeBack(first.payout(), "no")))
        .as("not by a button of ours")
        .isInstanceOf(Decided.Meanwhile.class);
    assertThat(kitty.as(kitty.treasurer(), () -> Kitty.part(Approvals.class).callOff(first.payout())))
        .isInstanceOf(Decided.Done.class);
    assertThat(kitty.balance(UsedFor.BILLS)).isZero();
    assertThat(kitty.pays(kitty.treasurer(), first.payout())).isInstanceOf(Decided.Meanwhile.class);
    var again = (Payouts.Owed.Yes) kitty.as(kitty.treasurer(),
        () -> Kitty.part(Payouts.class).owe(asked, Optional.empty()));
    assertThat(again.payout()).isNotEqualTo(first.payout());
    assertThat(kitty.balance(UsedFor.BILLS)).isEqualTo(-3_000);
  }

  @Test
  void aDayInAClosedMonthIsRefusedAndTheFirstOpenOneTaken(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    UUID id = kitty.asks(kitty.member(), kitty.laidOut(kitty.member(), 900));
    kitty.approves(kitty.one(), id);
    var month = java.time.YearMonth.from(Kitty.today());
    var yes = Kitty.today();
    Product.shared().clock().advance(Duration.ofDays(32));
    local.write(() -> Kitty.part(ClosedMonths.class).close(month, java.time.ZoneOffset.UTC));
    assertThat(kitty.as(kitty.treasurer(), () -> Kitty.part(Paying.class).pay(id, From.BANK, yes)))
        .isEqualTo(new Decided.NotEntered(new Entered.Closed(month)));
    assertThat(kitty.as(kitty.treasurer(), () -> Kitty.part(Paying.class).pay(id, From.BANK, yes.minusDays(1))))
        .isInstanceOf(Decided.WrongDay.class);
    assertThat(kitty.as(kitty.treasurer(), () -> Kitty.part(Paying.class).pay(id, From.CASH, Kitty.today())))
        .isInstanceOf(Decided.Done.class);
  }

  @Test
  void whatWasMarkedAsPaidByMistakeWaitsAgainAndIsPaidOnce(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    UUID id = kitty.asks(kitty.member(), kitty.bill("Print shop", 900));
    kitty.approves(kitty.one(), id);
    assertThat(kitty.pays(kitty.treasurer(), id)).isInstanceOf(Decided.Done.class);
    assertThat(kitty.now(id).wayTo()).isEmpty();
    assertThat(kitty.as(kitty.treasurer(), () -> Kitty.part(Paying.class).takeBack(id, "IBAN XX00")))
        .isInstanceOf(Decided.Done.class);
    assertThat(kitty.as(kitty.treasurer(), () -> Kitty.part(Paying.class).takeBack(id, "")))
        .isInstanceOf(Decided.Meanwhile.class);
    assertThat(kitty.now(id).stage()).isInstanceOf(Stage.Approved.class);
    assertThat(kitty.now(id).wayTo()).isEqualTo("IBAN XX00");
    assertThat(kitty.balance(UsedFor.CASH)).isEqualTo(10_000);
    assertThat(kitty.balance(UsedFor.BILLS)).isEqualTo(-900);
    assertThat(kitty.pays(kitty.treasurer(), id)).isInstanceOf(Decided.Done.class);
    assertThat(kitty.pays(kitty.treasurer(), id)).isInstanceOf(Decided.Meanwhile.class);
    assertThat(kitty.balance(UsedFor.CASH)).isEqualTo(9_100);
    assertThat(kitty.faults()).isEmpty();
  }

  @Test
  void theTreasurerSaysThatSomethingWasNotPaid(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    UUID id = kitty.asks(kitty.member(), kitty.bill("Print shop", 900));
    kitty.approves(kitty.one(), id);
    kitty.pays(kitty.treasurer(), id);
    String at = local.path("spending/" + id);
    assertThat(local.withPasskey(kitty.one()).visitor().post(at + "/not-paid").status()).isIn(403, 404);
    var treasurer = local.withPasskey(kitty.treasurer()).visitor();
    assertThat(treasurer.get(at).body()).contains("It was not paid");
    assertThat(treasurer.follow(treasurer.post(at + "/not-paid", "wayTo", "IBAN <i>7")).body())
        .contains("It waits to be paid again");
    assertThat(treasurer.get(at).body()).contains("IBAN &lt;i&gt;7").doesNotContain("It was not paid");
  }

  /** The fund has it, and the box does not. */
  @Test
  void noMoreIsPaidOutOfTheBoxThanIsInIt(FoundedLocal local) throws InterruptedException {
    var kitty = Kitty.with(local, 1_000);
    kitty.entered(UsedFor.BANK, UsedFor.DUES, FundKind.GENERAL, 50_000, Kitty.today());
    UUID large = kitty.asks(kitty.member(), kitty.laidOut(kitty.member(), 1_001));
    kitty.approves(kitty.one(), large);
    assertThat(kitty.pays(kitty.treasurer(), large)).isEqualTo(new Decided.NotInTheBox(1_000));
    var page = local.withPasskey(kitty.treasurer())
        .visitor()
        .post(local.path("spending/" + large + "/pay"), "from", "cash", "on", Kitty.today().toString());
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body()).contains("the cash box has only $10");
    assertThat(kitty.as(kitty.treasurer(), () -> Kitty.part(Paying.class).pay(large, From.BANK, Kitty.today())))
        .isEqualTo(new Decided.Done());
    var both = new java.util.ArrayList<UUID>();
    for (var person : List.of(kitty.member(), kitty.two())) {
      UUID id = kitty.asks(person, kitty.laidOut(person, 600));
      kitty.approves(kitty.one(), id);
      both.add(id);
    }
    var done = new java.util.concurrent.ConcurrentLinkedQueue<Decided>();
    var threads = both.stream().map(id -> new Thread(() -> done.add(kitty.pays(kitty.treasurer(), id)))).toList();
    threads.forEach(Thread::start);
    for (Thread each : threads) {
      each.join();
    }
    assertThat(done).containsExactlyInAnyOrder(new Decided.Done(), new Decided.NotInTheBox(400));
    assertThat(kitty.balance(UsedFor.CASH)).isEqualTo(400);
  }

  /** More wait than a page shows: all are counted, and each is reached. */
  @Test
  void whatWaitsIsCountedWhereItIsKeptAndShownByThePage(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000_000);
    long limit = local.read(() -> Kitty.part(RuleBook.class).now()).release();
    var asked = new java.util.ArrayList<UUID>();
    for (int each = 0; each < WaitingPayouts.ON_PAGE + 2; each++) {
      asked.add(kitty.asks(kitty.treasurer(), kitty.bill("Printer " + each, 100 + each)));
    }
    UUID own = kitty.asks(kitty.one(), kitty.laidOut(kitty.one(), 500));
    UUID small = kitty.asks(kitty.treasurer(), kitty.bill("Van hire", limit));
    kitty.approves(kitty.one(), small);
    assertThat(parts(kitty, kitty.treasurer())).containsEntry(WaitingPayouts.Part.PAY, 1)
        .containsEntry(WaitingPayouts.Part.RELEASE, 0)
        .containsEntry(WaitingPayouts.Part.DECIDE, 1)
        .containsEntry(WaitingPayouts.Part.OTHERS, asked.size());
    UUID more = kitty.asks(kitty.treasurer(), kitty.bill("van  HIRE", 1));
    kitty.approves(kitty.one(), more, Optional.of(kitty.appropriated(limit + 1)));
    assertThat(parts(kitty, kitty.treasurer())).as("together above the limit")
        .containsEntry(WaitingPayouts.Part.PAY, 0);
    assertThat(parts(kitty, kitty.two())).containsEntry(WaitingPayouts.Part.RELEASE, 2)
        .containsEntry(WaitingPayouts.Part.DECIDE, asked.size() + 1)
        .containsEntry(WaitingPayouts.Part.OTHERS, 0);
    assertThat(parts(kitty, kitty.one())).as("said yes to these, and asked for one of the others")
        .containsEntry(WaitingPayouts.Part.RELEASE, 0)
        .containsEntry(WaitingPayouts.Part.DECIDE, asked.size());
    var visitor = local.withPasskey(kitty.two()).visitor();
    var page = visitor.get(local.path("spending"));
    assertThat(page.body()).contains("See 3 more");
    var next = java.util.regex.Pattern.compile("href=\"([^\"]*waiting/decide[^\"]*)\"").matcher(page.body());
    assertThat(next.find()).isTrue();
    var rest = visitor.get(next.group(1).replace("&amp;", "&"));
    assertThat(rest.body()).contains("spending/" + asked.getLast(), "spending/" + own)
        .doesNotContain("spending/" + asked.getFirst());
    assertThat(visitor.get(local.path("spending/waiting/nothing")).status()).isEqualTo(404);
    assertThat(kitty.member().visitor().get(local.path("spending/waiting/decide")).status()).isEqualTo(404);
  }

  private static java.util.Map<WaitingPayouts.Part, Integer> parts(Kitty kitty, FoundedLocal.Person reader) {
    return kitty.as(reader, () -> Kitty.part(WaitingPayouts.class)
        .counts(org.groundwork.platform.access.Callers.actor()));
  }
}
