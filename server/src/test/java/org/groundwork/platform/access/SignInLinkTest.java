// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.groundwork.platform.message.MailAddress;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A member who gave a mail address comes in from another phone, and nobody else does. */
@ExtendWith(ProductExtension.class)
class SignInLinkTest {
  private final Product product;
  private final Mailbox mailbox;
  private final String address = "ana-" + UUID.randomUUID() + "@example.org";

  SignInLinkTest(Product product) {
    this.product = product;
    this.mailbox = new Mailbox(product);
  }

  private FoundedLocal.Person member(FoundedLocal local) {
    var member = local.person(Role.MEMBER);
    member.visitor().post("/me/mail", "mail", address);
    String link = mailbox.awaitLink(address, 1);
    member.visitor().get(link);
    assertThat(member.visitor().post("/me/mail/confirm", "token", token(link)).body()).contains("is confirmed");
    return member;
  }

  private static String token(String link) { return link.substring(link.lastIndexOf('/') + 1); }

  private String ask(Visitor browser, int count) {
    assertThat(browser.post("/sign-in/link", "mail", address).status()).isEqualTo(200);
    return mailbox.awaitLink(address, count + 1);
  }

  @Test
  void letsThePersonInFromTheBrowserThatAsked(FoundedLocal local) {
    member(local);
    var browser = product.visitor();
    String link = ask(browser, 1);
    assertThat(browser.get(link).body()).contains("The link is good").doesNotContain(address);
    var answer = browser.post("/sign-in/link/use", "token", token(link));
    assertThat(answer.status()).isEqualTo(303);
    assertThat(browser.follow("/").status()).isEqualTo(200);
    assertThat(browser.get(local.path("")).status()).isEqualTo(200);
  }

  @Test
  void isNotUsedUpByAProgramThatFollowsLinks(FoundedLocal local) {
    member(local);
    var browser = product.visitor();
    String link = ask(browser, 1);
    for (int i = 0; i < 3; i++) {
      assertThat(product.visitor().get(link).status()).isEqualTo(200);
    }
    assertThat(browser.post("/sign-in/link/use", "token", token(link)).status()).isEqualTo(303);
  }

  @Test
  void opensNothingTheSecondTime(FoundedLocal local) {
    member(local);
    var browser = product.visitor();
    String link = ask(browser, 1);
    browser.post("/sign-in/link/use", "token", token(link));
    assertThat(browser.post("/sign-in/link/use", "token", token(link)).status()).isEqualTo(422);
  }

  @Test
  void asksWhoseAccountInAnotherBrowser(FoundedLocal local) {
    member(local);
    String link = ask(product.visitor(), 1);
    var stranger = product.visitor();
    assertThat(stranger.get(link).body()).contains("Come in as " + address + "?");
    assertThat(stranger.post("/sign-in/link/use", "token", token(link)).status()).isEqualTo(422);
    assertThat(stranger.post("/sign-in/link/use", "token", token(link), "elsewhere", "true").status()).isEqualTo(303);
  }

  @Test
  void isVoidOnceANewerOneIsAskedFor(FoundedLocal local) {
    member(local);
    var browser = product.visitor();
    String first = ask(browser, 1);
    String second = ask(browser, 2);
    assertThat(browser.post("/sign-in/link/use", "token", token(first), "elsewhere", "true").status()).isEqualTo(422);
    assertThat(browser.post("/sign-in/link/use", "token", token(second)).status()).isEqualTo(303);
  }

  @Test
  void isTooOldAfterFifteenMinutes(FoundedLocal local) {
    member(local);
    var browser = product.visitor();
    String link = ask(browser, 1);
    product.clock().advance(MailSignIn.VALID);
    assertThat(browser.post("/sign-in/link/use", "token", token(link)).status()).isEqualTo(422);
  }

  @Test
  void beginsANewSessionAndEndsTheOneBefore(FoundedLocal local) {
    member(local);
    var browser = product.visitor();
    String link = ask(browser, 1);
    var other = local.person(Role.MEMBER).visitor();
    String before = other.cookie("gw-session").orElseThrow();
    other.withCookie("gw-asking", browser.cookie("gw-asking").orElseThrow());
    other.post("/sign-in/link/use", "token", token(link));
    assertThat(other.cookie("gw-session").orElseThrow()).isNotEqualTo(before);
    assertThat(product.bean(Accounts.class).session(before)).isEmpty();
  }

