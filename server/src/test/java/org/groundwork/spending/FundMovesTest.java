// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Money that goes from one fund to another. */
@ExtendWith(ProductExtension.class)
class FundMovesTest {
  private static final long LIMIT = 50_000;

  private static UUID asks(Kitty kitty, FundKind from, FundKind to, long amount) {
    return kitty.as(kitty.treasurer(), () -> Kitty.part(FundMoves.class)
        .ask(new FundMove.New(kitty.account(UsedFor.CASH), kitty.fund(from), kitty.fund(to), amount,
            "for <b>March</b>")));
  }

  private static Decided approves(Kitty kitty, FoundedLocal.Person person, UUID move, Optional<UUID> under) {
    return kitty.as(person, () -> Kitty.part(FundMoves.class).approve(move, under));
  }

  @Test
  void goesOnceASecondPersonSaysYes(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    UUID move = asks(kitty, FundKind.GENERAL, FundKind.STRIKE, 4_000);
    assertThat(kitty.held(FundKind.STRIKE)).isZero();
    assertThat(approves(kitty, kitty.treasurer(), move, Optional.empty())).isInstanceOf(Decided.AnotherPerson.class);
    assertThat(approves(kitty, kitty.one(), move, Optional.empty())).isInstanceOf(Decided.Done.class);
    assertThat(approves(kitty, kitty.two(), move, Optional.empty())).isInstanceOf(Decided.Meanwhile.class);
    assertThat(kitty.held(FundKind.STRIKE)).isEqualTo(4_000);
    assertThat(kitty.held(FundKind.GENERAL)).isEqualTo(6_000);
    assertThat(kitty.balance(UsedFor.CASH)).isEqualTo(10_000);
    assertThat(kitty.faults()).isEmpty();
  }

  @Test
  void aReasonAsLongAsMayBeStandsInTheBooks(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    UUID move = kitty.as(kitty.treasurer(), () -> Kitty.part(FundMoves.class)
        .ask(new FundMove.New(kitty.account(UsedFor.CASH), kitty.fund(FundKind.GENERAL), kitty.fund(FundKind.STRIKE), 5,
            "x".repeat(FundMove.New.LONGEST))));
    assertThat(approves(kitty, kitty.one(), move, Optional.empty())).isInstanceOf(Decided.Done.class);
  }

  @Test
  void neverTakesMoreThanAFundHas(FoundedLocal local) {
    var kitty = Kitty.with(local, 1_000);
    UUID move = asks(kitty, FundKind.GENERAL, FundKind.STRIKE, 1_001);
    assertThat(approves(kitty, kitty.one(), move, Optional.empty()))
        .isInstanceOfSatisfying(Decided.NotEntered.class,
            no -> assertThat(no.why()).isInstanceOf(Entered.TooLittle.class));
    assertThat(kitty.as(kitty.treasurer(), () -> Kitty.part(FundMoves.class).withdraw(move)))
        .isInstanceOf(Decided.Done.class);
    assertThat(approves(kitty, kitty.one(), move, Optional.empty())).isInstanceOf(Decided.Meanwhile.class);
  }

  @Test
  void aboveTheLimitItNeedsADecisionAlsoInSeveralParts(FoundedLocal local) {
    var kitty = Kitty.with(local, 200_000);
    kitty.comesIn(FundKind.STRIKE, 90_000);
    UUID first = asks(kitty, FundKind.STRIKE, FundKind.GENERAL, LIMIT);
    assertThat(approves(kitty, kitty.one(), first, Optional.empty())).isInstanceOf(Decided.Done.class);
    UUID second = asks(kitty, FundKind.STRIKE, FundKind.HARDSHIP, 1);
    assertThat(local.withPasskey(kitty.one()).visitor().get(local.path("spending/moves")).body())
        .contains("With the other moves out of this fund within a week it counts for $500.01.",
            "There is none for this fund with so much left. Write one down first.");
    assertThat(approves(kitty, kitty.one(), second, Optional.empty()))
        .isEqualTo(new Decided.NoAppropriation(LIMIT + 1));

    UUID other = decision(kitty, FundKind.GENERAL, 10_000);
    assertThat(approves(kitty, kitty.one(), second, Optional.of(other))).isInstanceOf(Decided.OtherAppropriation.class);
    UUID decision = decision(kitty, FundKind.STRIKE, 10_000);
    assertThat(approves(kitty, kitty.one(), second, Optional.of(decision))).isInstanceOf(Decided.Done.class);
    UUID third = asks(kitty, FundKind.STRIKE, FundKind.GENERAL, 10_000);
    assertThat(approves(kitty, kitty.one(), third, Optional.of(decision))).isEqualTo(new Decided.TooLittleLeft(9_999));
    assertThat(local.read(() -> Kitty.part(Appropriations.class).find(decision)).orElseThrow().used()).isEqualTo(1);
    assertThat(local.withPasskey(kitty.one()).visitor().get(local.path("spending/appropriations/" + decision)).body())
        .contains("Hardship fund");
  }

