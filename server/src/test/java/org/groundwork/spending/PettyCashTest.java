// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.files.Pictures;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Upload;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Petty cash: handed out, spent with receipts, counted by two, topped up, given back. */
@ExtendWith(ProductExtension.class)
class PettyCashTest {
  private static final String HOSTILE = "\"><script>alert(1)</script>";

  private static PettyCash petty() { return Kitty.part(PettyCash.class); }

  /** A float of so much, carried by the first organiser. */
  private static UUID handedOut(Kitty kitty, long cents) {
    UUID fund = kitty.fund(FundKind.GENERAL);
    return kitty.as(kitty.treasurer(), () -> {
      UUID id = ((PettyDone.Done) petty().open(kitty.one().id(), fund)).id();
      assertThat(petty().topUp(id, cents)).isInstanceOf(PettyDone.Done.class);
      return id;
    });
  }

  private static long holds(Kitty kitty, UUID id) {
    return kitty.local().read(() -> petty().find(id)).orElseThrow().holds();
  }

  private static PettyDone counts(Kitty kitty, FoundedLocal.Person person, UUID id, long sum, String reason) {
    return kitty.as(person, () -> petty().counted(id, sum, reason));
  }

  @Test
  void whatIsCarriedIsKeptApartFromTheBoxAndEqualsTheBooks(FoundedLocal local) {
    var kitty = Kitty.with(local, 50_000);
    UUID id = handedOut(kitty, 8_000);
    assertThat(kitty.balance(UsedFor.CASH)).isEqualTo(42_000);
    assertThat(kitty.balance(UsedFor.PETTY_CASH)).isEqualTo(8_000);
    assertThat(kitty.held(FundKind.GENERAL)).isEqualTo(50_000);
    assertThat(kitty.as(kitty.treasurer(), () -> petty().topUp(id, 2_001))).isEqualTo(new PettyDone.TooMuch(10_000));
    assertThat(kitty.as(kitty.one(), () -> petty().spent(id, 8_001, kitty.paint(), "paint", Kitty.today())))
        .isEqualTo(new PettyDone.TooLittle(8_000));
    kitty.as(kitty.one(), () -> petty().spent(id, 3_000, kitty.paint(), "paint", Kitty.today()));
    kitty.as(kitty.treasurer(), () -> petty().giveBack(id, 1_000));
    assertThat(holds(kitty, id)).isEqualTo(4_000).isEqualTo(kitty.balance(UsedFor.PETTY_CASH));
    assertThat(kitty.held(FundKind.GENERAL)).isEqualTo(47_000);
    assertThat(kitty.as(kitty.treasurer(), () -> petty().close(id))).isEqualTo(new PettyDone.TooMuch(0));
    kitty.as(kitty.treasurer(), () -> petty().giveBack(id, 4_000));
    assertThat(kitty.as(kitty.treasurer(), () -> petty().close(id))).isInstanceOf(PettyDone.CountFirst.class);
    counts(kitty, kitty.one(), id, 0, "");
    assertThat(counts(kitty, kitty.two(), id, 0, "")).isInstanceOf(PettyDone.Done.class);
    assertThat(kitty.as(kitty.treasurer(), () -> petty().close(id))).isInstanceOf(PettyDone.Done.class);
    assertThat(kitty.as(kitty.treasurer(), () -> petty().topUp(id, 1))).isInstanceOf(PettyDone.Meanwhile.class);
    assertThat(kitty.faults()).isEmpty();
  }

  /** What is at the bank is not in the box that a float is filled from. */
  @Test
  void noMoreIsHandedOutThanIsInTheBox(FoundedLocal local) {
    var kitty = Kitty.with(local, 3_000);
    kitty.entered(UsedFor.BANK, UsedFor.DUES, FundKind.GENERAL, 50_000, Kitty.today());
    UUID id = handedOut(kitty, 1_000);
    assertThat(kitty.as(kitty.treasurer(), () -> petty().topUp(id, 2_001)))
        .isEqualTo(new PettyDone.NotInTheBox(2_000));
    assertThat(holds(kitty, id)).isEqualTo(1_000);
    assertThat(kitty.as(kitty.treasurer(), () -> petty().topUp(id, 2_000))).isInstanceOf(PettyDone.Done.class);
    assertThat(kitty.balance(UsedFor.CASH)).isZero();
  }

