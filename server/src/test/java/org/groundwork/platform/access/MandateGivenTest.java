// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever gives a mandate is told that it is given, also where it changes what they may see themselves. */
@ExtendWith(ProductExtension.class)
class MandateGivenTest {

  private static Page give(FoundedLocal local, Visitor visitor, UUID person, String role) {
    return visitor.post(local.path("mandates/give"), "person", person.toString(), "role", role, "reach", "whole",
        "until", LocalDate.now(Product.shared().clock()).plusMonths(6).toString());
  }

  @Test
  void saysSoOnThePageThatAsksForAPasskeyFromNowOn(FoundedLocal local) {
    var second = local.person(Role.MEMBER);
    var visitor = local.founder().visitor();
    var given = give(local, visitor, second.id(), "organiser");
    assertThat(given.status()).isEqualTo(303);
    var page = visitor.get(given.location().orElseThrow());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Somebody holds the mandate now: Organiser.", "From now on seeing people takes",
        "passkey");
    assertThat(visitor.get(local.path("way-in")).status()).as("asked for without having given").isEqualTo(403);
    assertThat(second.visitor().get(given.location().orElseThrow()).body()).as("somebody else's")
        .doesNotContain("holds the mandate now");
  }

  @Test
  void saysSoAboveTheListOtherwise(FoundedLocal local) {
    var member = local.person(Role.MEMBER);
    var visitor = local.withPasskey(local.founder()).visitor();
    var given = give(local, visitor, member.id(), "treasurer");
    assertThat(visitor.follow(given).body()).contains("Somebody holds the mandate now: Treasurer.");
    var organiser = give(local, visitor, member.id(), "organiser");
    assertThat(visitor.follow(organiser).body()).as("with a passkey already")
        .contains("Somebody holds the mandate now: Organiser.");
  }
}
