// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.ledger.UsedFor;
import org.groundwork.organizing.Conversations;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of rounds: for the steward, for whoever keeps the money, for two who count, and for nobody else. */
@ExtendWith(ProductExtension.class)
class RoundsPagesTest {
  private static final String HOSTILE = "\"><script>alert(1)</script>";

  private static String once(Page page) {
    return page.body().replaceAll("(?s).*?name=\"once\" value=\"([^\"]+)\".*", "$1");
  }

  @Test
  void aRoundIsBegunForAPartOfAPlaceAndGivenToItsSteward(FoundedLocal local) {
    var elms = Elms.of(local);
    var treasurer = elms.treasurer().visitor();
    String path = local.path("dues/rounds");
    assertThat(treasurer.get(path).body()).contains("No round is under way");
    assertThat(treasurer.get(path + "/new").body()).contains("118 Elm", "Members without a place");
    Page form = treasurer.get(path + "/new?of=" + elms.site());
    assertThat(form.body()).contains("1 (2 members)", "3 (1 member)");
    String of = elms.site().toString();
    assertThat(treasurer.post(path + "/new", "once", once(form), "of", of, "part", "1", "steward", "").body())
        .contains("steward-error", "value=\"1\" checked");
    assertThat(treasurer.post(path + "/new", "once", once(form), "of", of, "steward",
        elms.treasurer().id().toString()).body()).as("who holds no office there").contains("steward-error");
    Page begun = treasurer.post(path + "/new", "once", once(form), "of", of, "part", "1", "steward",
        elms.steward().id().toString());
    assertThat(begun.status()).isEqualTo(303);
    assertThat(treasurer.post(path + "/new", "once", once(form), "of", of, "part", "1", "steward",
        elms.steward().id().toString()).location().orElseThrow()).as("sent twice").isEqualTo(path);
    assertThat(treasurer.get(begun.location().orElseThrow()).body()).contains("Ana Quill", "Bo Quill")
        .doesNotContain("Cy Quill");
    assertThat(elms.steward().visitor().get(local.path("")).body()).contains("Your round: 2 doors, 0 done");
    assertThat(elms.steward().visitor().get(path).body()).contains("Round 1: 118 Elm · 1", "Yours");
  }

  @Test
  void aListOfMembersIsPutTogetherByName(FoundedLocal local) {
    var elms = Elms.of(local);
    var treasurer = elms.treasurer().visitor();
    String path = local.path("dues/rounds");
    String form = once(treasurer.get(path + "/new?of=names"));
    String at = treasurer.post(path + "/new", "once", form, "of", "names", "steward", elms.steward().id().toString())
        .location()
        .orElseThrow();
    assertThat(treasurer.get(at + "?q=Quill").body()).contains("Ana Quill");
    for (int twice = 0; twice < 2; twice++) {
      assertThat(treasurer.post(at + "/add", "person", elms.ana().toString()).status()).isEqualTo(303);
    }
    assertThat(treasurer.post(at + "/add", "person", UUID.randomUUID().toString()).status()).isEqualTo(404);
    assertThat(elms.steward().visitor().get(at + "/list").body()).contains("Ana Quill", "0 of 1 person");
    assertThat(treasurer.post(path + "/new", "once", UUID.randomUUID().toString(), "of", "nowhere", "steward",
        elms.steward().id().toString()).status()).isIn(303, 422);
    assertThat(elms.organiser().visitor().get(path + "/new?of=names").status()).as("not of a place").isEqualTo(404);
  }

