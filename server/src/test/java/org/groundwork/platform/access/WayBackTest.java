// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An officer who lost their passkey comes back through two officers and a day, or by paper where there are not two. */
@ExtendWith(ProductExtension.class)
class WayBackTest {
  private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([0-9a-f-]{36})\"");
  private static final Pattern GROUP = Pattern.compile("<li>([0-9A-Z]{4})</li>");
  private final Product product;

  WayBackTest(Product product) { this.product = product; }

  private Visitor strong(FoundedLocal.Person person) {
    return product.visitor()
        .withCookie("gw-session", product.bean(Accounts.class).startSession(person.account(), Proof.PASSKEY));
  }

  private Page act(FoundedLocal local, Visitor visitor, String act, String name, Object value) {
    return visitor.post(local.path("way-back/" + act), name, value.toString());
  }

  private UUID ask(FoundedLocal local, Visitor by, FoundedLocal.Person lost) {
    assertThat(act(local, by, "ask", "person", lost.id()).status()).isEqualTo(303);
    var id = ID.matcher(by.get(local.path("way-back")).body());
    assertThat(id.find()).isTrue();
    return UUID.fromString(id.group(1));
  }

  @Test
  void takesTwoOfficersAndADay(FoundedLocal local) {
    var lost = local.person(Role.ORGANISER);
    var second = strong(local.person(Role.STEWARD));
    var first = strong(local.founder());
    UUID id = ask(local, first, lost);
    assertThat(act(local, first, "agree", "id", id).body()).contains("It takes two");
    assertThat(act(local, second, "agree", "id", id).status()).isEqualTo(303);
    assertThat(act(local, first, "card", "id", id).body()).contains("The day has not passed");
    product.clock().advance(Accounts.DELAY.minus(Duration.ofMinutes(5)));
    assertThat(act(local, strong(local.founder()), "card", "id", id).status()).isEqualTo(422);
    product.clock().advance(Duration.ofMinutes(6));
    var made = act(local, strong(local.founder()), "card", "id", id);
    assertThat(made.status()).isEqualTo(200);
    String code = GROUP.matcher(made.body()).results().map(group -> group.group(1)).collect(Collectors.joining());
    var phone = product.visitor();
    assertThat(phone.post("/card", "code", code, "pin", "271828").status()).isEqualTo(303);
    assertThat(local.read(() -> product.bean(Mandates.class).accountOf(lost.id()))).isPresent()
        .get()
        .isNotEqualTo(lost.account());
    assertThat(strong(lost).get(local.path("")).status()).isEqualTo(404);
  }

  @Test
  void canBeStoppedByAnyOfficerAlsoByTheOneItIsAbout(FoundedLocal local) {
    var lost = local.person(Role.ORGANISER);
    UUID id = ask(local, strong(local.founder()), lost);
    act(local, strong(local.person(Role.TREASURER)), "agree", "id", id);
    assertThat(act(local, strong(lost), "stop", "id", id).status()).isEqualTo(303);
    product.clock().advance(Accounts.DELAY);
    assertThat(act(local, strong(local.founder()), "card", "id", id).body()).contains("stopped or finished");
  }

  @Test
  void isNotAskedOrAgreedForOneself(FoundedLocal local) {
    var lost = local.person(Role.ORGANISER);
    assertThat(act(local, strong(lost), "ask", "person", lost.id()).body()).contains("Nobody asks or agrees");
    UUID id = ask(local, strong(local.founder()), lost);
    assertThat(act(local, strong(lost), "agree", "id", id).body()).contains("Nobody asks or agrees");
  }

  @Test
  void isNotForMembersWhoNeedOnlyACard(FoundedLocal local) {
    var member = local.person(Role.MEMBER);
    assertThat(act(local, strong(local.founder()), "ask", "person", member.id()).body())
        .contains("hold no office here");
  }

  @ParameterizedTest
  @CsvSource({"ask, person", "agree, id", "stop, id", "card, id"})
  void isRefusedToStrangersMembersOtherLocalsAndWeakSessions(String act, String name) {
    var local = product.found();
    var other = product.found();
    var lost = local.person(Role.ORGANISER);
    UUID about = name.equals("person") ? lost.id() : ask(local, strong(local.founder()), lost);
    assertThat(act(local, product.visitor(), act, name, about).location().orElseThrow()).startsWith("/sign-in");
    assertThat(act(local, strong(local.person(Role.MEMBER)), act, name, about).status()).isEqualTo(403);
    assertThat(act(local, strong(other.founder()), act, name, about).status()).isEqualTo(404);
    assertThat(act(other, strong(other.founder()), act, name, about).status()).isEqualTo(422);
    assertThat(act(local, local.founder().visitor(), act, name, about).location()).contains(local.path("way-in"));
  }

  @Test
  void tellsEverybodyOnTheirFirstScreenAndNamesNobodyToMembers(FoundedLocal local) {
    var lost = local.person(Role.ORGANISER);
    var member = local.person(Role.MEMBER);
    ask(local, strong(local.founder()), lost);
    assertThat(member.visitor().get(local.path("")).body()).contains("way in is to be renewed");
    assertThat(member.visitor().get(local.path("way-back")).body()).doesNotContain("Somebody</h3>", "name=\"id\"");
    product.clock().advance(Notices.STANDS);
    assertThat(strong(member).get(local.path("")).body()).doesNotContain("way in is to be renewed");
  }

  /** With a sheet: how many officers there are besides the one who lost their phone, and when the office is back. */
  @ParameterizedTest
  @CsvSource({"STEWARD, 0, false, at once", "ORGANISER, 0, true, after a day", "ORGANISER, 1, true, after two officers",
      "MEMBER, 0, true, at once"})
  void bySheetDependsOnTheRuleAndOnHowManyOfficersThereAre(Role role, int more, boolean rule, String back) {
    var local = product.found();
    var lost = local.person(role);
    for (int i = 0; i < more; i++) {
      local.person(Role.TREASURER);
    }
    if (rule && role == Role.MEMBER) {
      local.person(Role.ORGANISER);
    }
    String code = product.bean(Accounts.class).newRecoverySheet(lost.account());
    var phone = product.visitor();
    assertThat(phone.post("/sign-in/recover", "code", code, "pin", "271828").status()).isEqualTo(303);
    assertThat(phone.get(local.path("")).status()).as("one's own is open at once").isEqualTo(200);
    if (back.equals("at once")) {
      assertThat(phone.get(local.path("way-in")).status()).isEqualTo(200);
      return;
    }
    assertThat(phone.get(local.path("way-in")).body())
        .contains(back.equals("after a day") ? "Your office waits" : "Two officers bring your office back");
    assertThat(local.founder().visitor().get(local.path("")).body()).contains("came in with their recovery sheet");
    product.clock().advance(Accounts.DELAY.plus(Duration.ofMinutes(1)));
    phone.post("/sign-in/pin", "pin", "271828", "next", "/");
    assertThat(phone.get(local.path("way-in")).body()).contains(
        back.equals("after a day") ? "Seeing people takes a passkey here" : "Two officers bring your office back");
  }

  @Test
  void bySheetWorksOnceAlsoWhenManyTryAtOnce(FoundedLocal local) throws Exception {
    var accounts = product.bean(Accounts.class);
    String code = accounts.newRecoverySheet(local.founder().account());
    var trying = new java.util.ArrayList<java.util.concurrent.Callable<Boolean>>();
    for (int i = 0; i < 6; i++) {
      trying.add(() -> accounts.recover(code, "271828").isPresent());
    }
    int worked = 0;
    try (var threads = java.util.concurrent.Executors.newFixedThreadPool(3)) {
      for (var tried : threads.invokeAll(trying)) {
        worked += tried.get() ? 1 : 0;
      }
    }
    assertThat(worked).isOne();
  }
}
