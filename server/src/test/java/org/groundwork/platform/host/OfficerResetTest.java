// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.DeviceKind;
import org.groundwork.platform.access.Proof;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.env.Environment;

/** Somebody is locked out; whoever keeps the server helps, beside the running product. */
@ExtendWith(ProductExtension.class)
class OfficerResetTest {
  private static Ran admin(Product product, String... arguments) {
    var words = new java.util.ArrayList<>(java.util.List.of(arguments));
    words.add("--data");
    words.add(product.bean(Environment.class).getRequiredProperty("groundwork.data"));
    return Ran.admin(product.clock(), words.toArray(String[]::new));
  }

  @Test
  void listsOfficersByNumberAndNamesNobodyUnlessAsked(Product product) {
    var local = product.found("Rosalind Unmistakable");
    local.person(Role.MEMBER);
    var ran = admin(product, "reset");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("local " + local.handle())
        .contains("  1  " + local.founder().id() + "  organiser until ")
        .contains("administrator until ")
        .doesNotContain("Rosalind");
    assertThat(part(ran, local)).as("a member holds no office").doesNotContain("  2  ");
    assertThat(part(admin(product, "reset", "--names"), local)).contains("Rosalind Unmistakable");
  }

  private static String part(Ran ran, FoundedLocal local) {
    String from = ran.out().substring(ran.out().indexOf("local " + local.handle()) + 6);
    return from.contains("local ") ? from.substring(0, from.indexOf("local ")) : from;
  }

