// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator says who may do what, where and until when. */
@ExtendWith(ProductExtension.class)
class MandatesPageTest {
  private static final Pattern SITE = Pattern.compile("id=\"site-([0-9a-f-]{36})\"");
  private final Product product;

  MandatesPageTest(Product product) { this.product = product; }

  private String inAYear() {
    return LocalDate.ofInstant(product.clock().instant(), java.time.ZoneOffset.UTC).plusYears(1).toString();
  }

  private Page give(FoundedLocal local, Visitor by, FoundedLocal.Person to, String... more) {
    var fields = new java.util.ArrayList<>(List.of("person", to.id().toString()));
    fields.addAll(List.of(more));
    return by.post(local.path("mandates/give"), fields.toArray(String[]::new));
  }

  private List<Mandate> held(FoundedLocal local, FoundedLocal.Person person) {
    return local.read(() -> product.bean(Mandates.class).inForce(person.id()));
  }

  @Test
  void appointsAStewardOfTheWholeLocal(FoundedLocal local) {
    var member = local.person(Role.MEMBER);
    var answer = give(local, local.founder().visitor(), member, "role", "steward", "reach", "whole", "until",
        inAYear());
    assertThat(answer.location()).hasValueSatisfying(to -> assertThat(to).startsWith(local.path("mandates?given=")));
    assertThat(held(local, member)).extracting(Mandate::role).contains(Role.STEWARD);
    assertThat(local.founder().visitor().get(local.path("mandates")).body()).contains("Steward",
        "Everywhere in the group");
  }

  @Test
  void appointsForNamedSitesAndNoOthers(FoundedLocal local) {
    var visitor = local.founder().visitor();
    local.write(() -> product.bean(org.groundwork.roll.Sites.class)
        .add(org.groundwork.roll.SiteKind.BUILDING,
            "118 Elm Street", java.util.Optional.empty()));
    var member = local.person(Role.MEMBER);
    var site = SITE.matcher(visitor.get(local.path("mandates/give")).body());
    assertThat(site.find()).isTrue();
    give(local, visitor, member, "role", "steward", "site", site.group(1), "until", inAYear());
    var mandate = held(local, member).stream().filter(m -> m.role() == Role.STEWARD).findFirst().orElseThrow();
    assertThat(mandate.reach()).isEqualTo(new Reach.Sites(java.util.Set.of(UUID.fromString(site.group(1)))));
  }

