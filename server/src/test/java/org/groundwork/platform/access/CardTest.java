// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.groundwork.platform.audit.Audited;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A steward hands somebody a card; with it that person, once, gets a way in of their own. */
@ExtendWith(ProductExtension.class)
class CardTest {
  private static final Pattern GROUP = Pattern.compile("<li>([0-9A-Z]{4})</li>");
  private final Product product;

  CardTest(Product product) { this.product = product; }

  private UUID someone(FoundedLocal local) {
    return local.write(() -> product.bean(FounderRecord.class).enter("Juan <b>5C</b>"));
  }

  private Page make(FoundedLocal local, FoundedLocal.Person by, UUID person) {
    return by.visitor().post(local.path("people/" + person + "/card"));
  }

  private String code(FoundedLocal local, UUID person) {
    var page = make(local, local.founder(), person);
    assertThat(page.status()).isEqualTo(200);
    return GROUP.matcher(page.body()).results().map(found -> found.group(1)).collect(Collectors.joining(" "));
  }

  @Test
  void letsThePersonInWithAPinOfTheirOwn(FoundedLocal local) {
    UUID person = someone(local);
    String code = code(local, person);
    assertThat(code).hasSize(14);
    var phone = product.visitor();
    var answer = phone.post("/card", "code", code.toLowerCase(java.util.Locale.ROOT), "pin", "271828");
    assertThat(answer.location()).contains("/l/" + local.handle());
    assertThat(phone.get(local.path("")).status()).isEqualTo(200);
    assertThat(phone.get(local.path("people/" + person + "/card")).status()).isEqualTo(403);
    assertThat(local.read(() -> product.bean(Mandates.class).inForce(person))).singleElement()
        .extracting(Mandate::role)
        .isEqualTo(Role.MEMBER);
    phone.post("/sign-out");
    assertThat(phone.post("/sign-in/pin", "pin", "271828", "next", "/").status()).isEqualTo(303);
  }

  @Test
  void worksOnce(FoundedLocal local) {
    String code = code(local, someone(local));
    product.visitor().post("/card", "code", code, "pin", "271828");
    var second = product.visitor().post("/card", "code", code, "pin", "271828");
    assertThat(second.status()).isEqualTo(422);
    assertThat(second.body()).contains("No card has this code");
  }