  @Test
  void endsEveryWayInAndGivesOneCodeThatOpensTheAccountOnce(Product product, FoundedLocal local) {
    var founder = local.founder();
    var passkey = local.withPasskey(founder);
    var other = local.person(Role.MEMBER, Role.STEWARD);
    assertThat(passkey.visitor().get(local.path("")).status()).isEqualTo(200);

    var ran = admin(product, "reset", "--local", local.handle(), "--officer", "1");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().strip()).matches("([0-9A-Z]{4}-){4}[0-9A-Z]{4}");
    assertThat(founder.visitor().get(local.path("")).status()).isEqualTo(303);
    assertThat(passkey.visitor().get(local.path("")).status()).isEqualTo(303);
    var accounts = product.bean(Accounts.class);
    assertThat(accounts.sessionsOf(founder.account())).isEmpty();
    assertThat(accounts.devicesOf(founder.account())).isEmpty();
    var opened = accounts.recover(ran.out(), "271828", DeviceKind.OTHER, product.clock().instant());
    assertThat(opened.orElseThrow().account()).isEqualTo(founder.account());
    assertThat(accounts.recover(ran.out(), "271828")).as("once").isEmpty();
    assertThat(other.visitor().get(local.path("")).body()).contains("The server gave somebody a new way in");
  }

  @Test
  void withdrawsTheCardsOfEveryLocalOfTheAccount(Product product, FoundedLocal local, FoundedLocal another)
      throws Exception {
    UUID account = local.founder().account();
    UUID elsewhere = another.write(() -> {
      UUID entered = product.bean(org.groundwork.platform.access.FounderRecord.class).enter("Somebody");
      product.bean(org.groundwork.platform.access.Mandates.class).affiliate(account, entered);
      return entered;
    });
    product.bean(Accounts.class).joinLocal(account, another.id());
    UUID bystander = another.founder().id();
    try (var owner = product.connection(DatabaseRole.OWNER);
        var card = owner.prepareStatement("insert into auth.card (code_hash, local_id, person_id, made_at, expires_at,"
            + " for_officer) values (?, ?, ?, now(), now() + interval '1 day', false)");
        var left = owner.prepareStatement("select person_id from auth.card where local_id = any(?)")) {
      for (var holder : Map.of(local.founder().id(), local, elsewhere, another, bystander, another).entrySet()) {
        card.setBytes(1, Tokens.hash(holder.getKey().toString()));
        card.setObject(2, holder.getValue().id().value());
        card.setObject(3, holder.getKey());
        card.executeUpdate();
      }
      var ran = admin(product, "reset", "--local", local.handle(), "--officer", "1");
      assertThat(ran.code()).as(ran.err()).isZero();
      left.setArray(1, owner.createArrayOf("uuid", new UUID[]{local.id().value(), another.id().value()}));
      try (var rows = left.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getObject(1, UUID.class)).isEqualTo(bystander);
        assertThat(rows.next()).isFalse();
      }
    }
  }

  @Test
  void standsInTheAuditLogOfTheLocal(Product product, FoundedLocal local) {
    var ran = admin(product, "reset", "--local", local.handle(), "--person", local.founder().id().toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    String token = product.bean(Accounts.class).startSession(local.founder().account(), Proof.PASSKEY);
    var page = product.visitor().withCookie("gw-session", token).get(local.path("audit"));
    assertThat(page.body()).contains("The server itself reset the way in of");
  }

  @Test
  void refusesWhoIsNotOfTheLocalAndChangesNothing(Product product, FoundedLocal local, FoundedLocal another) {
    var stranger = another.founder();
    for (var wanted : new String[][]{{"--person", stranger.id().toString()}, {"--officer", "2"},
        {"--person", UUID.fromString("00000000-0000-7000-8000-000000000001").toString()}}) {
      var ran = admin(product, "reset", "--local", local.handle(), wanted[0], wanted[1]);
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).startsWith("groundwork: ");
    }
    assertThat(admin(product, "reset", "--local", "nobodyhere", "--officer", "1").code()).isEqualTo(1);
    assertThat(stranger.visitor().get(another.path("")).status()).isEqualTo(200);
    assertThat(local.founder().visitor().get(local.path("")).status()).isEqualTo(200);
  }

  @Test
  void refusesWhoNeverSignedIn(Product product, FoundedLocal local) {
    UUID person = local.write(() -> {
      UUID entered = product.bean(org.groundwork.platform.access.FounderRecord.class).enter("Somebody");
      product.bean(org.groundwork.platform.access.Mandates.class)
          .give(entered, Role.TREASURER, new org.groundwork.platform.access.Reach.WholeLocal(),
              product.clock().instant().plus(java.time.Duration.ofDays(9)),
              new org.groundwork.platform.access.SubjectRef("test", entered));
      return entered;
    });
    assertThat(part(admin(product, "reset"), local)).contains("treasurer until ", "(has never signed in)");
    var ran = admin(product, "reset", "--local", local.handle(), "--officer", "2");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("never signed in");
    assertThat(person).isNotNull();
  }

  @Test
  void tellsMisuseFromWhatIsMissing(Product product, @org.junit.jupiter.api.io.TempDir java.nio.file.Path nowhere) {
    String someone = "00000000-0000-7000-8000-000000000001";
    for (var words : new String[][]{{}, {"seal"}, {"reset", "--force"}, {"reset", "--local"}, {"reset", "--local", "x"},
        {"reset", "--officer", "1"}, {"reset", "--local", "x", "--officer", "0"},
        {"reset", "--local", "x", "--officer", "one"}, {"reset", "--local", "x", "--person", "me"},
        {"reset", "--local", "x", "--officer", "1", "--person", someone}, {"check", "--names"}}) {
      var ran = Ran.admin(product.clock(), words);
      assertThat(ran.code()).as(String.join(" ", words)).isEqualTo(2);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).startsWith("groundwork: ").contains("usage: ");
    }
    assertThat(Ran.admin(product.clock(), "reset", "--help").code()).isZero();
    assertThat(Ran.admin(product.clock(), "reset", "--data", nowhere.toString()).code()).isEqualTo(69);
    assertThat(nowhere).as("nothing is made where there was nothing").isEmptyDirectory();
  }
}
