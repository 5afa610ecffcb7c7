// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Direct debits as treasurers and members use them. */
@ExtendWith(ProductExtension.class)
class DebitsPagesTest {
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([0-9a-f-]{36})\"");
  private static final String HOSTILE = "<script>alert(1)</script>";

  private static <T> T part(Class<T> type) { return DebitsLocal.part(type); }

  private static String once(Page page) {
    var found = ONCE.matcher(page.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String[] creditor(UUID account, String... changed) {
    var fields = new ArrayList<>(
        List.of("version", "0", "name", "Tenants’ Union", "identifier", "DE98 ZZZ0 9999 9999 99",
            "account", account.toString(), "bic", "", "street", "Große Straße", "building", "7 b", "postcode", "10999",
            "town", "Berlin", "country", "de", "notice", "14", "prefix", "dues"));
    for (int at = 0; at < changed.length; at += 2) {
      fields.set(fields.indexOf(changed[at]) + 1, changed[at + 1]);
    }
    return fields.toArray(String[]::new);
  }

  private static String[] mandate(String once, String holder, String iban, String... more) {
    var fields = new ArrayList<>(List.of("once", once, "holder", holder, "iban", iban));
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  @Test
  void withoutEuroThePageSaysSoAndLeadsOn(FoundedLocal local) {
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    assertThat(treasurer.get(local.path("dues/debits")).body()).contains("The books are not open yet");
    DebitsLocal.withoutCreditor(local, "USD");
    assertThat(treasurer.get(local.path("dues/debits")).body()).contains("in another currency", local.path("bank"));
    assertThat(treasurer.get(local.path("dues/debits/creditor")).location()).hasValue(local.path("dues/debits"));
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.get(local.path("dues/debit")).body()).contains("does not collect by direct debit");
    assertThat(member.get(local.path("dues")).body()).doesNotContain("Pay by direct debit");
    assertThat(member.post(local.path("dues/debit"), mandate(UUID.randomUUID().toString(), "Ana", DebitsLocal.THEIRS))
        .location()).hasValue(local.path("dues/debit"));
  }

  @Test
  void whoCollectsIsWrittenDownAndRefusedBesideItsField(FoundedLocal local) {
    var debits = DebitsLocal.withoutCreditor(local, "EUR");
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    assertThat(treasurer.get(local.path("dues/debits")).body()).contains("Nobody has written down yet who collects");
    String at = local.path("dues/debits/creditor");
    String[][] wrong = {{"identifier", "DE97ZZZ09999999999"}, {"identifier", "US98ZZZ09999999999"}, {"account", ""},
        {"bic", "abc"}, {"town", ""}, {"country", "Germany"}, {"country", "XX"}, {"notice", "0"}, {"notice", "31"},
        {"prefix", "a b"}, {"name", ""}, {"name", "アナ"}, {"name", "x".repeat(71)}};
    for (String[] each : wrong) {
      var refused = treasurer.post(at, creditor(debits.bank, each));
      assertThat(refused.status()).as(each[0] + " " + each[1]).isEqualTo(422);
      assertThat(refused.body()).as(each[0]).contains("error-summary", "href=\"#" + each[0], "Große Straße");
    }
    assertThat(local.read(() -> part(Creditors.class).find())).isEmpty();
    assertThat(treasurer.post(at, creditor(debits.bank)).location()).hasValue(local.path("dues/debits"));
    var kept = local.read(() -> part(Creditors.class).find()).orElseThrow();
    assertThat(kept.identifier()).isEqualTo("DE98ZZZ09999999999");
    assertThat(kept.prefix()).isEqualTo("DUES");
    assertThat(kept.address().country()).isEqualTo("DE");
    var meanwhile = treasurer.post(at, creditor(debits.bank, "version", "7"));
    assertThat(meanwhile.status()).isEqualTo(422);
    assertThat(meanwhile.body()).contains("Somebody else changed it meanwhile", "name=\"version\" value=\"1\"");
    assertThat(treasurer.get(local.path("dues/debits")).body()).contains("mandates in force", "Collect dues");
  }

  @Test
  void aMemberGivesAMandateSeesItAndTakesItBack(FoundedLocal local) {
    DebitsLocal.of(local);
    var maria = local.person(Role.MEMBER);
    var mine = maria.visitor();
    assertThat(mine.get(local.path("dues")).body()).contains("Pay by direct debit", local.path("dues/debit"));
    var form = mine.get(local.path("dues/debit"));
    assertThat(form.body()).contains("SEPA Direct Debit Mandate", "within 8 weeks", "DE98ZZZ09999999999", "recurrent");
    String once = once(form);
    assertThat(mine.post(local.path("dues/debit"), mandate(once, HOSTILE, "DE02120300000000202052")).body())
        .contains("typing error", "&lt;script")
        .doesNotContain(HOSTILE);
    assertThat(mine.post(local.path("dues/debit"), mandate(once, "Maria", "SA0380000000608010167519")).body())
        .contains("Nothing can be collected from an account in this country");
    assertThat(mine.post(local.path("dues/debit"), mandate(once, "Maria", DebitsLocal.SWISS)).body())
        .contains("error-summary", "href=\"#town", "href=\"#bic", "Banks in this country ask for the BIC");
    assertThat(mine.post(local.path("dues/debit"), mandate(once, "アナ", DebitsLocal.THEIRS)).body())
        .contains("Banks cannot write this");
    String[] good = mandate(once, "Maria <b>López</b>", "de02 1203 0000 0000 2020 51");
    assertThat(mine.post(local.path("dues/debit"), good).location()).hasValue(local.path("dues/debit"));
    mine.post(local.path("dues/debit"), good);
    var given = local.read(() -> part(DebitMandates.class).of(maria.id(), 9));
    assertThat(given).hasSize(1);
    assertThat(given.getFirst().signedAt()).isPresent();
    assertThat(String.join(" ", given.getFirst().shown())).contains("refund from your bank", "Tenants’ Union Ü");
    var shown = mine.get(local.path("dues/debit"));
    assertThat(shown.body())
        .contains(given.getFirst().reference(), "…2051", "Take back my mandate", "refund from your bank",
            "&lt;b&gt;L")
        .doesNotContain(DebitsLocal.THEIRS, "DE02 1203", "<b>L");
    assertThat(mine.get(local.path("dues/debit?other=yes")).body()).contains("Use another account");
    mine.post(local.path("dues/debit/revoke"));
    assertThat(mine.get(local.path("dues/debit")).body()).contains("You took back your mandate", "Give a mandate");
    assertThat(local.read(() -> part(DebitsForgotten.class).about(maria.id())).toString()).contains(
        "Maria <b>López</b>",
        "DE02 1203 0000 0000 2020 51", "debits.state.revoked", given.getFirst().reference());
  }

  @Test
  void inSpanishTheTextThatIsSignedIsKeptAsItWasRead(FoundedLocal local) {
    DebitsLocal.of(local);
    var maria = local.person(Role.MEMBER);
    var mine = maria.visitor().speaking("es");
    String once = once(mine.get(local.path("dues/debit")));
    mine.post(local.path("dues/debit"), mandate(once, "María", DebitsLocal.THEIRS));
    assertThat(local.read(() -> part(DebitMandates.class).of(maria.id(), 9)).getFirst().shown().getFirst())
        .isIn("Orden de domiciliación de adeudo directo SEPA", "SEPA Direct Debit Mandate");
  }

  @Test
  void paperIsEnteredByWhoKeepsTheMoney(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    UUID ana = debits.member("Ana <i>Paper</i>", "");
    String at = local.path("dues/debits/paper/" + ana);
    String once = once(treasurer.get(at));
    assertThat(treasurer.post(at, mandate(once, "Ana", DebitsLocal.THEIRS, "signed", "2099-01-01")).status())
        .isEqualTo(422);
    var entered = treasurer.post(at,
        mandate(once, "Ana", DebitsLocal.THEIRS, "signed", DebitsLocal.today().toString()));
    var page = treasurer.get(entered.location().orElseThrow());
    assertThat(page.body()).contains("DE02 1203 0000 0000 2020 51", "On paper", "&lt;i&gt;Paper")
        .doesNotContain("<i>Paper");
    assertThat(treasurer.get(local.path("dues/debits/mandates")).body()).contains("…2051").doesNotContain("DE02 1203");
    assertThat(treasurer.get(local.path("dues/debits/paper/" + UUID.randomUUID())).status()).isEqualTo(404);
    UUID mandate = local.read(() -> part(DebitMandates.class).of(ana, 9)).getFirst().id();
    treasurer.post(local.path("dues/debits/mandates/" + mandate + "/revoke"));
    assertThat(debits.mandateOf(mandate).state()).isEqualTo(DebitMandate.State.REVOKED);
    assertThat(treasurer.get(local.path("dues/debits/mandates?ended=yes")).body()).contains("Revoked");
  }

  @Test
  void fromTheDayToTheBooksAndBack(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    List<UUID> members = debits.owing(2);
    assertThat(treasurer.get(local.path("dues/debits/collections/new?on=2026-01-03")).body())
        .contains("At the earliest on");
    assertThat(treasurer.get(local.path("dues/debits/collections/new?on=2099-01-01")).body())
        .contains("At most 60 days");
    String day = DebitsLocal.soon().toString();
    assertThat(treasurer.get(local.path("dues/debits/collections/new?on=" + day)).body())
        .contains("Tell 2 members and collect", "€20");
    assertThat(treasurer.post(local.path("dues/debits/collections"), "on", "2026-01-03").status()).isEqualTo(422);
    assertThat(treasurer.post(local.path("dues/debits/collections"), "on", day).status()).isEqualTo(303);
    Awaitility.await()
        .until(() -> local.read(() -> part(DebitCollections.class).latest(9))
            .stream()
            .anyMatch(each -> each.state() == DebitCollection.State.MADE));
    UUID collection = local.read(() -> part(DebitCollections.class).latest(9)).getFirst().id();
    String at = local.path("dues/debits/collections/" + collection);
    assertThat(treasurer.get(at).body()).contains("Make the file", "2 members have no mail", "Member 0");
    assertThat(treasurer.get(local.path("")).body()).contains("waits for its file");
    assertThat(treasurer.get(at + "/payments.xml").status()).isEqualTo(404);
    assertThat(treasurer.post(at + "/file").location().orElseThrow()).contains("/jobs/");
    Awaitility.await().until(() -> debits.find(collection).state() == DebitCollection.State.FILED);
    byte[] file = treasurer.file(at + "/payments.xml");
    assertThat(new String(file, StandardCharsets.UTF_8)).contains("pain.008.001.08", "<NbOfTxs>2</NbOfTxs>");
    assertThat(treasurer.file(at + "/payments.xml")).isEqualTo(file);
    var auditor = local.person(Role.MEMBER, Role.AUDITOR).visitor();
    assertThat(auditor.get(at).body()).as("no sum beside a name")
        .contains("€10")
        .doesNotContain("payments.xml", "Call off this collection", "Member 0");
    assertThat(auditor.get(at + "/payments.xml").status()).isEqualTo(403);

    local.write(() -> part(DebitMandates.class).revoke(debits.item(members.get(0)).mandate().orElseThrow()));
    assertThat(treasurer.get(at).body()).contains("Tell the bank to stop one payment", "The mandate ended.");
    assertThat(treasurer.post(at + "/booked", "on", day).status()).isEqualTo(422);
    debits.passTo(collection);
    var later = local.person(Role.MEMBER, Role.TREASURER).visitor(); // whoever was signed in days ago is not any more
    assertThat(later.get(local.path("")).body()).contains("The bank may have booked the collection");
    assertThat(later.post(at + "/booked", "on", debits.find(collection).due().toString()).location().orElseThrow())
        .contains("/jobs/");
    Awaitility.await().until(() -> debits.find(collection).state() == DebitCollection.State.COLLECTED);
    assertThat(later.get(at).body()).contains("Collected: 2");
    assertThat(later.post(at + "/drop").location().orElseThrow()).contains("refused=bank");

    String returns = local.path("dues/debits/returns");
    var blank = later.get(returns);
    String once = once(blank);
    assertThat(
        later.upload(returns, new Upload("files", "x.xml", "no file".getBytes(StandardCharsets.UTF_8)), "once",
            once).body())
        .contains("cannot be read");
    assertThat(later.upload(returns, new Upload("files", "x.xml", new byte[0]), "once", once).status())
        .isEqualTo(422);
    assertThat(later.upload(returns,
        new Upload("files", "x.xml", ReturnsTest.camt().getBytes(StandardCharsets.UTF_8)), "once", once)
        .location()
        .orElseThrow()).contains("nothing=yes");
    var brought = later.upload(returns, new Upload("files", "x.xml", ReturnsTest
        .camt(ReturnsTest.entry(debits.item(members.get(1)).endToEnd(), "", "11.00", "AM04", DebitsLocal.today()))
        .getBytes(StandardCharsets.UTF_8)), "once", once);
    assertThat(brought.location()).hasValue(returns + "/" + once);
    assertThat(later.get(returns + "/" + once).body()).contains("There was not enough on the account",
        "Take this one",
        "the bank took €1");
    later.post(returns + "/" + once + "/take");
    later.post(returns + "/" + once + "/take");
    Awaitility.await().until(() -> debits.report(UUID.fromString(once)).state() == DebitReport.State.TAKEN);
    assertThat(later.get(at).body()).contains("Taken back by the bank", "There was not enough on the account");
    assertThat(debits.open(members.get(1))).hasSize(1);
    assertThat(later.get(local.path("dues/debits")).body()).contains("In the books", "Done");
  }

  @Test
  void whoMayNotIsRefusedEverywhere(FoundedLocal local, FoundedLocal theirs) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(1);
    UUID collection = debits.filed();
    UUID mandate = debits.item(members.getFirst()).mandate().orElseThrow();
    UUID report = debits.brought(ReturnsTest.camt(
        ReturnsTest.entry(debits.item(members.getFirst()).endToEnd(), "", "10.00", "AC04", DebitsLocal.today())));
    List<String> seen = List.of("dues/debits", "dues/debits/collections/" + collection,
        "dues/debits/returns/" + report);
    List<String> kept = List.of("dues/debits/creditor", "dues/debits/mandates", "dues/debits/mandates/" + mandate,
        "dues/debits/paper/" + members.getFirst(), "dues/debits/collections/new",
        "dues/debits/collections/" + collection + "/payments.xml", "dues/debits/returns");
    List<String> done = List.of("dues/debits/creditor", "dues/debits/mandates/" + mandate + "/revoke",
        "dues/debits/paper/" + members.getFirst(), "dues/debits/collections",
        "dues/debits/collections/" + collection + "/file", "dues/debits/collections/" + collection + "/booked",
        "dues/debits/collections/" + collection + "/drop", "dues/debits/returns/" + report + "/take",
        "dues/debits/returns/" + report + "/drop");
    var member = local.person(Role.MEMBER, Role.STEWARD).visitor();
    var auditor = local.person(Role.MEMBER, Role.AUDITOR).visitor();
    var outsider = theirs.person(Role.MEMBER, Role.TREASURER).visitor();
    for (String each : seen) {
      assertThat(member.get(local.path(each)).status()).as(each).isEqualTo(403);
      assertThat(auditor.get(local.path(each)).status()).as(each).isEqualTo(200);
      assertThat(outsider.get(local.path(each)).status()).as(each).isEqualTo(404);
    }
    for (String each : kept) {
      assertThat(auditor.get(local.path(each)).status()).as(each).isEqualTo(403);
      assertThat(outsider.get(local.path(each)).status()).as(each).isEqualTo(404);
    }
    for (String each : done) {
      assertThat(auditor.post(local.path(each)).status()).as(each).isEqualTo(403);
      assertThat(outsider.post(local.path(each)).status()).as(each).isEqualTo(404);
    }
    assertThat(debits.find(collection).state()).isEqualTo(DebitCollection.State.FILED);
    assertThat(debits.mandateOf(mandate).inForce()).isTrue();
    // what belongs to another local is not there in one's own
    DebitsLocal.of(theirs);
    for (String each : List.of("dues/debits/collections/" + collection, "dues/debits/returns/" + report,
        "dues/debits/mandates/" + mandate, "dues/debits/collections/" + collection + "/payments.xml")) {
      assertThat(outsider.get(theirs.path(each)).status()).as(each).isEqualTo(404);
    }
    for (String each : done.subList(4, 9)) {
      assertThat(outsider.post(theirs.path(each)).status()).as(each).isEqualTo(404);
    }
  }
}
