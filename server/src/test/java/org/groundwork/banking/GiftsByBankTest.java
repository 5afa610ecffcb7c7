// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.gifts.Caps;
import org.groundwork.gifts.Gift;
import org.groundwork.gifts.GiftClass;
import org.groundwork.gifts.Gifts;
import org.groundwork.gifts.Matched;
import org.groundwork.gifts.NewGift;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.FundKind;
import org.groundwork.platform.access.Role;
import org.groundwork.spending.SecondLooks;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lines that were given: the cap and the names of the other side count for them as for every gift. */
@ExtendWith(ProductExtension.class)
class GiftsByBankTest {
  private static final String LANDLORD = "Vexmoor Property LLC";

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static void fight(FoundedLocal local) {
    local.write(() -> part(Targets.class).name(TargetKind.LANDLORD, Optional.empty(), Optional.of(LANDLORD),
        Optional.empty()));
  }

  private static Settled gift(OpenBank bank, BankLine line, GiftClass of, Optional<UUID> person, String giver) {
    return bank.local()
        .write(() -> part(Settling.class).gift(line.id(),
            new LineGift(of, person, giver, of == GiftClass.GRANTS ? "its own" : "", bank.fund(FundKind.GENERAL), "",
                false)));
  }

  private static Gift only(FoundedLocal local) {
    List<Gift> held = local.read(() -> part(Gifts.class).held());
    assertThat(held).hasSize(1);
    return held.getFirst();
  }

  private static void take(FoundedLocal local, UUID gift) {
    for (int officer = 0; officer < Gifts.OFFICERS; officer++) {
      UUID one = UUID.randomUUID();
      local.write(() -> part(Gifts.class).say(gift, one, true, OpenBank.OPENED.plusMonths(8)));
    }
  }

  @Test
  void aLineThatWasGivenCountsForTheCapAndItsRestIsHeld(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    UUID ana = bank.member("Ana Ruiz");
    local.write(() -> {
      part(Caps.class).set(List.of(new Caps.Cap(12, OptionalLong.of(3_000), OptionalInt.empty())));
      return true;
    });
    bank.bring("2026-01-05,20.00,Ana Ruiz,,x", "2026-01-06,50.00,Ana Ruiz,,y");
    BankLine first = bank.open().get(0);
    BankLine second = bank.open().get(1);
    assertThat(gift(bank, first, GiftClass.MEMBERS_GIFTS, Optional.of(ana), "")).isInstanceOf(Settled.Done.class);
    assertThat(gift(bank, first, GiftClass.MEMBERS_GIFTS, Optional.of(ana), "")).isInstanceOf(Settled.Before.class);
    assertThat(gift(bank, second, GiftClass.MEMBERS_GIFTS, Optional.of(ana), "")).isInstanceOf(Settled.Held.class);
    assertThat(bank.balance(bank.inBooks("4100"))).isEqualTo(-3_000);
    assertThat(bank.balance(bank.inBooks("2200"))).isEqualTo(-4_000);
    assertThat(bank.balance(bank.inBooks("1100"))).isEqualTo(7_000);
    assertThat(only(local).state()).isEqualTo(Gift.State.TO_RETURN);
    assertThat(bank.open()).isEmpty();
    // the wrong member: taken back, and said anew
    assertThat(local.<Settled>write(() -> part(Settling.class).undo(second.id()))).isInstanceOf(Settled.Done.class);
    assertThat(bank.balance(bank.inBooks("2200"))).isZero();
    assertThat(bank.balance(bank.inBooks("1100"))).isEqualTo(2_000);
    UUID bo = bank.member("Bo");
    assertThat(gift(bank, second, GiftClass.MEMBERS_GIFTS, Optional.of(bo), "")).isInstanceOf(Settled.Held.class);
    assertThat(bank.balance(bank.inBooks("4100"))).isEqualTo(-5_000);
    assertThat(local.read(() -> part(Balances.class).faults())).isEmpty();
  }