  private static UUID decision(Kitty kitty, FundKind fund, long amount) {
    UUID id = kitty.recorded(amount, fund);
    assertThat(kitty.as(kitty.two(), () -> Kitty.part(Appropriations.class).confirm(id)))
        .isInstanceOf(Decided.Done.class);
    return id;
  }

  @Test
  void aMistakeIsUndoneByTwoAndTheDecisionIsFreeAgain(FoundedLocal local) {
    var kitty = Kitty.with(local, 0);
    kitty.comesIn(FundKind.STRIKE, 90_000);
    UUID decision = decision(kitty, FundKind.STRIKE, 60_000);
    UUID move = asks(kitty, FundKind.STRIKE, FundKind.GENERAL, 60_000);
    assertThat(approves(kitty, kitty.one(), move, Optional.of(decision))).isInstanceOf(Decided.Done.class);
    var moves = Kitty.part(FundMoves.class);
    assertThat(kitty.as(kitty.one(), () -> moves.undo(move))).as("nobody asked").isInstanceOf(Decided.Meanwhile.class);
    assertThat(kitty.as(kitty.treasurer(), () -> moves.askToUndo(move))).isInstanceOf(Decided.Done.class);
    assertThat(kitty.as(kitty.treasurer(), () -> moves.undo(move))).isInstanceOf(Decided.AnotherPerson.class);
    var member = kitty.member().visitor();
    String at = local.path("spending/moves");
    assertThat(member.get(at).body()).contains("Is to be undone").doesNotContain("Yes, undo it");
    assertThat(member.post(at + "/" + move + "/undo").status()).isEqualTo(403);
    assertThat(member.post(at + "/" + move + "/undo/yes").status()).isEqualTo(403);
    assertThat(member.post(at + "/" + move + "/undo/leave").status()).isEqualTo(403);
    var officer = local.withPasskey(kitty.two()).visitor();
    assertThat(officer.get(local.path("treasury")).body()).contains("One waits for your yes");
    assertThat(officer.follow(officer.post(at + "/" + move + "/undo/yes")).body()).contains("It is undone");
    assertThat(officer.post(at + "/" + move + "/undo/yes").status()).isEqualTo(303);
    assertThat(kitty.held(FundKind.STRIKE)).isEqualTo(90_000);
    assertThat(kitty.held(FundKind.GENERAL)).isZero();
    assertThat(local.read(() -> Kitty.part(Appropriations.class).find(decision)).orElseThrow().used()).isZero();
    assertThat(kitty.faults()).isEmpty();
  }

  @Test
  void whatWasSpentMeanwhileDoesNotGoBack(FoundedLocal local) {
    var kitty = Kitty.with(local, 0);
    kitty.comesIn(FundKind.STRIKE, 9_000);
    UUID move = asks(kitty, FundKind.STRIKE, FundKind.GENERAL, 9_000);
    approves(kitty, kitty.one(), move, Optional.empty());
    kitty.entered(UsedFor.FEES, UsedFor.CASH, FundKind.GENERAL, 1, Kitty.today());
    var moves = Kitty.part(FundMoves.class);
    kitty.as(kitty.treasurer(), () -> moves.askToUndo(move));
    assertThat(kitty.as(kitty.one(), () -> moves.undo(move))).isInstanceOf(Decided.NotEntered.class);
    String at = local.path("spending/moves/" + move + "/undo/yes");
    assertThat(local.withPasskey(kitty.one()).visitor().post(at).bodyWithoutTokens())
        .as("who does not read all of the books learns no sum")
        .contains("There is not enough in the fund")
        .doesNotContain("89.99");
    assertThat(kitty.as(kitty.two(), () -> moves.leave(move))).isInstanceOf(Decided.Done.class);
    assertThat(kitty.as(kitty.two(), () -> moves.leave(move))).isInstanceOf(Decided.Meanwhile.class);
    assertThat(kitty.held(FundKind.GENERAL)).isEqualTo(8_999);
  }

