// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.groundwork.gifts.Giving.account;
import static org.groundwork.gifts.Giving.balance;
import static org.groundwork.gifts.Giving.caps;
import static org.groundwork.gifts.Giving.fund;
import static org.groundwork.gifts.Giving.gift;
import static org.groundwork.gifts.Giving.give;
import static org.groundwork.gifts.Giving.member;
import static org.groundwork.gifts.Giving.open;
import static org.groundwork.gifts.Giving.part;
import static org.groundwork.gifts.Giving.sum;
import static org.groundwork.gifts.Giving.today;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.dues.Period;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Journal;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What comes in beside dues: capped by person, and held where it may come from the other side. */
@ExtendWith(ProductExtension.class)
class GiftsTest {
  @Test
  void oneMemberGivesNoMoreThanTheCapInAnyWindow(FoundedLocal local) {
    open(local);
    UUID person = local.person(Role.MEMBER).id();
    assertThat(member(local, person, today(), 500_000)).isInstanceOf(Given.Taken.class);
    UUID other = local.person(Role.MEMBER).id();
    caps(local, sum(1, 10_000), sum(12, 25_000));
    assertThat(member(local, other, today().minusMonths(3), 10_000)).isInstanceOf(Given.Taken.class);
    assertThat(member(local, other, today().minusMonths(3), 1)).isEqualTo(new Given.OverCap(0, 1));
    assertThat(member(local, other, today().minusMonths(1), 10_000)).isInstanceOf(Given.Taken.class);
    assertThat(member(local, other, today(), 5_001)).isEqualTo(new Given.OverCap(5_000, 12));
    // a gift of an earlier day is in the window of the later ones
    assertThat(member(local, other, today().minusMonths(2), 5_001)).isEqualTo(new Given.OverCap(5_000, 12));
    assertThat(member(local, other, today(), 5_000)).isInstanceOf(Given.Taken.class);
    assertThat(balance(local, UsedFor.MEMBERS_GIFTS, FundKind.STRIKE)).isEqualTo(-525_000);
  }

  @Test
  void whatExceedsTheCapIsHeldForReturn(FoundedLocal local) {
    open(local);
    UUID person = local.person(Role.MEMBER).id();
    caps(local, sum(6, 3_000));
    var all = new NewGift(GiftClass.MEMBERS_GIFTS, Optional.of(person), "", "", today(), 5_000,
        account(local, UsedFor.BANK), fund(local, FundKind.STRIKE),
        Optional.of(new Source("test-line", UUID.randomUUID())),
        "", true, false);
    var given = (Given.PartHeld) give(local, all);
    assertThat(given.taken()).isEqualTo(3_000);
    assertThat(give(local, all)).isEqualTo(new Given.Already());
    assertThat(balance(local, UsedFor.HELD, FundKind.GENERAL)).isEqualTo(-2_000);
    assertThat(balance(local, UsedFor.BANK, FundKind.STRIKE)).isEqualTo(3_000);
    assertThat(member(local, person, today(), 1)).isEqualTo(new Given.OverCap(0, 6));
    assertThat(local.<Gifts.Back>write(
        () -> part(Gifts.class).returned(given.held(), account(local, UsedFor.CASH), today())))
        .as("nothing is in the box")
        .isEqualTo(new Gifts.Back.NotInTheBox(0));
    var back = local.write(() -> part(Gifts.class).returned(given.held(), account(local, UsedFor.BANK), today()));
    assertThat(back).isInstanceOf(Gifts.Back.Done.class);
    assertThat(local.<Gifts.Back>write(
        () -> part(Gifts.class).returned(given.held(), account(local, UsedFor.BANK), today())))
        .isInstanceOf(Gifts.Back.Over.class);
    assertThat(balance(local, UsedFor.HELD, FundKind.GENERAL)).isZero();
    assertThat(local.read(() -> part(Balances.class).faults())).isEmpty();
  }