  @Test
  void whoPaysFromTheOtherSideIsTakenForNothingUntilTwoLooked(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    fight(local);
    UUID ana = bank.member("Ana Ruiz");
    bank.bring("2026-01-05,200.00," + LANDLORD + ",,for the good work",
        "2026-01-06,30.00,\"VEXMOOR Property, LLC.\",,deposit of the hall");
    BankLine line = bank.open().get(0);
    var settling = part(Settling.class);
    assertThat(local.<Settled>write(() -> settling.dues(line.id(), ana)))
        .isEqualTo(new Settled.OtherSide(LANDLORD));
    assertThat(bank.byHand(line, bank.inBooks("4500"))).isEqualTo(new Settled.OtherSide(LANDLORD));
    local.write(() -> part(Rules.class)
        .add("good work", true, bank.inBooks("4500"), bank.fund(FundKind.GENERAL)));
    assertThat(bank.confirm(line, bank.proposals(line).getFirst())).isEqualTo(new Settled.OtherSide(LANDLORD));
    assertThat(bank.entries()).isZero();

    assertThat(gift(bank, line, GiftClass.GRANTS, Optional.empty(), "A friend")).isInstanceOf(Settled.Held.class);
    Gift held = only(local);
    assertThat(Matched.read(held.because())).isEqualTo(new Matched(Matched.What.PAYER, LANDLORD));
    assertThat(held.amount()).isEqualTo(20_000);
    assertThat(bank.balance(bank.inBooks("4400"))).isZero();
    // whoever keeps the money does not take it back alone
    assertThat(local.<Settled>write(() -> settling.undo(line.id()))).isInstanceOf(Settled.Officers.class);

    BankLine deposit = bank.open().getFirst();
    assertThat(gift(bank, deposit, GiftClass.CROWD_FUNDING, Optional.empty(), deposit.told().name()))
        .isInstanceOf(Settled.Held.class);
    take(local, local.read(() -> part(Gifts.class).held()).getLast().id());
    // two have looked at the name: what it was may be said anew
    assertThat(local.<Settled>write(() -> settling.undo(deposit.id()))).isInstanceOf(Settled.Done.class);
    assertThat(bank.byHand(deposit, bank.inBooks("5100"))).isInstanceOf(Settled.Done.class);
    assertThat(bank.balance(bank.inBooks("1100"))).isEqualTo(23_000);
    assertThat(local.read(() -> part(Balances.class).faults())).isEmpty();
  }

  /** A gift that is written down beside the line, of nobody, does not let in what the name of its payer stops. */
  @Test
  void aGiftOfNobodySaysNothingOfWhoPaid(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    fight(local);
    bank.bring("2026-01-05,200.00," + LANDLORD + ",,x");
    BankLine line = bank.open().getFirst();
    UUID nobody = written(bank, "");
    assertThat(local.<Settled>write(() -> part(Settling.class).known(line.id(), List.of(nobody))))
        .isEqualTo(new Settled.OtherSide(LANDLORD));
    assertThat(bank.confirm(line, bank.proposals(line).getFirst())).isEqualTo(new Settled.OtherSide(LANDLORD));
    UUID theirs = written(bank, LANDLORD);
    assertThat(only(local).state()).isEqualTo(Gift.State.HELD);
    assertThat(local.<Settled>write(() -> part(Settling.class).known(line.id(), List.of(theirs))))
        .isInstanceOf(Settled.Done.class);
  }

  /** A gift of 200 that a treasurer wrote down as lying at the bank; answers its entry. */
  private static UUID written(OpenBank bank, String giver) {
    LocalDate on = LocalDate.of(2026, 1, 5);
    bank.local()
        .write(
            () -> part(Gifts.class).give(new NewGift(GiftClass.CROWD_FUNDING, Optional.empty(), giver, "", on, 20_000,
                bank.inBooks("1100"), bank.fund(FundKind.GENERAL), Optional.empty(), "", true, false)));
    return bank.local()
        .read(() -> part(Gifts.class).between(on, on, 9))
        .stream()
        .filter(gift -> gift.giver().equals(giver))
        .findFirst()
        .orElseThrow()
        .entry();
  }

  @Test
  void whatALineStandsForIsNotTakenOutAndWhatIsTakenOutIsLookedAt(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-05,200.00,Fair,,x", "2026-01-06,-200.00,Printer,,y");
    BankLine in = bank.open().getFirst();
    UUID entry = written(bank, "");
    UUID gift = local.read(() -> part(Gifts.class).between(in.on(), in.on(), 9)).getFirst().id();
    assertThat(local.<Settled>write(() -> part(Settling.class).known(in.id(), List.of(entry))))
        .isInstanceOf(Settled.Done.class);
    var treasurer = local.withPasskey(bank.treasurer()).visitor();
    String undo = local.path("gifts/book/" + gift + "/undo");
    assertThat(treasurer.post(undo).location()).hasValueSatisfying(at -> assertThat(at).endsWith("done=kept"));
    assertThat(local.<Settled>write(() -> part(Settling.class).undo(in.id()))).isInstanceOf(Settled.Done.class);
    assertThat(bank.proposals(in)).isNotEmpty();
    assertThat(treasurer.post(undo).location()).hasValueSatisfying(at -> assertThat(at).endsWith("done=undone"));
    bank.open().forEach(line -> assertThat(bank.proposals(line)).as("neither was at the bank").isEmpty());
    written(bank, "Fair");
    UUID more = local.read(() -> part(Gifts.class).between(in.on(), in.on(), 9))
        .stream()
        .filter(each -> each.giver().equals("Fair"))
        .findFirst()
        .orElseThrow()
        .id();
    treasurer.post(local.path("gifts/book/" + more + "/undo"));
    assertThat(local.read(() -> part(SecondLooks.class).waiting(9))).as("400 within a week").isNotEmpty();
    assertThat(local.read(() -> part(Balances.class).faults())).isEmpty();
  }

