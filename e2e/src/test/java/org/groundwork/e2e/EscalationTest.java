// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * From a decision to withhold rent over a paper from the landlord, a gate with people at it and somebody who is hit back at
 * to a win that is kept: one organiser on a phone, the second at a desk, a member on a phone of their own.
 */
class EscalationTest {
  private static final String FIGHT = "Withdraw the rent rise";
  private static final String CALL = "Stand with a neighbour";
  private static final String WHERE = "118 Elm Street, 3A, ring twice";

  @Test
  void withholdsRentStandsAtAGateDefendsAndWins() {
    try (var product = RunningProduct.empty();
        var chromium = new Chromium();
        var phone = chromium.phone("en-US");
        var desk = chromium.desk("en-US");
        var other = chromium.phone("en-US")) {
      var rosa = new Hand(phone.newPage(), product.address(), "escalation");
      rosa.open("/demonstration");
      rosa.next();
      rosa.tap("button[value='organiser']");
      String local = rosa.path().replaceAll("(/l/[^/]+).*", "$1");
      var dolores = new Hand(desk.newPage(), product.address(), "escalation-second");
      dolores.open("/demonstration");
      dolores.tap("button[value='second-organiser']");
      String fight = fight(rosa, FIGHT);
      String strike = decidesToWithholdRent(rosa, fight);
      beginsAndWritesAHomeDown(rosa);
      writesAPaperDown(rosa, strike);
      standsAtAGate(rosa, dolores);
      String call = isHitBackAt(rosa, local);
      dolores.open(local);
      assertThat(dolores.main().innerText()).contains(CALL);
      dolores.open(call);
      dolores.next();
      assertThat(dolores.main().innerText()).doesNotContain("Waits for a second person");
      comesAndReadsWhere(new Hand(other.newPage(), product.address(), "escalation-member"), local);
      agreesAndEnds(rosa, strike);
      wins(rosa, local, fight);
    }
  }

  private static LocalDate today() { return LocalDate.now(ZoneId.systemDefault()); }

  private static String yesterday() { return today().minusDays(1).toString(); }

  private static String fight(Hand hand, String title) {
    hand.tap("nav a[href$='/campaigns']");
    hand.tap("main a:has-text('" + title + "')");
    return hand.path();
  }

  private static List<String> rungs(Hand hand) {
    return hand.page().locator(".ladder__name a").all().stream().map(rung -> rung.getAttribute("href")).toList();
  }

  private static String decidesToWithholdRent(Hand hand, String fight) {
    hand.open(fight);
    var rungs = rungs(hand);
    hand.open(rungs.get(2) + "/change");
    hand.page().locator("[name='kind']").selectOption("rent-strike");
    hand.choose("decision");
    hand.type("decided", "Laundry room, 14 for it, none against");
    hand.type("decidedOn", yesterday());
    hand.next();
    hand.open(rungs.get(0));
    hand.tap("form[action$='/go-on'] button");
    assertThat(hand.main().innerText()).as("a rung that is not reached takes a reason")
        .contains("Something is missing");
    hand.type("reason", "The answer came before we had them all");
    hand.tap("form[action$='/go-on'] button");
    hand.open(rungs.get(1));
    hand.tap("form[action$='/go-on'] button");
    hand.open(rungs.get(2));
    hand.tap("main a[href*='/strikes/']");
    return hand.path();
  }

  private static void beginsAndWritesAHomeDown(Hand hand) {
    assertThat(hand.main().innerText()).contains("14 for it");
    hand.type("on", yesterday());
    hand.type("due", "1");
    hand.next();
    hand.next();
    hand.tap("main a[href*='/units/new']:has-text('3B')");
    hand.type("since", yesterday());
    hand.type("monthly", "a lot");
    hand.choose("held-common");
    hand.next();
    assertThat(hand.page().locator(".error-summary").isVisible()).isTrue();
    assertThat(hand.page().locator("[name='since']").inputValue()).as("nothing typed is lost").isEqualTo(yesterday());
    assertThat(hand.page().locator("#held-common").isChecked()).isTrue();
    hand.type("monthly", "1,180.50");
    hand.next();
    assertThat(hand.main().innerText()).contains("$1,180.50");
  }

  private static void writesAPaperDown(Hand hand, String strike) {
    hand.open(strike);
    hand.tap("main a[href*='/units/']:has-text('3B')");
    hand.tap("main a[href$='/paper']");
    hand.choose("kind-pay-or-quit");
    hand.type("received", yesterday());
    hand.type("answerBy", today().plusDays(1).toString());
    hand.next();
    hand.open(strike.replaceAll("/strikes/.*", ""));
    assertThat(hand.main().innerText()).as("the first screen says what has to be answered").contains("answer", "3B");
  }