  @Test
  void twoPeopleCountAndADifferenceIsEnteredWithItsReason(FoundedLocal local) {
    var kitty = Kitty.with(local, 50_000);
    UUID id = handedOut(kitty, 8_000);
    assertThat(counts(kitty, kitty.one(), id, 7_900, "")).isInstanceOf(PettyDone.CountedOnce.class);
    assertThat(counts(kitty, kitty.one(), id, 7_900, "")).isInstanceOf(PettyDone.SamePerson.class);
    assertThat(counts(kitty, kitty.two(), id, 7_950, "")).isInstanceOf(PettyDone.CountsDiffer.class);
    assertThat(counts(kitty, kitty.two(), id, 7_900, "")).as("counted again from the start")
        .isInstanceOf(PettyDone.CountedOnce.class);
    assertThat(counts(kitty, kitty.one(), id, 7_900, "")).isEqualTo(new PettyDone.ReasonNeeded(-100));
    assertThat(counts(kitty, kitty.one(), id, 7_900, "a coin fell down the drain")).isInstanceOf(PettyDone.Done.class);
    assertThat(holds(kitty, id)).isEqualTo(7_900);
    assertThat(kitty.balance(UsedFor.COUNTED_OFF)).isEqualTo(100);
    counts(kitty, kitty.one(), id, 7_900, "");
    assertThat(counts(kitty, kitty.two(), id, 7_900, "")).isInstanceOf(PettyDone.Done.class);
    assertThat(local.read(() -> petty().moves(id)).getFirst().amount()).isZero();
    assertThat(kitty.balance(UsedFor.PETTY_CASH)).isEqualTo(7_900);
  }

  @Test
  void whatWasCountedBeforeSomethingWasSpentIsCountedAgain(FoundedLocal local) {
    var kitty = Kitty.with(local, 50_000);
    UUID id = handedOut(kitty, 8_000);
    counts(kitty, kitty.two(), id, 8_000, "");
    kitty.as(kitty.one(), () -> petty().spent(id, 1_000, kitty.paint(), "paint", Kitty.today()));
    assertThat(counts(kitty, kitty.one(), id, 8_000, "")).isInstanceOf(PettyDone.CountedOnce.class);
  }

  @Test
  void isToppedUpOnceTwoCountedWhatWasSpent(FoundedLocal local) {
    var kitty = Kitty.with(local, 50_000);
    UUID id = handedOut(kitty, 8_000);
    kitty.as(kitty.one(), () -> petty().spent(id, 5_000, kitty.paint(), "paint", Kitty.today()));
    assertThat(kitty.as(kitty.treasurer(), () -> petty().topUp(id, 100))).isInstanceOf(PettyDone.CountFirst.class);
    counts(kitty, kitty.one(), id, 3_000, "");
    assertThat(kitty.as(kitty.treasurer(), () -> petty().topUp(id, 100))).as("one counted")
        .isInstanceOf(PettyDone.CountFirst.class);
    assertThat(counts(kitty, kitty.two(), id, 3_000, "")).isInstanceOf(PettyDone.Done.class);
    assertThat(kitty.as(kitty.treasurer(), () -> petty().topUp(id, 100))).isInstanceOf(PettyDone.Done.class);
  }

