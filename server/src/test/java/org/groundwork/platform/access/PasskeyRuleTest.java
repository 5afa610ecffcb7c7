// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Seeing people takes a passkey once there are many of them, or two who organise. */
@ExtendWith(ProductExtension.class)
class PasskeyRuleTest {
  private static final String PEOPLE = "start/where";
  private final Product product;

  PasskeyRuleTest(Product product) { this.product = product; }

  private void enter(FoundedLocal local, int people) {
    local.write(() -> {
      for (int i = 0; i < people; i++) {
        product.bean(FounderRecord.class).enter("Person " + i);
      }
      return people;
    });
  }

  @Test
  void leavesAFounderWithTwentyFourPeopleAlone(FoundedLocal local) {
    enter(local, PasskeyRule.PEOPLE - 2);
    assertThat(local.founder().visitor().get(local.path(PEOPLE)).status()).isEqualTo(200);
  }

  @Test
  void asksForAPasskeyFromTwentyFiveOn(FoundedLocal local) {
    enter(local, PasskeyRule.PEOPLE - 1);
    var answer = local.founder().visitor().get(local.path(PEOPLE));
    assertThat(answer.location()).contains(local.path("way-in"));
    var page = local.founder().visitor().get(local.path("way-in"));
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.body()).contains("Seeing people takes a passkey here", "href=\"/me/passkeys\"");
    assertThat(local.withPasskey(local.founder()).visitor().get(local.path(PEOPLE)).status()).isEqualTo(200);
  }

  @Test
  void asksForAPasskeyWithASecondOrganiser(FoundedLocal local) {
    var steward = local.person(Role.STEWARD);
    assertThat(steward.visitor().get(local.path(PEOPLE)).status()).isEqualTo(200);
    local.person(Role.ORGANISER);
    assertThat(steward.visitor().get(local.path(PEOPLE)).location()).contains(local.path("way-in"));
    assertThat(local.founder().visitor().get(local.path(PEOPLE)).location()).contains(local.path("way-in"));
    assertThat(local.withPasskey(steward).visitor().get(local.path(PEOPLE)).status()).isEqualTo(200);
  }

  @Test
  void holdsForChangingPeopleAndForMandatesToo(FoundedLocal local) {
    local.person(Role.ORGANISER);
    var visitor = local.founder().visitor();
    assertThat(visitor.post(local.path("start/people"), "lines", "Maria 3B").location()).contains(local.path("way-in"));
    assertThat(visitor.get(local.path("mandates")).location()).contains(local.path("way-in"));
  }

  @Test
  void leavesMembersAlone(FoundedLocal local) {
    local.person(Role.ORGANISER);
    var member = local.person(Role.MEMBER);
    assertThat(member.visitor().get(local.path("")).status()).isEqualTo(200);
    assertThat(member.visitor().get(local.path(PEOPLE)).status()).isEqualTo(403);
    assertThat(member.visitor().get(local.path("way-in")).body()).contains("Nothing is held back from you");
  }

  @Test
  void saysOnTheFirstScreenWhatToDo(FoundedLocal local) {
    local.person(Role.ORGANISER);
    assertThat(local.founder().visitor().get(local.path("")).body()).contains("Add a passkey", local.path("way-in"));
  }

  @Test
  void leavesADemonstrationAlone(FoundedLocal local) {
    local.person(Role.ORGANISER);
    String token = product.bean(Accounts.class).startSession(local.founder().account(), Proof.DEMONSTRATION);
    assertThat(product.visitor().withCookie("gw-session", token).get(local.path(PEOPLE)).status()).isEqualTo(200);
  }

  @Test
  void isOverriddenByTheInstallationsSettingAndKnowsIt(FoundedLocal local) {
    local.person(Role.ORGANISER);
    var mandates = product.bean(Mandates.class);
    var off = new PasskeyRule(mandates, Optional.empty(), true);
    var required = new PasskeyRule(mandates, Optional.empty(), false);
    assertThat(local.read(() -> List.of(off.inForce(), off.overridden()))).containsExactly(false, true);
    assertThat(local.read(() -> List.of(required.inForce(), required.overridden()))).containsExactly(true, false);
  }

  @Test
  void isNothingForStrangersAndOtherLocals(FoundedLocal local, FoundedLocal other) {
    assertThat(product.visitor().get(local.path("way-in")).location().orElseThrow()).startsWith("/sign-in");
    assertThat(other.founder().visitor().get(local.path("way-in")).status()).isEqualTo(404);
  }
}