  /** On a round of people who were put together by name a talk is written down too, at no place. */
  @Test
  void aTalkOfARoundOfNoPlaceIsWrittenDownOnce(FoundedLocal local) {
    var elms = Elms.of(local);
    var treasurer = elms.treasurer().visitor();
    String path = local.path("dues/rounds");
    String at = treasurer.post(path + "/new", "once", once(treasurer.get(path + "/new?of=names")), "of", "names",
        "steward", elms.steward().id().toString()).location().orElseThrow();
    UUID nowhere = local.write(() -> Elms.part(People.class)
        .addMember(Elms.part(ChangeSets.class).open("founding"),
            new People.Known("Nell Nowhere", Optional.empty(), Optional.empty(), "")));
    treasurer.post(at + "/add", "person", nowhere.toString());
    UUID round = UUID.fromString(at.substring(at.lastIndexOf('/') + 1));
    var steward = elms.steward().visitor();
    String door = elms.at(round, "/people/" + elms.visit(round, nowhere));
    assertThat(steward.get(door).body()).contains("name=\"talked\"", "name=\"next\"").doesNotContain("name=\"issue\"");
    assertThat(treasurer.get(door).body()).as("who talks with people nowhere").doesNotContain("name=\"talked\"");
    UUID talk = UUID.randomUUID();
    for (String[] elsewhere : List.of(new String[]{"issue", "heat"}, new String[]{"reply", "yes", "ask", "step:1"})) {
      var fields = new ArrayList<>(List.of("once", UUID.randomUUID().toString(), "what", "not-now", "talked", "yes",
          "talk", talk.toString()));
      fields.addAll(List.of(elsewhere));
      assertThat(steward.post(door, fields.toArray(String[]::new)).status()).as("what belongs to a place")
          .isEqualTo(422);
    }
    for (int twice = 0; twice < 2; twice++) {
      assertThat(steward.post(door, "once", UUID.randomUUID().toString(), "what", "not-now", "talked", "yes", "talk",
          talk.toString(), "next", HOSTILE).status()).isEqualTo(303);
    }
    var conversations = Elms.part(Conversations.class);
    var held = local.read(() -> conversations.with(nowhere, 9));
    assertThat(held).hasSize(1);
    assertThat(held.getFirst().site()).isEmpty();
    assertThat(held.getFirst().heldBy()).isEqualTo(elms.steward().id());
    assertThat(held.getFirst().talk().next().orElseThrow().step()).isEqualTo(HOSTILE);
    assertThat(local.read(() -> conversations.lastTalkedTo(List.of(nowhere)))).containsKey(nowhere);
    assertThat(local.<Boolean>as(elms.steward(), () -> Elms.part(Transactions.class)
        .write(() -> conversations.takeBack(talk).orElseThrow().site().isEmpty()))).isTrue();
    assertThat(local.read(() -> conversations.with(nowhere, 9))).isEmpty();
  }

  @Test
  void freeRatesAndWaiversLookLikeNothingDueOnEveryPageOfASteward(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID before = elms.round();
    elms.takes(before, elms.ana(), 1_000, false);
    UUID round = elms.round();
    var steward = elms.steward().visitor();
    String list = steward.get(elms.at(round, "/list")).body();
    assertThat(list).contains("Bo Quill", "nothing due").doesNotContain("Zebra", "$10");
    List<String> doors = List.of(elms.ana(), elms.free(), elms.waived())
        .stream()
        .map(person -> plain(steward.get(elms.at(round, "/people/" + elms.visit(round, person))).body()))
        .distinct()
        .toList();
    assertThat(doors).as("whoever paid before, pays nothing by right or was given time").hasSize(1);
    assertThat(doors.getFirst()).contains("nothing due");
    var answers = List.of(elms.ana(), elms.free(), elms.waived()).stream().map(person -> {
      String door = elms.at(round, "/people/" + elms.visit(round, person));
      Page paid = steward.post(door, "once", UUID.randomUUID().toString(), "what", "paid", "amount", "5");
      return plain(steward.get(paid.location().orElseThrow()).body());
    }).distinct().toList();
    assertThat(answers).as("and so do receipts").hasSize(1);
    assertThat(plain(steward.get(elms.at(round, "/people/" + elms.visit(round, elms.bo()))).body()))
        .isNotEqualTo(doors.getFirst());
  }

