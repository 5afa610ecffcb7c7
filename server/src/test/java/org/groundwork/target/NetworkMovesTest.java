// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.Grievances;
import org.groundwork.grievance.NewGrievance;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a decision about a link moves: places go to other networks, targets go with theirs, and one reads it. */
@ExtendWith(ProductExtension.class)
class NetworkMovesTest {
  private static final String OFFICE = "500 HOLDER PLAZA 4 09999";
  private static final String OTHER_OFFICE = "9 OTHER COURT 2 09998";

  private static UUID target(Product product, FoundedLocal local, String person, String network) {
    return local.as(local.founder(), () -> local.write(() -> product.bean(Targets.class)
        .name(TargetKind.LANDLORD, Optional.of(person), Optional.empty(), Optional.of(network))));
  }

  private static Optional<String> networkOf(Product product, FoundedLocal local, UUID target) {
    return local.read(() -> product.bean(Targets.class).byId(target).orElseThrow().network());
  }

  private static Page decide(Visitor visitor, FoundedLocal local, String a, String b, String verdict) {
    var answer = visitor.post(local.path("networks/verdict"), "a", a, "b", b, "verdict", verdict);
    assertThat(answer.status()).isEqualTo(303);
    return visitor.get(answer.location().orElseThrow());
  }

  /** 1 and 2 share an office, and so do 2 and 3; nothing else joins them. */
  private static void chain(Product product, String code) throws Exception {
    new Registered(product, code)
        .house("1", "2026-01-15", "ELEVEN LLC", OFFICE, "HeadOfficer=VEXFORD YSOLDE")
        .house("2", "2026-01-15", "PROBE LLC", OFFICE + "|" + OTHER_OFFICE, "HeadOfficer=PELLGRAVE TORVALD")
        .house("3", "2026-01-15", "THIRD LLC", OTHER_OFFICE, "HeadOfficer=PELLGRAVE TORVALD")
        .load();
  }

  @Test
  void takesATargetAlongAndTellsWhatMoved(Product product, FoundedLocal local) throws Exception {
    chain(product, "mov1");
    UUID ofTheTwo = target(product, local, "Torvald Pellgrave", "mov1:1");
    UUID ofTheOne = target(product, local, "Ysolde Vexford", "mov1:1");
    var visitor = local.founder().visitor();
    String told = decide(visitor, local, "mov1:1", "mov1:2", "split").body();
    assertThat(networkOf(product, local, ofTheTwo)).contains("mov1:2");
    assertThat(networkOf(product, local, ofTheOne)).contains("mov1:1");
    assertThat(told)
        .contains("You split 1 INVENTED STREET", "2 places went from VEXFORD YSOLDE to PELLGRAVE TORVALD",
            "site=mov1%3A2", "site=mov1%3A3", "Torvald Pellgrave", "In the network of PELLGRAVE TORVALD, 2 places",
            "In the network of VEXFORD YSOLDE, one place")
        .doesNotContain("site=mov1%3A1\"");
    assertThat(visitor.get(local.path("targets/" + ofTheTwo)).body()).contains("PELLGRAVE TORVALD, 2 places");
    assertThat(visitor.get(local.path("networks/decided")).body()).contains("What it changed");

    visitor.post(local.path("networks/verdict/withdraw"), "a", "mov1:1", "b", "mov1:2");
    assertThat(networkOf(product, local, ofTheTwo)).contains("mov1:1");
    assertThat(visitor.speaking("es").get(local.path("networks/decided/moved?a=mov1:1&b=mov1:2")).body())
        .contains("está retirada", "2 lugares pasaron de una red que ya no tiene lugares a ");
  }

  @Test
  void takesATargetAlongWhenTwoAreJoined(Product product, FoundedLocal local) throws Exception {
    chain(product, "mov2");
    var visitor = local.founder().visitor();
    decide(visitor, local, "mov2:1", "mov2:2", "split");
    UUID ofTheTwo = target(product, local, "Somebody No Register Knows", "mov2:2");
    String told = decide(visitor, local, "mov2:1", "mov2:2", "confirmed").body();
    assertThat(networkOf(product, local, ofTheTwo)).contains("mov2:1");
    assertThat(told).contains("2 places went from a network that has no place left", "Somebody No Register Knows");
    assertThat(decide(visitor, local, "mov2:2", "mov2:1", "confirmed").body()).contains("No place went");
  }