  /** A gift, what is held of it and what goes back are under one mark, which stays when the member is forgotten. */
  @Test
  void allThatOneMemberGaveHasOneMark(FoundedLocal local) {
    open(local);
    UUID person = local.person(Role.MEMBER).id();
    UUID other = local.person(Role.MEMBER).id();
    caps(local, sum(6, 3_000));
    member(local, person, today(), 1_000);
    var all = new NewGift(GiftClass.MEMBERS_GIFTS, Optional.of(person), "", "", today(), 5_000,
        account(local, UsedFor.BANK), fund(local, FundKind.STRIKE), Optional.empty(), "", true, false);
    var part = (Given.PartHeld) give(local, all);
    local.write(() -> {
      part(GiftsForgotten.class).forget(person);
      return true;
    });
    local.write(() -> part(Gifts.class).returned(part.held(), account(local, UsedFor.BANK), today()));
    assertThat(marks(local)).as("given, given in part, held, returned").hasSize(4).doesNotContainNull();
    assertThat(marks(local).stream().distinct()).hasSize(1);
    member(local, other, today(), 500);
    assertThat(marks(local).stream().distinct()).hasSize(2);
    give(local, gift(local, GiftClass.OTHER_UNIONS, Optional.empty(), "Dockers", today(), 900));
    assertThat(marks(local)).as("what a body gave has none").hasSize(5);
    give(local, kind(local, Optional.of(other), ""));
    assertThat(marks(local)).as("goods too").hasSize(6);
    assertThat(marks(local).stream().distinct()).hasSize(2);
    give(local, kind(local, Optional.empty(), "Kestrel Bakery"));
    assertThat(marks(local)).as("goods of a body").hasSize(6);
  }

  private static NewGift kind(FoundedLocal local, Optional<UUID> person, String giver) {
    UUID food = local.read(() -> part(Books.class).accounts())
        .stream()
        .filter(each -> each.code().equals("5300"))
        .findFirst()
        .orElseThrow()
        .id();
    return new NewGift(GiftClass.GIFTS_IN_KIND, person, giver, "", today(), 300, food, fund(local, FundKind.GENERAL),
        Optional.empty(), "", false, false);
  }

  private static List<UUID> marks(FoundedLocal local) {
    return local.read(() -> {
      var marks = new ArrayList<UUID>();
      part(Journal.class).each(today(), today(), entry -> entry.lines()
          .stream()
          .filter(line -> line.amount() < 0 || line.mark().isPresent())
          .flatMap(line -> line.mark().stream())
          .forEach(marks::add));
      return marks;
    });
  }

  @Test
  void manyAtOnceDoNotExceedTheCap(FoundedLocal local) throws Exception {
    open(local);
    UUID person = local.person(Role.MEMBER).id();
    caps(local, sum(12, 1_000));
    try (var threads = Executors.newFixedThreadPool(6)) {
      var work = new ArrayList<Callable<Given>>();
      for (int each = 0; each < 12; each++) {
        work.add(() -> member(local, person, today(), 300));
      }
      long taken = 0;
      for (var done : threads.invokeAll(work)) {
        taken += done.get() instanceof Given.Taken ? 1 : 0;
      }
      assertThat(taken).isEqualTo(3);
    }
    assertThat(balance(local, UsedFor.MEMBERS_GIFTS, FundKind.STRIKE)).isEqualTo(-900);
  }