  @Test
  void nobodyHandsItToThemselves(FoundedLocal local) {
    var kitty = Kitty.with(local, 50_000);
    UUID fund = kitty.fund(FundKind.GENERAL);
    UUID id = kitty.as(kitty.one(), () -> ((PettyDone.Done) petty().open(kitty.treasurer().id(), fund)).id());
    assertThat(kitty.as(kitty.treasurer(), () -> petty().topUp(id, 100))).isInstanceOf(PettyDone.AnotherOfficer.class);
    String path = local.path("spending/petty-cash");
    var treasurer = office(local, kitty.treasurer());
    String once = once(treasurer.get(path + "/" + id));
    assertThat(treasurer.get(path + "/" + id).body()).doesNotContain("Top up, or take back");
    assertThat(treasurer.post(path + "/" + id + "/top-up", "once", once, "amount", "5").body())
        .contains("Another officer does");
    assertThat(treasurer.get(path + "/new").body()).doesNotContain(kitty.treasurer().id().toString())
        .contains(kitty.two().id().toString());
    var two = office(local, kitty.two());
    assertThat(two.get(path + "/new").body()).as("an officer hands it to whoever keeps the money, and to nobody else")
        .contains(kitty.treasurer().id().toString())
        .doesNotContain(kitty.one().id().toString());
    assertThat(two.post(path + "/" + id + "/top-up", "once", once(two.get(path + "/" + id)), "amount", "5").status())
        .isEqualTo(303);
    assertThat(holds(kitty, id)).isEqualTo(500);
    UUID other = kitty.as(kitty.treasurer(), () -> ((PettyDone.Done) petty().open(kitty.one().id(), fund)).id());
    assertThat(two.post(path + "/" + other + "/top-up", "once", UUID.randomUUID().toString(), "amount", "5").status())
        .isEqualTo(404);
    assertThat(kitty.member().visitor().get(path + "/new").status()).isEqualTo(403);
  }

  @Test
  void allThatIsHandedOutWithinAWeekCountsTogether(FoundedLocal local) throws Exception {
    var kitty = Kitty.with(local, 90_000);
    UUID fund = kitty.fund(FundKind.GENERAL);
    var floats = new ArrayList<UUID>();
    for (var person : List.of(kitty.one(), kitty.two(), local.founder())) {
      floats.add(kitty.as(kitty.treasurer(), () -> ((PettyDone.Done) petty().open(person.id(), fund)).id()));
    }
    var turns = floats.iterator();
    List<PettyDone> done;
    try (var threads = Executors.newFixedThreadPool(3)) {
      var work = new ArrayList<Callable<PettyDone>>();
      while (turns.hasNext()) {
        UUID each = turns.next();
        work.add(() -> kitty.as(kitty.treasurer(), () -> petty().topUp(each, 10_000)));
      }
      done = new ArrayList<>();
      for (var each : threads.invokeAll(work)) {
        done.add(each.get());
      }
    }
    assertThat(done).filteredOn(PettyDone.Done.class::isInstance).hasSize(2);
    assertThat(done).filteredOn(PettyDone.OverLimit.class::isInstance)
        .containsExactly(new PettyDone.OverLimit(25_000));
    assertThat(kitty.balance(UsedFor.PETTY_CASH)).isEqualTo(20_000);
  }

  /** Money for people in need and for strikes leaves by its own rules; what is carried of it already only goes back. */
  @Test
  void nobodyCarriesMoneyOfTheHardshipOrTheStrikeFund(FoundedLocal local) {
    var kitty = Kitty.with(local, 50_000);
    kitty.comesIn(FundKind.STRIKE, 50_000);
    kitty.comesIn(FundKind.HARDSHIP, 50_000);
    var treasurer = office(local, kitty.treasurer());
    String path = local.path("spending/petty-cash");
    for (FundKind kind : List.of(FundKind.STRIKE, FundKind.HARDSHIP)) {
      UUID fund = kitty.fund(kind);
      assertThat(kitty.as(kitty.treasurer(), () -> petty().open(kitty.one().id(), fund)))
          .isInstanceOf(PettyDone.NotOfThisFund.class);
      var form = treasurer.get(path + "/new");
      assertThat(form.body()).contains(kitty.fund(FundKind.GENERAL).toString()).doesNotContain(fund.toString());
      assertThat(treasurer.post(path + "/new", "once", once(form), "holder", kitty.one().id().toString(), "fund",
          fund.toString(), "amount", "5").body()).contains("fund-error", "Nobody carries money of the hardship");
    }
    assertThat(local.read(() -> petty().all())).isEmpty();

    UUID before = handedOut(kitty, 3_000); // of another fund, as it could be before
    local.write(() -> Kitty.part(JdbcClient.class)
        .sql("update spending.petty_float set fund_id = ? where local_id = ? and id = ?")
        .params(kitty.fund(FundKind.STRIKE), local.id().value(), before)
        .update());
    assertThat(kitty.as(kitty.treasurer(), () -> petty().topUp(before, 100)))
        .isInstanceOf(PettyDone.NotOfThisFund.class);
    assertThat(kitty.as(kitty.one(), () -> petty().spent(before, 100, kitty.paint(), "paint", Kitty.today())))
        .isInstanceOf(PettyDone.NotOfThisFund.class);
    assertThat(treasurer.get(path + "/" + before).body())
        .contains("can only be given back", "Take it back into the box")
        .doesNotContain("Put it in from the box");
    assertThat(office(local, kitty.one()).get(path + "/" + before).body()).contains("can only be given back")
        .doesNotContain(before + "/spent");
    assertThat(kitty.as(kitty.treasurer(), () -> petty().giveBack(before, 3_000))).isInstanceOf(PettyDone.Done.class);
    counts(kitty, kitty.one(), before, 0, "");
    counts(kitty, kitty.two(), before, 0, "");
    assertThat(kitty.as(kitty.treasurer(), () -> petty().close(before))).isInstanceOf(PettyDone.Done.class);
  }