  @Test
  void manyWhoSayYesAtOnceMoveItOnce(FoundedLocal local) throws Exception {
    var kitty = Kitty.with(local, 10_000);
    UUID move = asks(kitty, FundKind.GENERAL, FundKind.STRIKE, 4_000);
    var barrier = new CyclicBarrier(4);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var all = new ArrayList<Future<Decided>>();
      for (int at = 0; at < 4; at++) {
        var person = at % 2 == 0 ? kitty.one() : kitty.two();
        all.add(threads.submit((Callable<Decided>) () -> {
          barrier.await();
          return approves(kitty, person, move, Optional.empty());
        }));
      }
      var done = new ArrayList<Decided>();
      for (var each : all) {
        done.add(each.get());
      }
      assertThat(done).filteredOn(Decided.Done.class::isInstance).hasSize(1);
    }
    assertThat(kitty.held(FundKind.STRIKE)).isEqualTo(4_000);
  }

  @Test
  void isAskedForAndSaidYesToOnOnePage(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    var treasurer = local.withPasskey(kitty.treasurer()).visitor();
    String at = local.path("spending/moves");
    assertThat(treasurer.get(at).body()).contains("Nothing was moved");
    String form = UUID.randomUUID().toString();
    String general = kitty.fund(FundKind.GENERAL).toString();
    assertThat(treasurer.post(at, "once", form, "from", general, "to", general, "place",
        kitty.account(UsedFor.CASH).toString(), "amount", "12x", "why", "<i>x").body())
        .contains("Choose another fund", "&lt;i>x", "12x");
    String[] right = {"once", form, "from", general, "to", kitty.fund(FundKind.STRIKE).toString(), "place",
        kitty.account(UsedFor.CASH).toString(), "amount", "12.50", "why", "<i>x"};
    assertThat(treasurer.follow(treasurer.post(at, right)).body()).contains("It waits for the yes", "&lt;i&gt;x")
        .doesNotContain("Yes, move it");
    treasurer.post(at, right);
    var rows = local.read(() -> Kitty.part(FundMoves.class).latest(9));
    assertThat(rows).hasSize(1);
    String yes = at + "/" + rows.getFirst().id() + "/yes";
    var member = kitty.member().visitor();
    assertThat(member.get(at).body()).contains("$12.50").doesNotContain("Yes, move it", "Withdraw");
    assertThat(member.post(yes).status()).isIn(403, 404);
    assertThat(member.post(at, right).status()).isIn(403, 404);
    assertThat(member.post(at + "/" + rows.getFirst().id() + "/withdraw").status()).isIn(403, 404);
    assertThat(treasurer.post(yes).body()).contains("somebody else");
    var officer = local.withPasskey(kitty.one()).visitor();
    assertThat(officer.get(local.path("treasury")).body()).contains("One waits for your yes");
    assertThat(officer.get(at).body()).contains("Yes, move it");
    assertThat(officer.follow(officer.post(yes)).body()).contains("It is moved");
    assertThat(officer.post(at + "/" + UUID.randomUUID() + "/yes").status()).isEqualTo(303);
  }

  @Test
  void whoAskedIsForgottenAndTheMoveStays(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    asks(kitty, FundKind.GENERAL, FundKind.STRIKE, 4_000);
    UUID asked = kitty.treasurer().id();
    local.write(() -> {
      org.groundwork.support.Product.shared()
          .beans(PersonForgotten.class)
          .values()
          .stream()
          .filter(SpendingForgotten.class::isInstance)
          .forEach(each -> each.forget(asked));
      return true;
    });
    assertThat(local.read(() -> Kitty.part(FundMoves.class).latest(9))).singleElement()
        .satisfies(each -> assertThat(each.askedBy()).isEmpty());
  }

  @Test
  void byHandSmallEntriesCountTogether(FoundedLocal local) {
    var kitty = Kitty.with(local, 100_000);
    var treasurer = local.withPasskey(kitty.treasurer()).visitor();
    String at = local.path("treasury/entries/new");
    assertThat(enter(treasurer, at, kitty, "200.00").status()).isEqualTo(303);
    assertThat(enter(treasurer, at, kitty, "51.00").body()).contains("within a week", "$250");
    assertThat(enter(treasurer, at, kitty, "50.00").status()).isEqualTo(303);
    assertThat(enter(treasurer, at, kitty, "251.00").body()).contains("More than $250");
    String move = local.path("treasury/entries/new");
    assertThat(moves(treasurer, move, kitty, "251.00").body()).contains("Moves between funds");
    assertThat(moves(treasurer, move, kitty, "150.00").status()).isEqualTo(303);
    assertThat(moves(treasurer, move, kitty, "150.00").body()).contains("Moves between funds", "within a week");
    assertThat(local.person(Role.MEMBER).visitor().get(at).status()).isIn(403, 404);
  }

  private static org.groundwork.support.Page enter(org.groundwork.support.Visitor treasurer, String at, Kitty kitty,
      String amount) {
    return treasurer.post(at, "kind", "out", "once", UUID.randomUUID().toString(), "on", Kitty.today().toString(),
        "what", "paint", "amount", amount, "place", kitty.account(UsedFor.CASH).toString(), "about",
        kitty.paint().toString(), "fund", kitty.fund(FundKind.GENERAL).toString());
  }

  private static org.groundwork.support.Page moves(org.groundwork.support.Visitor treasurer, String at, Kitty kitty,
      String amount) {
    String cash = kitty.account(UsedFor.CASH).toString();
    return treasurer.post(at, "kind", "move", "once", UUID.randomUUID().toString(), "on", Kitty.today().toString(),
        "what", "over", "amount", amount, "place", cash, "to", cash, "fund", kitty.fund(FundKind.GENERAL).toString(),
        "tofund", kitty.fund(FundKind.STRIKE).toString());
  }
}
