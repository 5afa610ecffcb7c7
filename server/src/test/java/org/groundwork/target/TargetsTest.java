// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.Applications;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Targets are named, changed and looked at by the organisers of a local. */
@ExtendWith(ProductExtension.class)
class TargetsTest {
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([0-9a-f-]{36})\"");
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

  private static String hidden(Pattern pattern, Page page) {
    Matcher found = pattern.matcher(page.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String named(FoundedLocal local, String... more) {
    var visitor = local.founder().visitor();
    var fields = new java.util.ArrayList<>(java.util.List.of("once",
        hidden(ONCE, visitor.get(local.path("targets/new")))));
    fields.addAll(java.util.List.of(more));
    var answer = visitor.post(local.path("targets/new"), fields.toArray(String[]::new));
    assertThat(answer.status()).isEqualTo(303);
    return answer.location().orElseThrow().replaceAll("\\?.*", "");
  }

  @ParameterizedTest
  @EnumSource(TargetKind.class)
  void takesEveryKind(TargetKind kind, Product product) {
    var local = product.found();
    String path = named(local, "kind", kind.key(), "person", "Torvald Pellgrave", "firm", "Elsewhere LLC");
    assertThat(local.founder().visitor().get(path).body()).contains("Torvald Pellgrave", "Elsewhere LLC",
        "What we know");
    assertThat(local.founder().visitor().get(local.path("targets")).body()).contains("Torvald Pellgrave", path);
    assertThat(local.founder().visitor().speaking("es").get(path).body()).contains("Fechas que duelen");
  }

  @Test
  void refusesAFirmAloneAndKeepsWhatWasTyped(FoundedLocal local) {
    var visitor = local.founder().visitor();
    visitor.get(local.path("targets/new"));
    var again = visitor.post(local.path("targets/new"), "kind", "employer", "person", "The LLC", "firm",
        "Behind <b>it</b>", "domains", "not a domain!\ngmail.com", "refuse", "on");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("A company cannot answer", "There is no domain in", "value=\"The LLC\"",
        "Behind &lt;b>it&lt;/b>", "id=\"kind-employer\" name=\"kind\" value=\"employer\" checked", "gmail.com");
    assertThat(visitor.post(local.path("targets/new"), "kind", "god", "person", "x".repeat(121)).body())
        .contains("Choose what they are to us", "href=\"#person\"");
    assertThat(visitor.get(local.path("targets")).body()).contains("Nobody named yet");
  }

  @Test
  void namesOnceWhatIsSentTwice(FoundedLocal local) {
    var visitor = local.founder().visitor();
    String once = hidden(ONCE, visitor.get(local.path("targets/new")));
    for (int sent = 0; sent < 2; sent++) {
      assertThat(visitor.post(local.path("targets/new"), "once", once, "kind", "landlord", "person", "Onlyone Person")
          .status()).isEqualTo(303);
    }
    String list = visitor.get(local.path("targets")).body();
    assertThat(list.split("Onlyone Person", -1)).hasSize(2);
  }

  @Test
  void tellsTheSecondOfTwoWhoChangeOneRecord(FoundedLocal local) {
    String path = named(local, "kind", "landlord", "person", "Torvald Pellgrave");
    var one = local.withPasskey(local.founder()).visitor();
    var other = local.withPasskey(local.person(Role.ORGANISER)).visitor();
    String version = hidden(VERSION, one.get(path + "/change"));
    other.get(path + "/change");
    assertThat(one.post(path + "/change", "version", version, "kind", "landlord", "person", "First Change").status())
        .isEqualTo(303);
    var refused = other.post(path + "/change", "version", version, "kind", "employer", "person", "Second Change",
        "domains", "second.example");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("Somebody changed this meanwhile", "First Change", "value=\"Second Change\"",
        "second.example");
    assertThat(other.get(path).body()).contains("First Change").doesNotContain("Second Change");
    assertThat(other.post(path + "/change", "version", hidden(VERSION, refused), "kind", "employer", "person",
        "Second Change").status()).isEqualTo(303);
    assertThat(one.get(path).body()).contains("Second Change");
  }

  @Test
  void leavesTheDomainsToThoseWhoWorkForTheWholeLocal(Product product, FoundedLocal local) {
    String path = named(local, "kind", "landlord", "person", "Torvald Pellgrave", "domains", "firma.example", "refuse",
        "on");
    var limited = local.withPasskey(local.person(new Reach.Sites(Set.of(UUID.randomUUID())), Role.ORGANISER)).visitor();
    for (String[] changed : new String[][]{{"domains", "ours.example", "refuse", "on"}, {"domains", "firma.example"},
        {"domains", ""}}) {
      var fields = new java.util.ArrayList<>(java.util.List.of("version",
          hidden(VERSION, limited.get(path + "/change")), "kind", "landlord", "person", "Typed Anew"));
      fields.addAll(java.util.List.of(changed));
      var refused = limited.post(path + "/change", fields.toArray(String[]::new));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body()).contains("id=\"domains-error\"", "works for the whole group", "Typed Anew",
          changed[1]);
    }
    UUID target = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    assertThat(local.read(() -> product.bean(MailDomains.class).of(target)))
        .containsExactly(new MailDomains.MailDomain("firma.example", true));
    assertThat(limited.post(path + "/change", "version", hidden(VERSION, limited.get(path + "/change")), "kind",
        "landlord", "person", "Typed Anew", "domains", "firma.example", "refuse", "on").status()).isEqualTo(303);
    String once = hidden(ONCE, limited.get(local.path("targets/new")));
    assertThat(limited.post(local.path("targets/new"), "once", once, "kind", "employer", "person", "Boss", "domains",
        "new.example").status()).isEqualTo(422);
  }

  @Test
  void makesNotKnowingTheFirstTask(FoundedLocal local) {
    var visitor = local.founder().visitor();
    String path = named(local, "kind", "landlord", "unknown", "on", "firm", "118 Street LLC");
    assertThat(visitor.get(path).body()).contains("Still to find out", "Who decides, by name", "118 Street LLC");
    assertThat(visitor.get(local.path("")).body()).contains("Find out who can say yes");
    String version = hidden(VERSION, visitor.get(path + "/change"));
    visitor.post(path + "/change", "version", version, "kind", "landlord", "person", "Found Out", "firm",
        "118 Street LLC");
    assertThat(visitor.get(path).body()).doesNotContain("Still to find out");
    assertThat(visitor.get(local.path("")).body()).doesNotContain("Find out who can say yes");
  }

  @Test
  void isNotThereForAnotherLocal(FoundedLocal local, FoundedLocal other) {
    String path = named(local, "kind", "landlord", "person", "Torvald Pellgrave");
    String theirs = other.path("targets/" + path.substring(path.lastIndexOf('/') + 1));
    var stranger = other.founder().visitor();
    for (String each : new String[]{theirs, theirs + "/change", theirs + "/research/new",
        theirs + "/research/" + UUID.randomUUID()}) {
      assertThat(stranger.get(each).status()).as(each).isEqualTo(404);
    }
    assertThat(stranger.post(theirs + "/change", "kind", "landlord", "person", "Taken Over").status()).isEqualTo(404);
    assertThat(stranger.post(theirs + "/research/new", "section", "money", "finding", "x", "source", "y").status())
        .isEqualTo(404);
    assertThat(stranger.get(other.path("targets?after=" + path.substring(path.lastIndexOf('/') + 1))).body())
        .doesNotContain("Torvald");
  }

  @Test
  void refusesAddressesOfATargetsDomainOnTheFormToJoin(Product product, FoundedLocal local, Visitor stranger) {
    local.as(local.founder(), () -> local.write(() -> {
      product.bean(Applications.class).setOpen(true);
      return true;
    }));
    named(local, "kind", "employer", "person", "Quiet Boss", "domains", "quiet.example");
    named(local, "kind", "employer", "person", "Loud Boss", "domains", "Firma.example\nhttps://www.müller.example/jobs",
        "refuse", "on");
    for (String refused : new String[]{"ana@firma.example", "ana@MAIL.staff.Firma.example", "ana@müller.example",
        "ana@xn--mller-kva.example"}) {
      assertThat(ask(local, stranger, refused).body()).as(refused).contains("id=\"mail-error\"");
    }
    for (String taken : new String[]{"ana@firma.example.org", "ana@otherfirma.example", "ana@quiet.example"}) {
      assertThat(ask(local, stranger, taken).status()).as(taken).isEqualTo(303);
    }
  }

  private static Page ask(FoundedLocal local, Visitor stranger, String mail) {
    String form = "/r/" + local.handle() + "/join";
    return stranger.post(form, "once", hidden(ONCE, stranger.get(form)), "kind", "member", "name", "Ana", "mail", mail);
  }
}
