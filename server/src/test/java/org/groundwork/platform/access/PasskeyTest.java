// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A passkey is added to an account and opens it; nothing that looks like one does. */
@ExtendWith(ProductExtension.class)
class PasskeyTest {
  private static final Pattern ID = Pattern.compile("name=\"passkey\" value=\"([0-9a-f-]{36})\"");
  private final Product product;

  PasskeyTest(Product product) { this.product = product; }

  private SoftPasskey phone() { return new SoftPasskey("http://localhost:" + product.url().getPort()); }

  private Page add(Visitor visitor, SoftPasskey phone) {
    String options = visitor.post("/me/passkeys/options").body();
    return visitor.post("/me/passkeys", "answer", phone.create(options), "label", "my phone");
  }

  private Page signIn(Visitor visitor, SoftPasskey phone) {
    return visitor.post("/sign-in/passkey", "answer", phone.get(visitor.post("/sign-in/passkey/options").body()));
  }

  @Test
  void opensTheAccountItWasAddedTo(FoundedLocal local) {
    var phone = phone();
    assertThat(add(local.founder().visitor(), phone).location()).contains("/me/passkeys");
    var elsewhere = product.visitor();
    assertThat(signIn(elsewhere, phone).status()).isEqualTo(303);
    assertThat(elsewhere.get(local.path("")).status()).isEqualTo(200);
    var session = product.bean(Accounts.class).session(elsewhere.cookie("gw-session").orElseThrow()).orElseThrow();
    assertThat(session.account()).isEqualTo(local.founder().account());
    assertThat(session.proof()).isEqualTo(Proof.PASSKEY);
  }

  @Test
  void asksForAKeyOnTheDeviceAndForItsOwner(FoundedLocal local) {
    String options = local.founder().visitor().post("/me/passkeys/options").body();
    assertThat(options).contains("\"residentKey\":\"required\"", "\"userVerification\":\"required\"",
        "\"attestation\":\"none\"", "\"id\":\"localhost\"").doesNotContain(local.founder().account().toString());
  }

  @Test
  void doesNotOpenWithTheSignatureOfAnotherPasskey(FoundedLocal local) {
    add(local.founder().visitor(), phone());
    var visitor = product.visitor();
    assertThat(signIn(visitor, phone()).status()).isEqualTo(422);
    assertThat(visitor.cookie("gw-session")).isEmpty();
  }

  @Test
  void doesNotOpenTwiceWithOneAnswer(FoundedLocal local) {
    var phone = phone();
    add(local.founder().visitor(), phone);
    var visitor = product.visitor();
    String answer = phone.get(visitor.post("/sign-in/passkey/options").body());
    assertThat(visitor.post("/sign-in/passkey", "answer", answer).status()).isEqualTo(303);
    assertThat(visitor.post("/sign-in/passkey", "answer", answer).status()).isEqualTo(422);
  }

  @Test
  void doesNotOpenForTheQuestionOfAnotherBrowser(FoundedLocal local) {
    var phone = phone();
    add(local.founder().visitor(), phone);
    String answer = phone.get(product.visitor().post("/sign-in/passkey/options").body());
    var thief = product.visitor();
    thief.post("/sign-in/passkey/options");
    assertThat(thief.post("/sign-in/passkey", "answer", answer).status()).isEqualTo(422);
  }

  @Test
  void doesNotOpenAtAnotherAddress(FoundedLocal local) {
    var phone = new SoftPasskey("https://evil.example");
    var visitor = local.founder().visitor();
    assertThat(add(visitor, phone).status()).isEqualTo(422);
  }

  @Test
  void doesNotOpenIfThePhoneDidNotCheckItsOwner(FoundedLocal local) {
    var phone = phone();
    add(local.founder().visitor(), phone);
    var visitor = product.visitor();
    String answer = phone.getUnverified(visitor.post("/sign-in/passkey/options").body());
    assertThat(visitor.post("/sign-in/passkey", "answer", answer).status()).isEqualTo(422);
  }

  @Test
  void doesNotOpenFiveMinutesLater(FoundedLocal local) {
    var phone = phone();
    add(local.founder().visitor(), phone);
    var visitor = product.visitor();
    String answer = phone.get(visitor.post("/sign-in/passkey/options").body());
    product.clock().advance(Passkeys.VALID);
    assertThat(visitor.post("/sign-in/passkey", "answer", answer).status()).isEqualTo(422);
  }

  @Test
  void doesNotOpenWithACopyThatCountsBehind(FoundedLocal local) {
    var phone = phone();
    add(local.founder().visitor(), phone);
    signIn(product.visitor(), phone);
    signIn(product.visitor(), phone);
    phone.becomesACopy();
    assertThat(signIn(product.visitor(), phone).status()).isEqualTo(422);
  }