  @Test
  void aMistakeIsUndoneInTheBooksToo(FoundedLocal local) {
    var kitty = Kitty.with(local, 50_000);
    UUID id = handedOut(kitty, 8_000);
    UUID spent = kitty.as(kitty.one(),
        () -> ((PettyDone.Done) petty().spent(id, 3_000, kitty.paint(), "paint", Kitty.today())).id());
    UUID out = local.read(() -> petty().moves(id)).getLast().id();
    assertThat(kitty.as(kitty.treasurer(), () -> petty().undo(id, out, "typed wrong")))
        .isEqualTo(new PettyDone.TooLittle(5_000));
    assertThat(kitty.as(kitty.one(), () -> petty().undo(id, out, "x"))).isInstanceOf(PettyDone.AnotherOfficer.class);
    String at = local.path("spending/petty-cash/" + id);
    var holder = office(local, kitty.one());
    assertThat(holder.post(at + "/moves/" + out + "/undo", "once", once(holder.get(at)), "what", "x").status())
        .isEqualTo(404);
    assertThat(kitty.member()
        .visitor()
        .post(at + "/moves/" + spent + "/undo", "once", UUID.randomUUID().toString(),
            "what", "x")
        .status()).isEqualTo(404);
    assertThat(holder.post(at + "/moves/" + spent + "/undo", "once", once(holder.get(at)), "what", "").body())
        .contains("what-error");
    assertThat(holder.post(at + "/moves/" + spent + "/undo", "once", once(holder.get(at)), "what", HOSTILE).status())
        .isEqualTo(303);
    assertThat(holder.get(at).body()).contains("A mistake undone", "&lt;script&gt;").doesNotContain(HOSTILE);
    assertThat(holds(kitty, id)).isEqualTo(8_000).isEqualTo(kitty.balance(UsedFor.PETTY_CASH));
    assertThat(kitty.as(kitty.one(), () -> petty().undo(id, spent, "again"))).isInstanceOf(PettyDone.Meanwhile.class);
    assertThat(kitty.as(kitty.treasurer(), () -> petty().topUp(id, 100))).as("nothing was spent after all")
        .isInstanceOf(PettyDone.Done.class);
    assertThat(kitty.as(kitty.treasurer(), () -> petty().undo(id, out, "too much"))).isInstanceOf(PettyDone.Done.class);
    assertThat(kitty.balance(UsedFor.CASH)).isEqualTo(49_900);
    assertThat(kitty.faults()).isEmpty();
  }