  @Test
  void aCapCountsInUsualDuesWhateverSomebodyPays(FoundedLocal local) {
    open(local);
    local.write(() -> part(Plans.class).begin(new Plans.Draft("Quarterly", Period.QUARTER, Plan.Asks.INCOME, 0, 30, "",
        List.of(new Plans.Bracket(Optional.empty(), "usual", new Rate.Amount(3_000), true)), List.of())));
    var cap = new Caps.Cap(12, OptionalLong.empty(), OptionalInt.of(5));
    caps(local, cap);
    assertThat(local.read(() -> part(Caps.class).comesTo(cap))).hasValue(60_000);
    assertThat(local.read(() -> part(Caps.class).comesTo(new Caps.Cap(1, OptionalLong.empty(), OptionalInt.of(1)))))
        .hasValue(1_000);
    UUID person = local.person(Role.MEMBER).id();
    assertThat(member(local, person, today(), 60_001)).isEqualTo(new Given.OverCap(60_000, 12));
    assertThatThrownBy(() -> new Caps.Cap(12, OptionalLong.of(1), OptionalInt.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatMayComeFromTheOtherSideIsHeldUntilTwoSayTheSame(FoundedLocal local) {
    open(local);
    local.write(() -> part(Targets.class).name(TargetKind.LANDLORD, Optional.of("Vexford Ysolde"),
        Optional.of("Elm Holdings LLC"), Optional.empty()));
    var held = (Given.Held) give(local,
        gift(local, GiftClass.GRANTS, Optional.empty(), "ELM HOLDINGS, LLC.", today(), 700));
    assertThat(give(local, gift(local, GiftClass.CROWD_FUNDING, Optional.empty(), "Ysolde  Vexford", today(), 50)))
        .isInstanceOf(Given.Held.class);
    assertThat(give(local, new NewGift(GiftClass.GIFTS_IN_KIND, Optional.empty(), "Elm Holdings", "", today(), 50,
        account(local, UsedFor.FEES), fund(local, FundKind.STRIKE), Optional.empty(), "", false, false)))
        .isEqualTo(new Given.KindOfOtherSide("Elm Holdings LLC"));
    assertThat(give(local, gift(local, GiftClass.OTHER_UNIONS, Optional.empty(), "Dockers' Local 9", today(), 900)))
        .isInstanceOf(Given.Taken.class);
    assertThat(Matched.read(local.read(() -> part(Gifts.class).find(held.gift())).orElseThrow().because()))
        .isEqualTo(new Matched(Matched.What.GIVER, "Elm Holdings LLC"));
    assertThat(balance(local, UsedFor.GRANTS, FundKind.STRIKE)).isZero();
    UUID one = UUID.randomUUID();
    assertThat(say(local, held.gift(), one, true)).isEqualTo(new Gifts.Said.Noted(1));
    assertThat(say(local, held.gift(), one, true)).isEqualTo(new Gifts.Said.Noted(1));
    assertThat(say(local, held.gift(), UUID.randomUUID(), false)).isEqualTo(new Gifts.Said.Noted(1));
    assertThat(say(local, held.gift(), UUID.randomUUID(), true))
        .isEqualTo(new Gifts.Said.Decided(Gift.State.TAKEN));
    assertThat(say(local, held.gift(), UUID.randomUUID(), false)).isEqualTo(new Gifts.Said.Over());
    assertThat(balance(local, UsedFor.GRANTS, FundKind.STRIKE)).isEqualTo(-700);
    assertThat(balance(local, UsedFor.CASH, FundKind.STRIKE)).isEqualTo(1_600);
    assertThat(balance(local, UsedFor.HELD, FundKind.GENERAL)).isEqualTo(-50);
    assertThat(local.read(() -> part(Balances.class).faults())).isEmpty();
  }

  @Test
  void whatIsHeldIsHeldWholeAndTheCapIsAskedWhenItIsTaken(FoundedLocal local) {
    open(local);
    local.write(() -> part(Targets.class).name(TargetKind.LANDLORD, Optional.of("Member Vexfordson"),
        Optional.empty(), Optional.empty()));
    caps(local, sum(12, 3_000));
    UUID person = local.write(() -> part(People.class).addMember(part(ChangeSets.class).open("founding"),
        new People.Known("Vexfordson Member", Optional.empty(), Optional.empty(), "")));
    var all = new NewGift(GiftClass.MEMBERS_GIFTS, Optional.of(person), "", "", today(), 5_000,
        account(local, UsedFor.BANK), fund(local, FundKind.STRIKE), Optional.empty(), "", true, false);
    var held = (Given.Held) give(local, all);
    assertThat(balance(local, UsedFor.MEMBERS_GIFTS, FundKind.STRIKE)).as("nobody was asked yet").isZero();
    assertThat(balance(local, UsedFor.HELD, FundKind.GENERAL)).isEqualTo(-5_000);
    Gift whole = local.read(() -> part(Gifts.class).find(held.gift())).orElseThrow();
    assertThat(whole.amount()).isEqualTo(5_000);
    assertThat(Matched.read(whole.because())).isEqualTo(new Matched(Matched.What.MEMBER, "Member Vexfordson"));
    say(local, held.gift(), UUID.randomUUID(), true);
    assertThat(say(local, held.gift(), UUID.randomUUID(), true)).isEqualTo(new Gifts.Said.Decided(Gift.State.TAKEN));
    assertThat(balance(local, UsedFor.MEMBERS_GIFTS, FundKind.STRIKE)).isEqualTo(-3_000);
    assertThat(balance(local, UsedFor.HELD, FundKind.GENERAL)).isEqualTo(-2_000);
    var gifts = local.read(() -> part(Gifts.class).of(person, 10));
    assertThat(gifts).extracting(Gift::state).containsExactlyInAnyOrder(Gift.State.TAKEN, Gift.State.TO_RETURN);
    assertThat(gifts).extracting(Gift::amount).containsExactlyInAnyOrder(3_000L, 2_000L);
    assertThat(gifts).extracting(Gift::receipt)
        .doesNotHaveDuplicates()
        .allMatch(each -> each.matches("G[0-9]{4}-[0-9]{4}"));
    // a second one: there is no room, so all of it goes back
    var second = (Given.Held) give(local, all);
    say(local, second.gift(), UUID.randomUUID(), true);
    assertThat(say(local, second.gift(), UUID.randomUUID(), true))
        .isEqualTo(new Gifts.Said.Decided(Gift.State.TO_RETURN));
    assertThat(balance(local, UsedFor.MEMBERS_GIFTS, FundKind.STRIKE)).isEqualTo(-3_000);
    assertThat(local.read(() -> part(Balances.class).faults())).isEmpty();
  }

  @Test
  void whereAGrantsMoneyComesFromIsLookedAtToo(FoundedLocal local) {
    open(local);
    local.write(() -> part(Targets.class).name(TargetKind.LANDLORD, Optional.empty(), Optional.of("Elm Holdings LLC"),
        Optional.empty()));
    var held = (Given.Held) give(local, new NewGift(GiftClass.GRANTS, Optional.empty(), "Good Foundation",
        "Elm Holdings", today(), 900, account(local, UsedFor.BANK), fund(local, FundKind.STRIKE), Optional.empty(), "",
        false, false));
    assertThat(Matched.read(local.read(() -> part(Gifts.class).find(held.gift())).orElseThrow().because()))
        .isEqualTo(new Matched(Matched.What.ORIGIN, "Elm Holdings LLC"));
    assertThat(Matched.read("Elm Holdings LLC")).isEqualTo(new Matched(Matched.What.GIVER, "Elm Holdings LLC"));
    assertThat(Matched.read("")).isEqualTo(new Matched(Matched.What.BOSS_SIDE, ""));
  }

  private static Gifts.Said say(FoundedLocal local, UUID gift, UUID officer, boolean take) {
    return local.write(() -> part(Gifts.class).say(gift, officer, take, today()));
  }

  @Test
  void namesAreAlikeByTheirWords() {
    assertThat(OtherSide.alike("elm holdings llc", "elm holdings")).isTrue();
    assertThat(OtherSide.alike("vexford ysolde", "ysolde vexford")).isTrue();
    assertThat(OtherSide.alike("elm", "elm holdings")).isFalse();
    assertThat(OtherSide.alike("oak holdings", "elm holdings")).isFalse();
    assertThat(OtherSide.alike("", "elm holdings")).isFalse();
  }
}
