// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.groundwork.banking.BankLine;
import org.groundwork.banking.OpenBank;
import org.groundwork.banking.Part;
import org.groundwork.banking.Settled;
import org.groundwork.banking.Settling;
import org.groundwork.dues.NewPayment;
import org.groundwork.dues.Payments;
import org.groundwork.dues.Way;
import org.groundwork.gifts.Caps;
import org.groundwork.gifts.Gift;
import org.groundwork.gifts.GiftClass;
import org.groundwork.gifts.Gifts;
import org.groundwork.gifts.Given;
import org.groundwork.gifts.NewGift;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.support.AtOnce;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However many ways somebody gives at once, they give no more than the cap: in cash, by bank and by card together. */
@ExtendWith(ProductExtension.class)
class CapOverChannelsTest {
  private static final long CAP = 2_000;
  private static final long BY_HAND = 300;
  private static final long BY_CARD = 500;
  private static final int TIMES = 6;

  private static <T> T part(Class<T> type) { return CardLocal.part(type); }

  private static UUID general(FoundedLocal local) {
    return local.read(() -> part(Books.class).funds())
        .stream()
        .filter(each -> each.kind() == FundKind.GENERAL)
        .findFirst()
        .map(Fund::id)
        .orElseThrow();
  }

  private static NewGift gift(FoundedLocal local, UUID person, UsedFor place) {
    UUID account = local.read(() -> part(Books.class).account(place).id());
    return new NewGift(GiftClass.MEMBERS_GIFTS, Optional.of(person), "", "", CardLocal.today(), BY_HAND, account,
        general(local), Optional.empty(), "", false, false);
  }

  @Test
  void theCapHoldsWhicheverWayComesFirst(FoundedLocal local) throws Exception {
    var bank = OpenBank.of(local, "USD");
    var here = CardLocal.of(local);
    local.write(() -> {
      part(Caps.class).set(List.of(new Caps.Cap(12, OptionalLong.of(CAP), OptionalInt.empty())));
      return true;
    });
    String day = CardLocal.today().toString();
    bank.bring(day + ",3.00,A,,gift 1", day + ",3.00,B,,gift 2", day + ",3.00,C,,gift 3");
    List<BankLine> lines = bank.open();
    UUID gifts = local.read(() -> part(Books.class).account(UsedFor.MEMBERS_GIFTS).id());
    UUID fund = general(local);
    var chance = new Random(17);
    for (int round = 0; round < 3; round++) {
      UUID person = here.member();
      for (int at = 0; at < TIMES; at++) {
        here.stripe.pay(here.opened(here.begun(person, CardIntent.Kind.GIFT, 0, BY_CARD)));
      }
      var cash = gift(local, person, UsedFor.CASH);
      var transfer = gift(local, person, UsedFor.BANK);
      var work = new ArrayList<Callable<Object>>();
      for (int at = 0; at < TIMES; at++) {
        work.add(() -> local.write(() -> part(Gifts.class).give(cash)));
        work.add(() -> local.write(() -> part(Gifts.class).give(transfer)));
        work.add(() -> local.write(
            () -> part(Payments.class).take(NewPayment.of(person, CardLocal.today(), BY_HAND, Way.CASH))));
      }
      here.stripe.told().forEach(message -> work.add(() -> here.send(message)));
      lines.forEach(line -> work.add(() -> local.write(() -> part(Settling.class).byHand(line.id(),
          new Settling.ByHand(List.of(new Part(gifts, fund, line.amount().minor())), "gift", Optional.empty())))));
      Collections.shuffle(work, chance);
      List<Object> done = AtOnce.all(work);
      CardLocal.await(() -> local.read(() -> part(CardAccounts.class).messagesWaiting()) == 0);

      assertThat(done).filteredOn(Settled.class::isInstance)
          .as("no line of the bank goes round the cap")
          .hasSize(lines.size())
          .hasOnlyElementsOfType(Settled.Wrong.class);
      long byHand = BY_HAND * done.stream().filter(Given.Taken.class::isInstance).count();
      List<Gift> all = local.read(() -> part(Gifts.class).of(person, 100));
      long taken = sum(all, Gift.State.TAKEN);
      assertThat(taken).isEqualTo(CAP);
      assertThat(sum(all, Gift.State.TO_RETURN)).as("of cards, what is more is held to go back")
          .isEqualTo(TIMES * BY_CARD + byHand - CAP);
      assertThat(local.read(() -> part(Payments.class).ahead(person))).as("dues are no gift")
          .isEqualTo(TIMES * BY_HAND);
      assertThat(here.balance(UsedFor.MEMBERS_GIFTS)).isEqualTo(-CAP * (round + 1));
      assertThat(here.faults()).isEmpty();
    }
  }

  private static long sum(List<Gift> gifts, Gift.State state) {
    return gifts.stream().filter(each -> each.state() == state).mapToLong(Gift::amount).sum();
  }
}