  @Test
  void whatWasGivenAndTakenBackIsExplained(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR", "DE02120300000000202051");
    bank.take(bank.look(bank.account(), Reading.TOLD, ReconcilingTest.statement(1, "260101", "0,00", "260131", "70,00",
        ":61:260105C20,00NTRFANA", ":61:260110C50,00NTRFBO")));
    List<BankLine> lines = bank.open();
    for (BankLine line : lines) {
      assertThat(gift(bank, line, GiftClass.CROWD_FUNDING, Optional.empty(), "")).isInstanceOf(Settled.Done.class);
    }
    assertThat(ReconcilingTest.compared(bank).difference().minor()).isZero();
    BankLine first = lines.getFirst();
    assertThat(local.<Settled>write(() -> part(Settling.class).undo(first.id()))).isInstanceOf(Settled.Done.class);
    assertThat(ReconcilingTest.compared(bank).unexplained().minor()).isZero();
    assertThat(bank.open()).hasSize(1);
    assertThat(bank.proposals(bank.open().getFirst())).noneMatch(each -> each.how() == Proposal.How.KNOWN);
  }

  @Test
  void whatAServiceKeptIsAFeeAndAllOfItWasGiven(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    String way = local.write(() -> part(CsvMappings.class)
        .keep("with fees", "date = day\namount = amount\nfee = fee\ncurrency-code = EUR\nparty = name\n")).toString();
    bank.take(bank.look(bank.account(), way,
        "day,amount,fee,name\n2026-01-05,19.40,-0.60,Ana\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    BankLine line = bank.open().getFirst();
    assertThat(gift(bank, line, GiftClass.CROWD_FUNDING, Optional.empty(), "Ana")).isInstanceOf(Settled.Done.class);
    assertThat(bank.balance(bank.inBooks("4300"))).isEqualTo(-2_000);
    assertThat(bank.balance(bank.inBooks("5700"))).isEqualTo(60);
    assertThat(bank.balance(bank.inBooks("1100"))).isEqualTo(1_940);
    assertThat(local.<Settled>write(() -> part(Settling.class).undo(line.id()))).isInstanceOf(Settled.Done.class);
    assertThat(bank.balance(bank.inBooks("4300"))).isZero();
    assertThat(bank.balance(bank.inBooks("5700"))).isZero();
    assertThat(bank.balance(bank.inBooks("1100"))).isZero();
    assertThat(local.read(() -> part(Balances.class).faults())).isEmpty();
  }

  @Test
  void theLineOffersItAndOnlyWhoKeepsTheMoneySaysSo(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    fight(local);
    bank.bring("2026-01-05,20.00,<b>A friend</b>,,x", "2026-01-06,20.00," + LANDLORD + ",,y");
    var treasurer = bank.treasurer().visitor();
    String path = local.path("bank/lines/" + bank.open().get(0).id());
    String stopped = local.path("bank/lines/" + bank.open().get(1).id());
    assertThat(treasurer.get(path).body()).contains("It is a gift, a grant, a collection or a sale");
    assertThat(treasurer.get(stopped).body()).contains("is like " + LANDLORD, "Let two officers look at it")
        .doesNotContain("Enter it");
    assertThat(treasurer.get(path + "/gift").body()).contains("&lt;b&gt;A friend", "Crowd-funding")
        .doesNotContain("<b>A friend", "Gifts in kind");
    String general = bank.fund(FundKind.GENERAL).toString();
    var refused = treasurer.post(path + "/gift", "kind", "grants", "giver", "A friend", "origin", "", "fund", general);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("origin-error");
    assertThat(treasurer.post(path + "/gift", "kind", "gifts-in-kind", "fund", general).status()).isEqualTo(422);
    assertThat(treasurer.follow(treasurer.post(path + "/gift", "kind", "crowd-funding", "giver", "A friend", "fund",
        general)).body()).contains("It was given");
    assertThat(treasurer.follow(treasurer.post(stopped + "/dues", "person", bank.member("Ana").toString())).body())
        .contains("Nothing was entered: the payer may be of the other side");
    var auditor = local.person(Role.MEMBER, Role.AUDITOR).visitor();
    assertThat(auditor.get(path + "/gift").status()).isEqualTo(403);
    assertThat(auditor.post(path + "/gift", "kind", "crowd-funding", "fund", general).status()).isEqualTo(403);
    var other = OpenBank.of(Product.shared().found(), "EUR");
    assertThat(other.treasurer()
        .visitor()
        .get(other.local().path("bank/lines/" + bank.open().getFirst().id() + "/gift"))
        .status()).isEqualTo(404);
  }
}