  @Test
  void leavesATargetWithWhatTheyStillOwnWhenAPlaceIsSold(Product product, FoundedLocal local) throws Exception {
    chain(product, "mov3");
    UUID seller = target(product, local, "Torvald Pellgrave", "mov3:1");
    UUID unknown = target(product, local, "Somebody No Register Knows", "mov3:1");
    var visitor = local.founder().visitor();
    decide(visitor, local, "mov3:1", "mov3:2", "split");
    assertThat(networkOf(product, local, unknown)).contains("mov3:1");
    visitor.get(local.path("networks/site?site=mov3:2"));
    assertThat(visitor.post(local.path("networks/site/sold"), "site", "mov3:2", "on", "2026-05-01", "names", "seller",
        "other", "Unheard Of Person", "source", "The deed").status()).isEqualTo(303);
    assertThat(networkOf(product, local, seller)).contains("mov3:3");

    new Registered(product, "mov3")
        .house("1", "2026-06-01", "BOUGHT LLC", OTHER_OFFICE, "HeadOfficer=PELLGRAVE TORVALD")
        .house("2", "2026-06-01", "ELSE LLC", "1 ELSEWHERE 09997", "HeadOfficer=ELSE SOMEBODY")
        .house("3", "2026-01-15", "THIRD LLC", OTHER_OFFICE, "HeadOfficer=PELLGRAVE TORVALD")
        .load(local);
    assertThat(networkOf(product, local, seller)).as("the network has a new name by the register")
        .contains("mov3:1");
  }

  @Test
  void namesTheFightsItTouches(Product product, FoundedLocal local) throws Exception {
    chain(product, "mov4");
    local.write(() -> {
      for (int report = 0; report < 2; report++) {
        product.bean(Grievances.class)
            .report(new NewGrievance(GrievanceKind.REPAIRS, Optional.empty(), Optional.empty(), Optional.of("mov4:2"),
                "", Optional.of(LocalDate.of(2026, 2, 1)), Optional.empty(), "told", "", Locale.ENGLISH,
                NewGrievance.CameBy.FORM), Optional.empty());
      }
      return true;
    });
    var visitor = local.founder().visitor();
    visitor.get(local.path("campaigns"));
    assertThat(visitor.post(local.path("campaigns/new"), "kind", "repairs", "network", "mov4:1", "target", "new",
        "targetKind", "landlord", "person", "Torvald Pellgrave", "what", "Make the repairs", "measure", "All of them",
        "due", LocalDate.now(product.clock()).plusDays(9).toString(), "step", "A letter", "once",
        UUID.randomUUID().toString()).status()).isEqualTo(303);
    String told = decide(visitor, local, "mov4:1", "mov4:2", "split").body();
    assertThat(told).contains("/campaigns/", "<span class=\"tag\">fight</span>", "Torvald Pellgrave");
  }

  @Test
  void isForThoseWhoWorkForTheWholeLocal(Product product, FoundedLocal local, FoundedLocal other) throws Exception {
    chain(product, "mov5");
    decide(local.founder().visitor(), local, "mov5:1", "mov5:2", "split");
    String page = "networks/decided/moved?a=mov5:1&b=mov5:2";
    var limited = local.person(new Reach.Sites(Set.of(UUID.randomUUID())), Role.ORGANISER);
    assertThat(local.withPasskey(limited).visitor().get(local.path(page)).status()).isEqualTo(403);
    assertThat(other.founder().visitor().get(other.path(page)).body()).doesNotContain("places went", "You split");
    assertThat(other.founder().visitor().get(other.path("networks/decided/moved?a=x&b=y")).status()).isEqualTo(404);
  }
}