  /** A page without what tells people apart anyway: names, doors, identifiers, numbers of receipts. */
  private static String plain(String body) {
    return body.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
        .replaceAll("(Ana|Fee|Wei|Bo) Quill", "NAME")
        .replaceAll("<span class=\"plate\">[^<]*</span>", "DOOR")
        .replaceAll("R\\d+-\\d{3}", "NUMBER")
        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "TOKEN");
  }

  @Test
  void aReceiptIsThereAtOnceAndWhatWasTypedWrongIsKept(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    var steward = elms.steward().visitor();
    String door = elms.at(round, "/people/" + elms.visit(round, elms.ana()));
    for (String wrong : List.of("0", "-3", "12,345.678", "99999999999999", HOSTILE, "")) {
      Page again = steward.post(door, "once", UUID.randomUUID().toString(), "what", "paid", "amount", wrong);
      assertThat(again.status()).as(wrong).isEqualTo(422);
      assertThat(again.body()).contains("amount-error").doesNotContain(HOSTILE);
    }
    assertThat(steward.post(door, "once", UUID.randomUUID().toString(), "what", "paid", "amount", "7.25", "way",
        "cheque", "talked", "yes", "talk", UUID.randomUUID().toString(), "issue", "no such thing").body())
        .contains("value=\"7.25\"", "issue-error");
    String once = once(steward.get(door));
    for (int twice = 0; twice < 2; twice++) {
      Page paid = steward.post(door, "once", once, "what", "paid", "amount", "7.25", "way", "cheque");
      assertThat(steward.get(paid.location().orElseThrow()).body()).contains("R1-001", "$7.25", "Our group", "Cheque");
    }
    assertThat(elms.takings(round)).hasSize(1);
    String bo = elms.at(round, "/people/" + elms.visit(round, elms.bo()));
    assertThat(steward.follow(steward.post(bo, "once", UUID.randomUUID().toString(), "what", "not-now")).body())
        .contains("Written down: not now", "2 of 5 people done");
    assertThat(steward.post(bo, "once", UUID.randomUUID().toString(), "what", "other").status()).isEqualTo(404);
  }

  @Test
  void twoCountWithoutSeeingASum(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    elms.takes(round, elms.ana(), 4_321, false);
    elms.along(elms.steward(), round);
    var steward = elms.steward().visitor();
    var treasurer = elms.treasurer().visitor();
    assertThat(treasurer.get(elms.at(round, "")).body()).contains("$43.21", "R1-001", "On a phone");
    assertThat(steward.post(elms.at(round, "/hand-in")).body()).contains("A phone has not handed over yet");
    assertThat(steward.post(elms.at(round, "/hand-in"), "anyway", "yes").status()).isEqualTo(303);
    for (Visitor counter : List.of(steward, treasurer)) {
      for (String page : List.of("", "/count")) {
        assertThat(counter.get(elms.at(round, page)).body()).as("no sum before two have counted")
            .doesNotContain("43.21");
      }
    }
    UUID taking = elms.takings(round).getFirst().id();
    assertThat(treasurer.get(elms.at(round, "/receipts/" + taking)).status()).isEqualTo(404);
    assertThat(steward.post(elms.at(round, "/count"), "cash", "abc", "cheques", "").body()).contains("cash-error",
        "cheques-error", "value=\"abc\"");
    assertThat(steward.post(elms.at(round, "/count"), "cash", "40", "cheques", "0").status()).isEqualTo(303);
    assertThat(steward.get(elms.at(round, "/count")).body()).contains("Now a second person counts");
    assertThat(treasurer.get(elms.at(round, "/count")).body()).doesNotContain("$40", "value=\"40\"");
    assertThat(treasurer.post(elms.at(round, "/count"), "cash", "40", "cheques", "0").status()).isEqualTo(303);
    Page off = treasurer.get(elms.at(round, "/count"));
    assertThat(off.body()).contains("$40", "$43.21", "R1-001", "Ana Quill", "name=\"cashBy\" value=\"-321\"");
    assertThat(steward.get(elms.at(round, "/count")).body()).contains("Whoever keeps the money enters the difference")
        .doesNotContain("Ana Quill");
    String confirm = elms.at(round, "/count/confirm");
    assertThat(treasurer.post(confirm, "cashBy", "-321", "chequesBy", "0", "reason", "").body())
        .contains("reason-error");
    assertThat(steward.post(confirm, "cashBy", "-321", "chequesBy", "0", "reason", "So").status()).isEqualTo(403);
    assertThat(treasurer.post(confirm, "cashBy", "-321", "chequesBy", "0", "reason", HOSTILE).status()).isEqualTo(303);
    assertThat(treasurer.get(elms.at(round, "")).body()).contains("&lt;script&gt;").doesNotContain(HOSTILE);
    assertThat(elms.balance(UsedFor.CASH)).isEqualTo(4_000);
  }

  @Test
  void whatWaitsAndWhatWasWrongIsPutRightByWhoeverKeepsTheMoney(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    var taken = elms.along(elms.steward(), round);
    elms.handedOver(elms.steward(), taken.get("turf").asString(), elms.paid(round, elms.bo(), 4_000, 1_000));
    elms.takes(round, elms.ana(), 1_000, false);
    var treasurer = elms.treasurer().visitor();
    assertThat(treasurer.get(local.path("")).body()).contains("A payment at the door waits for you");
    var waiting = elms.takings(round).stream().filter(each -> each.is(Taking.State.WAITS)).findFirst().orElseThrow();
    var entered = elms.takings(round).stream().filter(each -> each.is(Taking.State.ENTERED)).findFirst().orElseThrow();
    assertThat(treasurer.get(elms.at(round, "")).body()).contains("R1-4000", "none that this phone was given");
    String verdict = elms.at(round, "/waiting/" + waiting.id());
    assertThat(treasurer.post(verdict, "verdict", "refuse", "note", "").body()).contains("put right");
    assertThat(treasurer.post(verdict, "verdict", "maybe").status()).isEqualTo(404);
    assertThat(treasurer.post(verdict, "verdict", "take").status()).isEqualTo(303);
    assertThat(elms.owes(elms.bo())).isZero();
    String undo = elms.at(round, "/receipts/" + entered.id() + "/undo");
    assertThat(treasurer.post(undo, "note", "").status()).isEqualTo(422);
    assertThat(treasurer.post(undo, "note", HOSTILE).status()).isEqualTo(303);
    assertThat(treasurer.get(elms.at(round, "")).body()).contains("Put right", "&lt;script&gt;")
        .doesNotContain(HOSTILE);
    assertThat(elms.owes(elms.ana())).isEqualTo(1_000);
    UUID another = elms.round();
    assertThat(treasurer.post(elms.at(another, "/receipts/" + entered.id() + "/undo"), "note", "x").status())
        .as("a receipt of another round")
        .isEqualTo(404);
  }

  @Test
  void nobodySeesARoundWhoHasNothingToDoWithIt(FoundedLocal local, Product product) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    Taking taking = elms.takes(round, elms.ana(), 1_000, false);
    UUID visit = elms.visit(round, elms.bo());
    var member = local.person(Role.MEMBER).visitor();
    var otherSteward = Elms.steward(local, elms.site()).visitor();
    UUID elsewhere = local.write(() -> Elms.part(org.groundwork.roll.Sites.class)
        .add(org.groundwork.roll.SiteKind.BUILDING, "9 Oak", java.util.Optional.empty()));
    var otherOrganiser = local
        .withPasskey(local.person(new Reach.Sites(Set.of(elsewhere)), Role.MEMBER, Role.ORGANISER))
        .visitor();
    FoundedLocal foreign = product.found();
    var theirs = Elms.of(foreign);
    for (String rest : List.of("", "/list", "/along", "/count", "/people/" + visit, "/receipts/" + taking.id())) {
      assertThat(member.get(elms.at(round, rest)).status()).as("a member at " + rest).isEqualTo(404);
      assertThat(otherSteward.get(elms.at(round, rest)).status()).as("another steward at " + rest).isEqualTo(404);
      assertThat(otherOrganiser.get(elms.at(round, rest)).status()).as("another organiser at " + rest).isEqualTo(404);
      assertThat(theirs.treasurer().visitor().get(theirs.at(round, rest)).status()).as("another local at " + rest)
          .isEqualTo(404);
    }
    String once = UUID.randomUUID().toString();
    assertThat(otherSteward.post(elms.at(round, "/people/" + visit), "once", once, "what", "paid", "amount", "5")
        .status()).isEqualTo(404);
    assertThat(otherSteward.post(elms.at(round, "/hand-in")).status()).isEqualTo(404);
    assertThat(member.post(elms.at(round, "/count"), "cash", "1", "cheques", "0").status()).isEqualTo(404);
    assertThat(elms.steward()
        .visitor()
        .post(elms.at(round, "/steward"), "steward", elms.steward().id().toString())
        .status()).as("a steward gives their round to nobody").isEqualTo(403);
    assertThat(elms.steward().visitor().post(elms.at(round, "/add"), "person", elms.ana().toString()).status())
        .isEqualTo(403);
    assertThat(elms.organiser().visitor().get(elms.at(round, "")).body()).contains("Ana Quill", "$10")
        .doesNotContain("R1-001");
    assertThat(elms.organiser()
        .visitor()
        .post(elms.at(round, "/people/" + visit), "once", once, "what", "paid",
            "amount", "5")
        .status()).as("an organiser takes no money on another’s round").isEqualTo(404);
    assertThat(member.get(local.path("dues/rounds")).body()).contains("You carry no round").doesNotContain("118 Elm");
    assertThat(member.get(local.path("dues/rounds/new")).status()).isEqualTo(403);
    assertThat(otherOrganiser.get(local.path("dues/rounds/new?of=" + elms.site())).status()).isEqualTo(404);
    assertThat(elms.steward().visitor().post(local.path("dues/rounds/rule"), "shows", "on").status()).isEqualTo(403);
    var auditor = local.withPasskey(local.person(Role.MEMBER, Role.AUDITOR)).visitor();
    String checked = auditor.get(elms.at(round, "")).body();
    assertThat(checked).contains("R1-001").doesNotContain("/undo");
    assertThat(checked.substring(checked.indexOf("R1-001"))).as("no sum beside a name").doesNotContain("Ana Quill");
    assertThat(auditor.post(elms.at(round, "/receipts/" + taking.id() + "/undo"), "note", "x").status())
        .isEqualTo(403);
  }

  @Test
  void whoeverOnlyCountsSeesNoName(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    elms.takes(round, elms.ana(), 1_000, false);
    var officer = local.withPasskey(local.person(Role.MEMBER, Role.ADMINISTRATOR)).visitor();
    assertThat(officer.get(elms.at(round, "")).status()).as("while it is collected").isEqualTo(404);
    elms.as(elms.steward(), () -> Elms.part(Rounds.class).handIn(round, false));
    assertThat(officer.get(local.path("")).body()).contains("An envelope is to be counted");
    assertThat(officer.get(elms.at(round, "")).body()).contains("Count the envelope")
        .doesNotContain("Ana Quill", "R1-001", "$10");
    assertThat(officer.post(elms.at(round, "/count"), "cash", "10", "cheques", "0").status()).isEqualTo(303);
    assertThat(elms.steward().visitor().post(elms.at(round, "/count"), "cash", "10", "cheques", "0").status())
        .isEqualTo(303);
    assertThat(elms.balance(UsedFor.CASH)).isEqualTo(1_000);
  }

  @Test
  void aRoundGoesToAnotherStewardAndNobodyElseCarriesIt(FoundedLocal local) {
    var elms = Elms.of(local);
    UUID round = elms.round();
    var other = Elms.steward(local, elms.site());
    assertThat(elms.organiser().visitor().post(elms.at(round, "/steward"), "steward", other.id().toString()).status())
        .isEqualTo(303);
    assertThat(elms.steward().visitor().get(elms.at(round, "")).status()).isEqualTo(404);
    assertThat(other.visitor().get(elms.at(round, "/list")).status()).isEqualTo(200);
    elms.as(other, () -> Elms.part(Rounds.class).handIn(round, false));
    assertThat(elms.now(round).state()).as("nothing was taken, so there is nothing to count")
        .isEqualTo(Round.State.COUNTED);
    assertThat(elms.organiser().visitor().post(elms.at(round, "/steward"), "steward", other.id().toString()).status())
        .isEqualTo(409);
  }
}