  /** That it was given back by mistake is no way around what holds for handing it out. */
  @Test
  void undoingThatItWasGivenBackHandsItOutAgain(FoundedLocal local) {
    var kitty = Kitty.with(local, 90_000);
    UUID id = handedOut(kitty, 8_000);
    UUID first = givesBack(kitty, id, 8_000);
    kitty.as(kitty.treasurer(), () -> petty().topUp(id, 9_000));
    assertThat(kitty.as(kitty.treasurer(), () -> petty().undo(id, first, "it stayed")))
        .isEqualTo(new PettyDone.TooMuch(10_000));
    givesBack(kitty, id, 9_000);
    kitty.entered(UsedFor.BANK, UsedFor.CASH, FundKind.GENERAL, 90_000, Kitty.today());
    assertThat(kitty.as(kitty.treasurer(), () -> petty().undo(id, first, "it stayed")))
        .isEqualTo(new PettyDone.NotInTheBox(0));
    kitty.comesIn(FundKind.GENERAL, 90_000);
    assertThat(kitty.as(kitty.treasurer(), () -> petty().undo(id, first, "it stayed")))
        .isInstanceOf(PettyDone.Done.class);
    assertThat(holds(kitty, id)).isEqualTo(8_000).isEqualTo(kitty.balance(UsedFor.PETTY_CASH));
    assertThat(kitty.as(kitty.treasurer(), () -> petty().topUp(id, 1))).as("80 and 90 and 80 again within a week")
        .isEqualTo(new PettyDone.OverLimit(25_000));
    kitty.as(kitty.one(), () -> petty().spent(id, 1_000, kitty.paint(), "paint", Kitty.today()));
    UUID last = givesBack(kitty, id, 500);
    assertThat(kitty.as(kitty.treasurer(), () -> petty().undo(id, last, "it stayed")))
        .isInstanceOf(PettyDone.CountFirst.class);
    String at = local.path("spending/petty-cash/" + id);
    var treasurer = office(local, kitty.treasurer());
    var refused = treasurer.post(at + "/moves/" + last + "/undo", "once", once(treasurer.get(at)), "what", HOSTILE);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("what-error", "Count it by two first",
        "value=\"&#34;>&lt;script>")
        .doesNotContain(HOSTILE, "amount-error");
    assertThat(kitty.faults()).isEmpty();
  }

  private static UUID givesBack(Kitty kitty, UUID id, long cents) {
    return ((PettyDone.Done) kitty.as(kitty.treasurer(), () -> petty().giveBack(id, cents))).id();
  }

  @Test
  void manyAtOnceNeverSpendMoreThanIsInItAndOneHasOneFloat(FoundedLocal local) throws Exception {
    var kitty = Kitty.with(local, 50_000);
    UUID id = handedOut(kitty, 1_000);
    List<PettyDone> done = atOnce(() -> kitty.as(kitty.one(),
        () -> petty().spent(id, 300, kitty.paint(), "paint", Kitty.today())));
    assertThat(done).filteredOn(PettyDone.Done.class::isInstance).hasSize(3);
    assertThat(holds(kitty, id)).isEqualTo(100).isEqualTo(kitty.balance(UsedFor.PETTY_CASH));
    UUID fund = kitty.fund(FundKind.GENERAL);
    List<PettyDone> opened = atOnce(() -> kitty.as(kitty.treasurer(), () -> petty().open(kitty.two().id(), fund)));
    assertThat(opened).filteredOn(PettyDone.Done.class::isInstance).hasSize(1);
  }

