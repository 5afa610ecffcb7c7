// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Upload;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dues from before the books, as whoever keeps the money writes them down and members read them. */
@ExtendWith(ProductExtension.class)
class BroughtPagesTest {
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([0-9a-f-]{36})\"");
  private static final Pattern STANDS = Pattern.compile("name=\"stands\" value=\"([0-9a-f-]{36})\"");

  private static String field(Pattern pattern, Page page) {
    var found = pattern.matcher(page.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static Visitor treasurer(FoundedLocal local) {
    return local.withPasskey(local.person(Role.MEMBER, Role.TREASURER)).visitor();
  }

  @Test
  void oneMembersIsWrittenDownReadAndTakenBack(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    var treasurer = treasurer(local);
    var maria = local.person(Role.MEMBER);
    String at = local.path("dues/members/" + maria.id() + "/brought");
    assertThat(treasurer.get(local.path("dues/members/" + maria.id())).body()).contains(at);
    var form = treasurer.get(at);
    String due = DuesLocal.today().minusYears(2).toString();
    var refused = treasurer.post(at, "once", field(ONCE, form), "what", "nonsense", "amount", "-5<script>", "due",
        "1990-01-01");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("what-error", "amount-error", "-5&lt;script").doesNotContain("-5<script");
    var early = treasurer.post(at, "once", field(ONCE, form), "what", "owed", "amount", "40", "due", "1990-01-01");
    assertThat(early.body()).contains("due-error", "value=\"40\"");
    for (int twice = 0; twice < 2; twice++) {
      assertThat(treasurer.post(at, "once", field(ONCE, form), "what", "owed", "amount", "40", "due", due).status())
          .isEqualTo(303);
    }
    assertThat(treasurer.get(at + "?done=noted").body()).contains("It is written down", "€40");
    assertThat(dues.open(maria.id())).hasSize(1);
    assertThat(maria.visitor().get(local.path("dues")).body()).contains("From before the books began", "€40",
        "You are behind");
    assertThat(treasurer.get(local.path("dues/members")).body()).contains("€40");
    // whoever is another member reads neither an entry nor a sum of it
    var other = local.person(Role.MEMBER).visitor();
    assertThat(other.get(local.path("treasury/entries")).body()).doesNotContain("€40");
    assertThat(other.get(local.path("treasury/reports")).body()).doesNotContain("€40");

    String stands = field(STANDS, treasurer.get(at));
    treasurer.post(at + "/undo", "stands", UUID.randomUUID().toString());
    assertThat(dues.open(maria.id())).hasSize(1);
    assertThat(treasurer.post(at + "/undo", "stands", stands).location()).hasValue(at + "?done=undone");
    assertThat(dues.open(maria.id())).isEmpty();
    var far = treasurer.post(at, "once", field(ONCE, treasurer.get(at)), "what", "ahead", "amount", "9999", "due", "");
    assertThat(far.body()).contains("amount-error", "€120");
    assertThat(treasurer.post(at, "once", field(ONCE, treasurer.get(at)), "what", "ahead", "amount", "50", "due", "")
        .body()).contains("The general fund has less");
    BroughtTest.inTheBank(dues, 9_000);
    treasurer.post(at, "once", field(ONCE, treasurer.get(at)), "what", "ahead", "amount", "50", "due", "");
    var own = maria.visitor().get(local.path("dues"));
    assertThat(own.body()).contains("You paid €50 ahead", "Paid before the books began");
    assertThat(dues.faults()).isEmpty();
    var member = treasurer.get(local.path("dues/members/" + maria.id()));
    assertThat(member.body()).contains("Paid before the books began")
        .doesNotContain("dues/members/" + maria.id()
            + "/undo");
    UUID payment = local.read(() -> DuesLocal.part(Payments.class).of(maria.id(), 1)).getFirst().id();
    assertThat(treasurer.post(local.path("dues/members/" + maria.id() + "/undo"), "payment", payment.toString())
        .status()).isEqualTo(404);
    assertThat(treasurer.post(local.path("dues/members/" + maria.id() + "/pay"), "once", UUID.randomUUID().toString(),
        "amount", "5", "on", DuesLocal.today().toString(), "way", "brought").status()).isEqualTo(422);
  }

  @Test
  void nobodyWritesDownTheirOwnAndNobodyElseMay(FoundedLocal local, FoundedLocal another) {
    DuesLocal.of(local);
    DuesLocal.openBooks(another);
    var keeper = local.withPasskey(local.person(Role.MEMBER, Role.TREASURER));
    var maria = local.person(Role.MEMBER);
    String own = local.path("dues/members/" + keeper.id() + "/brought");
    String at = local.path("dues/members/" + maria.id() + "/brought");
    String[] typed = {"once", UUID.randomUUID().toString(), "what", "owed", "amount", "5", "due",
        DuesLocal.today().toString()};
    assertThat(keeper.visitor().get(own).status()).isEqualTo(403);
    assertThat(keeper.visitor().post(own, typed).status()).isEqualTo(403);
    assertThat(keeper.visitor().post(own + "/undo").status()).isEqualTo(403);
    UUID file = UUID.randomUUID();
    var table = new Upload("files", "x.csv", "name,owed\nMaria,5\n".getBytes(StandardCharsets.UTF_8));
    for (Role role : new Role[]{Role.MEMBER, Role.AUDITOR, Role.STEWARD, Role.ORGANISER}) {
      var visitor = local.withPasskey(local.person(Role.MEMBER, role)).visitor();
      assertThat(visitor.get(at).status()).as("%s", role).isEqualTo(403);
      assertThat(visitor.post(at, typed).status()).isEqualTo(403);
      assertThat(visitor.post(at + "/undo").status()).isEqualTo(403);
      assertThat(visitor.get(local.path("dues/brought")).status()).isEqualTo(403);
      assertThat(visitor.get(local.path("dues/brought/" + file)).status()).isEqualTo(403);
      assertThat(visitor.upload(local.path("dues/brought"), table, "once", file.toString(), "due", "").status())
          .isEqualTo(403);
      assertThat(visitor.post(local.path("dues/brought/" + file + "/take")).status()).isEqualTo(403);
      assertThat(visitor.post(local.path("dues/brought/" + file + "/drop")).status()).isEqualTo(403);
    }
    // another local's treasurer finds neither the member nor a table of this one
    var stranger = treasurer(another);
    assertThat(stranger.get(another.path("dues/members/" + maria.id() + "/brought")).status()).isEqualTo(404);
    assertThat(stranger.post(another.path("dues/members/" + maria.id() + "/brought"), typed).status()).isEqualTo(404);
    assertThat(stranger.get(another.path("dues/brought/" + file)).status()).isEqualTo(404);
    assertThat(stranger.post(another.path("dues/brought/" + file + "/take")).status()).isEqualTo(404);
    assertThat(stranger.post(another.path("dues/brought/" + file + "/drop")).status()).isEqualTo(404);
    assertThat(stranger.get(another.path("dues/brought")).body()).contains("First write down the scale");
    assertThat(local.read(() -> DuesLocal.part(Brought.class).of(maria.id()))).isEmpty();
  }

  @Test
  void aTableIsLookedAtAndTaken(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    BroughtTest.inTheBank(dues, 9_000);
    var keeper = local.withPasskey(local.person(Role.MEMBER, Role.TREASURER));
    var treasurer = keeper.visitor();
    String name = "<b>Ana</b> Ruiz";
    UUID ana = local.write(() -> DuesLocal.part(People.class)
        .addMember(DuesLocal.part(ChangeSets.class).open("founding"),
            new People.Known(name, Optional.of("555 010 1"), Optional.empty(), "")));
    String at = local.path("dues/brought");
    assertThat(treasurer.get(local.path("dues/members")).body()).contains(at);
    String once = field(ONCE, treasurer.get(at));
    String text = "phone;name;owed;ahead\n5550101;;40,50;\n;Nobody Here;7;\n;\"=cmd|'/C calc'!A0\";7;\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var table = new Upload("files", "..\\<script>.csv", bytes);
    var refused = treasurer.upload(at, new Upload("files", "x.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)),
        "once", once, "due", "tomorrow");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("files-error", "The first row names too few columns", "due-error",
        "value=\"tomorrow\"");
    assertThat(treasurer.upload(at, java.util.List.of(table, table), "once", once, "due", "2025-01-01").body())
        .contains("Choose one file only");
    var sent = treasurer.upload(at, table, "once", once, "due", DuesLocal.today().minusMonths(1).toString());
    assertThat(sent.status()).isEqualTo(303);
    Awaitility.await().until(() -> state(local, once) == BroughtFile.State.READY);
    assertThat(treasurer.upload(at, table, "once", once, "due", DuesLocal.today().toString()).location())
        .hasValue(at + "/" + once);
    var ready = treasurer.get(at + "/" + once);
    assertThat(ready.body()).contains("1 row can be taken", "€40.50", "&lt;b&gt;Ana", "Take 1 row")
        .doesNotContain("<b>Ana", "calc");
    assertThat(treasurer.get(at + "/" + once + "?rows=refused").body()).contains("Left out (2)",
        "Nobody in the list of people");
    assertThat(treasurer.get(local.path("treasury")).status()).isEqualTo(200);
    treasurer.post(at + "/" + once + "/take");
    Awaitility.await().until(() -> state(local, once) == BroughtFile.State.TAKEN);
    assertThat(treasurer.get(at + "/" + once).body()).contains("1 row is taken", "It stands in the books under");
    assertThat(dues.open(ana)).extracting(Charge::open).containsExactly(4_050L);
    treasurer.post(at + "/" + once + "/drop");
    assertThat(state(local, once)).isEqualTo(BroughtFile.State.TAKEN);
    String next = field(ONCE, treasurer.get(at));
    treasurer.upload(at, table, "once", next, "due", DuesLocal.today().toString());
    Awaitility.await().until(() -> state(local, next) == BroughtFile.State.READY);
    assertThat(treasurer.get(at + "/" + next).body())
        .as("what was left out is looked at again, what was taken is known")
        .contains("Left out (3)", "No row can be taken");
    assertThat(dues.balance(UsedFor.DUES_OWED)).isEqualTo(4_050);
    assertThat(treasurer.speaking("es").get(at + "/" + once).body()).contains("1 fila tomada");
    assertThat(dues.faults()).isEmpty();
  }

  private static BroughtFile.State state(FoundedLocal local, String file) {
    return local.read(() -> DuesLocal.part(BroughtFiles.class).find(UUID.fromString(file))).orElseThrow().state();
  }
}