  @Test
  void answersTheSameForAnAddressThatNobodyHas(FoundedLocal local) {
    member(local);
    var known = product.visitor().post("/sign-in/link", "mail", address);
    var unknown = product.visitor().post("/sign-in/link", "mail", "nobody-" + UUID.randomUUID() + "@example.org");
    assertThat(unknown.status()).isEqualTo(known.status());
    assertThat(unknown.bodyWithoutTokens()).isEqualTo(known.bodyWithoutTokens());
    assertThat(unknown.comparableHeaders()).isEqualTo(known.comparableHeaders());
  }

  @Test
  void givesAnAddressThreeLinksAndNoMore(FoundedLocal local) {
    member(local);
    var browser = product.visitor();
    for (int i = 1; i <= 3; i++) {
      ask(browser, i);
    }
    var fourth = browser.post("/sign-in/link", "mail", address);
    assertThat(fourth.body()).contains("is on its way");
    var other = "other-" + UUID.randomUUID() + "@example.org";
    var second = local.person(Role.MEMBER);
    second.visitor().post("/me/mail", "mail", other);
    mailbox.awaitLink(other, 1); // sent after the fourth would have been
    assertThat(mailbox.linksTo(address)).hasSize(4); // one to confirm, three to sign in
  }

  @Test
  void carriesNoOfficeForADay(FoundedLocal local) {
    var steward = member(local);
    local.give(steward, Role.STEWARD, new Reach.WholeLocal());
    var browser = product.visitor();
    browser.post("/sign-in/link/use", "token", token(ask(browser, 1)));
    assertThat(browser.get(local.path("start/where")).location()).contains(local.path("way-in"));
    assertThat(browser.get(local.path("way-in")).body()).contains("Your office waits");
    assertThat(browser.get(local.path("")).status()).isEqualTo(200);
  }

  @Test
  void doesNotOpenAnAccountWhoseOfficeTakesAPasskey(FoundedLocal local) {
    var organiser = member(local);
    local.give(organiser, Role.ORGANISER, new Reach.WholeLocal());
    var browser = product.visitor();
    var answer = browser.post("/sign-in/link/use", "token", token(ask(browser, 1)));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("Your office takes a passkey");
    assertThat(browser.cookie("gw-session")).isEmpty();
  }

  @Test
  void storesNeitherTheTokenNorTheAddress(FoundedLocal local) throws Exception {
    member(local);
    String link = ask(product.visitor(), 1);
    try (var connection = product.connection(org.groundwork.platform.database.DatabaseRole.OWNER);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("""
            select encode(convert_to(l::text, 'UTF8'), 'escape') from auth.mail_link l
            union all select encode(convert_to(a::text, 'UTF8'), 'escape') from auth.mail_address a
            union all select encode(convert_to(o::text, 'UTF8'), 'escape') from platform.outgoing o""")) {
      int seen = 0;
      while (rows.next()) {
        seen++;
        assertThat(rows.getString(1)).doesNotContain(token(link))
            .doesNotContain(address)
            .doesNotContain(
                java.util.HexFormat.of().formatHex(address.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      }
      assertThat(seen).isPositive();
    }
  }

  @Test
  void refusesWhatIsNoAddressAndKeepsItInTheField() {
    var answer = product.visitor().post("/sign-in/link", "mail", "\"><script>alert(1)</script>");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("A mail address, such as").doesNotContain("<script>alert");
  }

  @Test
  void confirmsAnAddressOnlyForTheAccountThatAsked(FoundedLocal local) {
    var member = local.person(Role.MEMBER);
    member.visitor().post("/me/mail", "mail", address);
    String link = mailbox.awaitLink(address, 1);
    var other = local.person(Role.MEMBER);
    assertThat(other.visitor().post("/me/mail/confirm", "token", token(link)).status()).isEqualTo(422);
    assertThat(product.bean(MailSignIn.class).addressOf(other.account())).isEmpty();
    assertThat(product.visitor().post("/me/mail/confirm", "token", token(link)).location().orElseThrow())
        .startsWith("/sign-in");
  }

  @Test
  void doesNotGiveOneAddressToTwoAccounts(FoundedLocal local) {
    member(local);
    var other = local.person(Role.MEMBER);
    other.visitor().post("/me/mail", "mail", address);
    String link = mailbox.awaitLink(address, 2);
    assertThat(other.visitor().post("/me/mail/confirm", "token", token(link)).body()).contains("opens another account");
    assertThat(product.bean(MailSignIn.class).addressOf(other.account())).isEmpty();
  }

  @Test
  void forgetsAnAddress(FoundedLocal local) {
    var member = member(local);
    assertThat(product.bean(MailSignIn.class).addressOf(member.account()).map(MailAddress::value)).contains(address);
    member.visitor().post("/me/mail/remove");
    assertThat(product.bean(MailSignIn.class).addressOf(member.account())).isEmpty();
  }
}