  private static List<PettyDone> atOnce(Callable<PettyDone> work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(6)) {
      var results = new ArrayList<PettyDone>();
      for (var each : threads.invokeAll(java.util.Collections.nCopies(6, work))) {
        results.add(each.get());
      }
      return results;
    }
  }

  private static Visitor office(FoundedLocal local, FoundedLocal.Person person) {
    return local.withPasskey(person).visitor();
  }

  private static String once(Page page) {
    return page.body().replaceAll("(?s).*?name=\"once\" value=\"([^\"]+)\".*", "$1");
  }

  @Test
  void theTreasurerHandsItOutTheHolderSpendsAndTwoCountOnThePages(FoundedLocal local) {
    var kitty = Kitty.with(local, 50_000);
    var treasurer = office(local, kitty.treasurer());
    String path = local.path("spending/petty-cash");
    assertThat(treasurer.get(path).body()).contains("Nobody carries petty cash");
    String form = once(treasurer.get(path + "/new"));
    String fund = kitty.fund(FundKind.GENERAL).toString();
    assertThat(
        treasurer.post(path + "/new", "once", form, "holder", kitty.member().id().toString(), "fund", fund, "amount",
            "100.01").body())
        .contains("holder-error", "amount-error", "value=\"100.01\"");
    for (int twice = 0; twice < 2; twice++) {
      assertThat(
          treasurer.post(path + "/new", "once", form, "holder", kitty.one().id().toString(), "fund", fund, "amount",
              "80").status())
          .isEqualTo(303);
    }
    UUID id = local.read(() -> petty().all()).getFirst().id();
    String at = path + "/" + id;
    var holder = office(local, kitty.one());
    String spent = once(holder.get(at + "/spent"));
    Upload receipt = new Upload("files", "<b>coffee.png", Pictures.png(30, 30));
    assertThat(holder.upload(at + "/spent", receipt, "once", spent, "amount", "90", "what", HOSTILE, "account",
        kitty.paint().toString(), "on", Kitty.today().toString()).body())
        .contains("In it is only $80", "&lt;b&gt;coffee");
    for (int twice = 0; twice < 2; twice++) {
      assertThat(holder.upload(at + "/spent", List.of(), "once", spent, "amount", "30", "what", HOSTILE, "account",
          kitty.paint().toString(), "on", Kitty.today().toString()).status()).isEqualTo(303);
    }
    Page page = holder.get(at);
    assertThat(page.body()).contains("$50", "&lt;script&gt;", "&lt;b&gt;coffee", "$30 out").doesNotContain(HOSTILE);
    String file = page.body().replaceAll("(?s).*href=\"([^\"]+/papers/[^\"]+)\".*", "$1");
    assertThat(holder.get(file).status()).isEqualTo(200);
    assertThat(holder.post(at + "/count", "once", once(page), "counted", "49").location())
        .contains(at + "?said=counted-once");
    var two = office(local, kitty.two());
    Page second = two.get(at);
    assertThat(second.body()).contains("Count it yourself").doesNotContain("value=\"49\"", "$49");
    Page why = two.post(at + "/count", "once", once(second), "counted", "49");
    assertThat(why.body()).contains("reason-error", "$1 less than should be in it");
    assertThat(two.post(at + "/count", "once", once(second), "counted", "49", "reason", HOSTILE).status())
        .isEqualTo(303);
    assertThat(two.get(at).body()).contains("$49").doesNotContain(HOSTILE);
  }

  @Test
  void nobodySeesWhatAnotherCarriesButOfficersAndNobodyElseSpendsIt(FoundedLocal local, Product product) {
    var kitty = Kitty.with(local, 50_000);
    UUID id = handedOut(kitty, 8_000);
    String at = local.path("spending/petty-cash/" + id);
    var member = kitty.member().visitor();
    assertThat(member.get(at).status()).isEqualTo(404);
    assertThat(member.get(local.path("spending/petty-cash")).body()).contains("You carry no petty cash")
        .doesNotContain("$80");
    assertThat(member.post(at + "/count", "once", UUID.randomUUID().toString(), "counted", "1").status())
        .isEqualTo(404);
    assertThat(office(local, kitty.two()).get(at + "/spent").status()).isEqualTo(404);
    assertThat(
        office(local, kitty.two()).upload(at + "/spent", List.of(), "once", UUID.randomUUID().toString()).status())
        .isEqualTo(404);
    assertThat(office(local, local.person(Role.MEMBER, Role.AUDITOR)).get(at).body()).doesNotContain("/count");
    FoundedLocal elsewhere = product.found();
    var theirs = Kitty.with(elsewhere, 500);
    String there = elsewhere.path("spending/petty-cash/" + id);
    assertThat(office(elsewhere, theirs.treasurer()).get(there).status()).isEqualTo(404);
    assertThat(office(elsewhere, theirs.treasurer()).post(there + "/give-back", "once", UUID.randomUUID().toString(),
        "amount", "1").status()).isEqualTo(404);
    assertThat(holds(kitty, id)).isEqualTo(8_000);
  }
}