  private static void standsAtAGate(Hand rosa, Hand dolores) {
    fight(rosa, "Heat and the old rent");
    rosa.open(rungs(rosa).get(3));
    rosa.tap("main a[href*='/actions/plan']");
    rosa.type("title", "Before their office");
    rosa.type("place", "77 Ledger Plaza");
    rosa.type("day", today().plusDays(1).toString());
    rosa.type("from", "00:30");
    rosa.type("until", "06:00");
    rosa.next();
    rosa.tap("main a[href$='/picket']");
    String picket = rosa.path();
    rosa.tap("main a[href$='/picket/plan']");
    rosa.type("name", "Revolving door");
    rosa.next();
    rosa.page()
        .locator("#captain")
        .selectOption(rosa.page().locator("#captain option:has-text('Dolores')").first().getAttribute("value"));
    rosa.tap("form[action$='/captains'] button");
    dolores.open(picket);
    assertThat(dolores.main().innerText()).contains("Revolving door", "Dolores");
    dolores.choose("k-police");
    dolores.type("told", "Two officers asked for the paper and left");
    dolores.tap("form[action$='/incident'] button");
    assertThat(dolores.main().innerText()).contains("Two officers asked for the paper and left");
  }

  /** Writes down that somebody is hit back at, and calls for people, which nobody hears of yet. */
  private static String isHitBackAt(Hand hand, String local) {
    hand.open(local + "/cases/new");
    hand.page()
        .locator("#who")
        .selectOption(hand.page().locator("#who option:has-text('Amina')").first().getAttribute("value"));
    hand.page().locator("#kind").selectOption("threat");
    hand.type("word", "Told at the door that she is next");
    hand.next();
    assertThat(hand.main().innerText()).contains("Amina", "Told at the door that she is next");
    hand.tap("main a[href*='/reinforcements/new']");
    hand.choose("u-rapid");
    hand.type("title", CALL);
    hand.type("wanted", "5");
    hand.type("area", "Elm Street");
    hand.type("place", WHERE);
    hand.next();
    assertThat(hand.main().innerText()).contains("Waits for a second person");
    assertThat(hand.page().locator("form[action$='/confirm']").count()).as("nobody confirms their own").isZero();
    return hand.path();
  }

  private static void comesAndReadsWhere(Hand maria, String local) {
    maria.open("/demonstration");
    maria.tap("button[value='member']");
    maria.open(local + "/reinforcements");
    maria.tap("main a:has-text('" + CALL + "')");
    assertThat(maria.main().innerText()).doesNotContain("ring twice");
    maria.tap("button[value='yes']");
    assertThat(maria.main().innerText()).contains(WHERE);
  }

  private static void agreesAndEnds(Hand hand, String strike) {
    hand.open(strike + "/agreement");
    hand.type("text", "The rise is withdrawn. Nobody gets a notice because of it.");
    hand.type("on", today().toString());
    hand.page().locator("label[for^='signed-']").first().click();
    hand.next();
    hand.open(strike + "/ending");
    hand.type("on", today().toString());
    hand.tap("main .button--danger");
    assertThat(hand.main().innerText()).contains("The rise is withdrawn");
    assertThat(hand.page().locator("main a[href*='/units/new']").count()).as("its books are closed").isZero();
  }

  private static void wins(Hand hand, String local, String fight) {
    hand.open(fight + "/outcome");
    if (hand.page().locator("label[for^='won-']").count() > 0) {
      hand.page().locator("label[for^='won-']").first().click();
      hand.next();
    }
    assertThat(hand.main().innerText()).as("somebody is still hit back at").contains("hit back");
    endsCase(hand, local, "Amina");
    endsCase(hand, local, "Fatima");
    hand.open(fight + "/outcome");
    hand.page().locator("label[for^='won-']").first().click();
    hand.next();
    hand.open(fight + "/kept");
    hand.type("settlement", "The rise is withdrawn");
    hand.page().locator("label[for^='k-kept-']").first().click();
    hand.tap("main form:has([name='settlement']) button");
    hand.open(local + "/wins");
    assertThat(hand.main().innerText()).contains(FIGHT, "2 Kept", "1 Broken");
  }

  private static void endsCase(Hand hand, String local, String who) {
    hand.open(local + "/cases");
    hand.tap("main a:has-text('" + who + "')");
    hand.tap("main a[href$='/ending']");
    hand.choose("o-undone");
    hand.type("word", "They took it back");
    hand.next();
  }
}