  @Test
  void refusesWhatIsNoAnswerAtAll(FoundedLocal local) {
    var visitor = local.founder().visitor();
    visitor.post("/me/passkeys/options");
    assertThat(visitor.post("/me/passkeys", "answer", "{\"id\":[1,2", "label", "x").status()).isEqualTo(422);
    visitor.post("/me/passkeys/options");
    assertThat(visitor.post("/me/passkeys", "answer", "x".repeat(30_000), "label", "x").status()).isEqualTo(422);
    assertThat(visitor.post("/me/passkeys", "answer", "", "label", "x").status()).isEqualTo(422);
    assertThat(visitor.get("/me/passkeys").body()).contains("You have no passkey yet");
  }

  @Test
  void cannotBeAddedToOrTakenFromAnAccountThatHasOneByWhoOnlyKnowsThePin(FoundedLocal local) {
    var visitor = local.founder().visitor();
    var phone = phone();
    add(visitor, phone);
    assertThat(visitor.post("/me/passkeys/options").status()).isEqualTo(403);
    var withPasskey = product.visitor();
    signIn(withPasskey, phone);
    String page = withPasskey.get("/me/passkeys").body();
    var id = ID.matcher(page);
    assertThat(id.find()).isTrue();
    assertThat(visitor.post("/me/passkeys/remove", "passkey", id.group(1)).status()).isEqualTo(403);
    assertThat(add(withPasskey, phone()).status()).isEqualTo(303);
  }

  @Test
  void endsItsSessionsWhenRemoved(FoundedLocal local) {
    var phone = phone();
    add(local.founder().visitor(), phone);
    var first = product.visitor();
    signIn(first, phone);
    var second = product.visitor();
    signIn(second, phone);
    var id = ID.matcher(first.get("/me/passkeys").body());
    assertThat(id.find()).isTrue();
    first.post("/me/passkeys/remove", "passkey", id.group(1));
    assertThat(second.get("/me/passkeys").location().orElseThrow()).startsWith("/sign-in");
    assertThat(signIn(product.visitor(), phone).status()).isEqualTo(422);
  }

  @Test
  void ofSomebodyElseCannotBeRemoved(FoundedLocal local, FoundedLocal other) {
    var mine = phone();
    add(local.founder().visitor(), mine);
    var theirs = phone();
    add(other.founder().visitor(), theirs);
    var me = product.visitor();
    signIn(me, mine);
    var they = product.visitor();
    signIn(they, theirs);
    var id = ID.matcher(they.get("/me/passkeys").body());
    assertThat(id.find()).isTrue();
    assertThat(me.post("/me/passkeys/remove", "passkey", id.group(1)).status()).isEqualTo(404);
    assertThat(signIn(product.visitor(), theirs).status()).isEqualTo(303);
  }

  @Test
  void showsItsNameAsText(FoundedLocal local) {
    var visitor = local.founder().visitor();
    String options = visitor.post("/me/passkeys/options").body();
    visitor.post("/me/passkeys", "answer", phone().create(options), "label", "<img src=x onerror=alert(1)>");
    assertThat(visitor.get("/me/passkeys").body()).contains("&lt;img").doesNotContain("<img src=x");
  }

  @Test
  void isNothingForStrangers() {
    var stranger = product.visitor();
    assertThat(stranger.get("/me/passkeys").location().orElseThrow()).startsWith("/sign-in");
    assertThat(stranger.post("/me/passkeys/options").location().orElseThrow()).startsWith("/sign-in");
    assertThat(stranger.post("/me/passkeys", "answer", "x").location().orElseThrow()).startsWith("/sign-in");
    assertThat(stranger.post("/me/passkeys/remove", "passkey", java.util.UUID.randomUUID().toString())
        .location()
        .orElseThrow()).startsWith("/sign-in");
  }

  @Test
  void addedAfterComingInByMailCarriesAnOfficeOnlyAfterADay(FoundedLocal local) {
    var accounts = product.bean(Accounts.class);
    var now = product.clock().instant();
    String token = accounts.startSession(local.founder().account(), Proof.LINK, DeviceKind.OTHER,
        now.plus(Accounts.DELAY));
    var visitor = product.visitor().withCookie("gw-session", token);
    var phone = phone();
    assertThat(add(visitor, phone).status()).isEqualTo(303);
    var early = product.visitor();
    signIn(early, phone);
    assertThat(early.get(local.path("start/where")).location()).contains(local.path("way-in"));
    product.clock().advance(Accounts.DELAY.plus(Duration.ofMinutes(1)));
    var late = product.visitor();
    signIn(late, phone);
    assertThat(late.get(local.path("start/where")).status()).isEqualTo(200);
  }
}