  @Test
  void letsOneOfManyInWhoBringItAtOnce(FoundedLocal local) throws Exception {
    UUID person = someone(local);
    String code = code(local, person);
    var bringing = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 8; i++) {
      Visitor visitor = product.visitor();
      visitor.get("/card");
      bringing.add(() -> visitor.post("/card", "code", code, "pin", "271828").status());
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Integer>();
      for (Future<Integer> answer : threads.invokeAll(bringing)) {
        answers.add(answer.get());
      }
      assertThat(answers).containsOnly(303, 422).containsOnlyOnce(303);
    }
    assertThat(local.read(() -> product.bean(Mandates.class).accountOf(person))).isPresent();
  }

  @Test
  void isTooOldAfterAWeek(FoundedLocal local) {
    String code = code(local, someone(local));
    product.clock().advance(Cards.VALID);
    assertThat(product.visitor().post("/card", "code", code, "pin", "271828").status()).isEqualTo(422);
  }

  @Test
  void isVoidOnceAnotherIsMade(FoundedLocal local) {
    UUID person = someone(local);
    String first = code(local, person);
    code(local, person);
    assertThat(product.visitor().post("/card", "code", first, "pin", "271828").status()).isEqualTo(422);
  }

  @Test
  void endsTheWayInThatTheMemberHadBeforeAndLeavesTheirOtherLocalsAlone(FoundedLocal local, FoundedLocal other) {
    var member = local.person(Role.MEMBER);
    other.write(() -> {
      product.bean(Mandates.class).affiliate(member.account(), product.bean(FounderRecord.class).enter("Same"));
      return 0;
    });
    product.bean(Accounts.class).joinLocal(member.account(), other.id());
    String code = code(local, member.id());
    product.visitor().post("/card", "code", code, "pin", "271828");
    assertThat(member.visitor().get(local.path("")).status()).isEqualTo(404);
    assertThat(product.bean(Accounts.class).localsOf(member.account())).containsExactly(other.id());
  }

  @Test
  void addsALocalToAnAccountThatIsSignedIn(FoundedLocal local, FoundedLocal other) {
    String code = code(local, someone(local));
    var visitor = other.founder().visitor();
    assertThat(visitor.post("/card", "code", code).location()).contains("/l/" + local.handle());
    assertThat(visitor.get(local.path("")).status()).isEqualTo(200);
    assertThat(visitor.get(other.path("")).status()).isEqualTo(200);
  }

  @Test
  void doesNotMakeOnePersonIntoAnother(FoundedLocal local) {
    String code = code(local, someone(local));
    var member = local.person(Role.MEMBER);
    assertThat(member.visitor().post("/card", "code", code).status()).isEqualTo(422);
    assertThat(local.read(() -> product.bean(Mandates.class).personOf(member.account()))).contains(member.id());
  }

  @Test
  void isNotMadeForAnOfficerWhoHasAWayIn(FoundedLocal local) {
    var steward = local.person(Role.STEWARD);
    assertThat(make(local, local.founder(), steward.id()).status()).isEqualTo(403);
  }

  @Test
  void isOutdatedWhenThePersonGotAnOfficeMeanwhile(FoundedLocal local) {
    var member = local.person(Role.MEMBER);
    String code = code(local, member.id());
    local.give(member, Role.STEWARD, new Reach.WholeLocal());
    var answer = product.visitor().post("/card", "code", code, "pin", "271828");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("no longer fits");
    assertThat(member.visitor().get(local.path("")).status()).isEqualTo(200);
  }

  @Test
  void isMadeOnlyByThoseWhoseMandateReachesThePerson(FoundedLocal local, FoundedLocal other) {
    UUID person = someone(local);
    String path = local.path("people/" + person + "/card");
    assertThat(product.visitor().post(path).location().orElseThrow()).startsWith("/sign-in");
    assertThat(make(local, local.person(Role.MEMBER), person).status()).isEqualTo(403);
    assertThat(make(local, local.person(Role.TREASURER), person).status()).isEqualTo(403);
    assertThat(other.founder().visitor().post(path).status()).isEqualTo(404);
    assertThat(other.founder().visitor().post(other.path("people/" + person + "/card")).status()).isEqualTo(404);
    var elsewhere = local.person(new Reach.Sites(Set.of(UUID.randomUUID())), Role.STEWARD);
    assertThat(make(local, elsewhere, person).status()).isEqualTo(404);
    assertThat(elsewhere.visitor().get(path).status()).isEqualTo(404);
  }

  @Test
  void showsAHostileNameAsText(FoundedLocal local) {
    var page = local.founder().visitor().get(local.path("people/" + someone(local) + "/card"));
    assertThat(page.body()).contains("Juan &lt;b&gt;5C").doesNotContain("Juan <b>");
  }

  @Test
  void refusesAWeakPinBesideItsFieldAndKeepsTheCode(FoundedLocal local) {
    String code = code(local, someone(local));
    var phone = product.visitor();
    var answer = phone.post("/card", "code", code, "pin", "111111");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("id=\"pin-error\"").contains(code);
    assertThat(phone.post("/card", "code", code, "pin", "271828").status()).isEqualTo(303);
  }

  @Test
  void isAuditedWhenMadeAndWhenUsed(FoundedLocal local) {
    UUID person = someone(local);
    product.visitor().post("/card", "code", code(local, person), "pin", "271828");
    var entries = Audited.in(local);
    assertThat(entries).anyMatch(entry -> entry.startsWith("card-made\nperson\n" + person))
        .anyMatch(entry -> entry.startsWith("card-redeemed\nperson\n" + person))
        .noneMatch(entry -> entry.contains("Juan"));
  }
}