  @Test
  void refusesASiteOfAnotherLocal(FoundedLocal local) {
    var member = local.person(Role.MEMBER);
    var answer = give(local, local.founder().visitor(), member, "role", "steward", "site",
        UUID.randomUUID().toString(), "until", inAYear());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(held(local, member)).extracting(Mandate::role).containsExactly(Role.MEMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tomorrow", "2020-01-01", "2999-01-01", "<script>"})
  void refusesAMandateWithoutAnEndWithinTwoYears(String until) {
    var local = product.found();
    var member = local.person(Role.MEMBER);
    var answer = give(local, local.founder().visitor(), member, "role", "steward", "reach", "whole", "until", until);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("id=\"until-error\"").doesNotContain("<script>\"");
    assertThat(held(local, member)).extracting(Mandate::role).containsExactly(Role.MEMBER);
  }

  @Test
  void refusesAPersonOfAnotherLocalAndARoleThatDoesNotExist(FoundedLocal local, FoundedLocal other) {
    var stranger = other.person(Role.MEMBER);
    assertThat(give(local, local.founder().visitor(), stranger, "role", "steward", "reach", "whole", "until", inAYear())
        .body()).contains("Choose who it is for");
    assertThat(give(local, local.founder().visitor(), local.person(Role.MEMBER), "role", "emperor", "reach", "whole",
        "until", inAYear()).body()).contains("Choose what they may do");
  }

  @Test
  void endsAMandateAtOnce(FoundedLocal local) {
    var steward = local.person(Role.STEWARD);
    UUID mandate = held(local, steward).getFirst().id();
    assertThat(steward.visitor().get(local.path("start/where")).status()).isEqualTo(200);
    local.founder().visitor().post(local.path("mandates/end"), "mandate", mandate.toString());
    assertThat(steward.visitor().get(local.path("start/where")).status()).isEqualTo(403);
  }

  @Test
  void keepsTheLastAdministratorWhoHasAWayIn(FoundedLocal local) {
    var other = local.person(Role.ADMINISTRATOR);
    UUID own = held(local, local.founder()).stream()
        .filter(m -> m.role() == Role.ADMINISTRATOR)
        .findFirst()
        .orElseThrow()
        .id();
    local.write(() -> product.bean(Mandates.class).part(other.id()));
    assertThat(local.founder().visitor().post(local.path("mandates/end"), "mandate", own.toString()).status())
        .isEqualTo(403);
  }

  @Test
  void endsOneOfficeAfterTheOther(FoundedLocal local) throws Exception {
    var other = local.person(Role.ADMINISTRATOR);
    UUID theirs = held(local, other).getFirst().id();
    var visitor = local.founder().visitor();
    try (var threads = Executors.newSingleThreadExecutor()) {
      var second = local.write(() -> {
        product.bean(Mandates.class).lockOffices();
        var ending = threads.submit(() -> visitor.post(local.path("mandates/end"), "mandate", theirs.toString()));
        assertThatThrownBy(() -> ending.get(900, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        return ending;
      });
      assertThat(second.get().status()).isEqualTo(303);
    }
    assertThat(held(local, other)).isEmpty();
  }

  @Test
  void keepsTheLastAdministrator(FoundedLocal local) {
    UUID own = held(local, local.founder()).stream()
        .filter(m -> m.role() == Role.ADMINISTRATOR)
        .findFirst()
        .orElseThrow()
        .id();
    assertThat(local.founder().visitor().post(local.path("mandates/end"), "mandate", own.toString()).status())
        .isEqualTo(403);
    local.person(Role.ADMINISTRATOR);
    assertThat(local.founder().visitor().post(local.path("mandates/end"), "mandate", own.toString()).status())
        .isEqualTo(303);
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
  void isRefusedToEveryOtherRole(Role role) {
    var local = product.found();
    var visitor = product.visitor()
        .withCookie("gw-session",
            product.bean(Accounts.class).startSession(local.person(role).account(), Proof.PASSKEY));
    assertThat(visitor.get(local.path("mandates")).status()).isEqualTo(403);
    assertThat(visitor.get(local.path("mandates/give")).status()).isEqualTo(403);
    assertThat(visitor.post(local.path("mandates/give"), "role", "administrator").status()).isEqualTo(403);
    assertThat(visitor.post(local.path("mandates/end"), "mandate", UUID.randomUUID().toString()).status())
        .isEqualTo(403);
  }

  @Test
  void isNothingForStrangersAndOtherLocals(FoundedLocal local, FoundedLocal other) {
    for (String path : List.of("mandates", "mandates/give")) {
      assertThat(product.visitor().get(local.path(path)).location().orElseThrow()).startsWith("/sign-in");
      assertThat(other.founder().visitor().get(local.path(path)).status()).isEqualTo(404);
    }
    UUID theirs = held(local, local.founder()).getFirst().id();
    assertThat(other.founder().visitor().post(other.path("mandates/end"), "mandate", theirs.toString()).status())
        .isEqualTo(404);
    assertThat(held(local, local.founder())).extracting(Mandate::id).contains(theirs);
  }

  @Test
  void showsAHostileNameAsText() {
    var local = product.found("<script>alert(1)</script>");
    assertThat(local.founder().visitor().get(local.path("mandates")).body()).contains("&lt;script&gt;")
        .doesNotContain("<script>alert");
  }
}
