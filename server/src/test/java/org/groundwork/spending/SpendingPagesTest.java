// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.files.Pictures;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Upload;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages on which somebody asks for what they laid out, others say yes, and the treasurer pays. */
@ExtendWith(ProductExtension.class)
class SpendingPagesTest {
  private static final String HOSTILE = "\"><script>alert(1)</script>";

  private static Visitor office(FoundedLocal local, FoundedLocal.Person person) {
    return local.withPasskey(person).visitor();
  }

  private static String once(Page page) {
    return page.body().replaceAll("(?s).*name=\"once\" value=\"([^\"]+)\".*", "$1");
  }

  private static Upload photo() { return new Upload("files", "<b>receipt.png", Pictures.png(40, 30)); }

  private static Page asks(Kitty kitty, Visitor visitor, String once, List<Upload> photos, String amount,
      String... more) {
    var fields = new ArrayList<>(List.of("once", once, "amount", amount, "what", HOSTILE, "account",
        kitty.paint().toString(), "fund", kitty.fund(FundKind.GENERAL).toString()));
    fields.addAll(List.of(more));
    return visitor.upload(kitty.local().path("spending/new"), photos, fields.toArray(String[]::new));
  }

  /** What somebody asked for last. */
  private static UUID last(Kitty kitty, FoundedLocal.Person person) {
    return kitty.local().read(() -> Kitty.part(Payouts.class).of(person.id(), 1)).getFirst().id();
  }

  @Test
  void aMemberSeesHowFarItIsFromTheReceiptToTheMoney(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    var member = kitty.member().visitor();
    String once = once(member.get(local.path("spending/new")));
    for (int twice = 0; twice < 2; twice++) {
      assertThat(asks(kitty, member, once, List.of(photo()), "12.50", "way", "transfer", "wayTo", "IBAN XX42").status())
          .isEqualTo(303);
    }
    assertThat(local.read(() -> Kitty.part(Payouts.class).of(kitty.member().id(), 9))).hasSize(1);
    UUID id = last(kitty, kitty.member());
    String path = local.path("spending/" + id);
    assertThat(member.get(local.path("spending")).body()).contains("$12.50", "Waits for a yes", "&lt;script&gt;")
        .doesNotContain(HOSTILE);
    assertThat(member.get(path).body()).contains("IBAN XX42", "&lt;b&gt;receipt.png", "Mend it and ask again")
        .doesNotContain("<b>receipt", "Do you say yes?");

    var one = office(local, kitty.one());
    Page toDecide = one.get(path);
    assertThat(toDecide.body()).contains("Do you say yes?", "$12.50 is owed", "There is enough in it",
        "button--next").doesNotContain("IBAN XX42", HOSTILE);
    String file = toDecide.body().replaceAll("(?s).*href=\"([^\"]+/papers/[^\"]+)\".*", "$1");
    assertThat(one.get(file).header("Content-Type")).contains("image/png");
    String version = toDecide.body().replaceAll("(?s).*name=\"version\" value=\"([^\"]+)\".*", "$1");
    assertThat(one.post(path + "/yes", "version", version).location()).contains(local.path("spending?done=approved"));
    assertThat(one.post(path + "/yes", "version", version).location()).contains(path + "?meanwhile=1");

    var treasurer = office(local, kitty.treasurer());
    assertThat(treasurer.get(path).body()).contains("IBAN XX42", "Paid $12.50", "It should not be paid");
    assertThat(treasurer.post(path + "/pay", "from", "bank", "on", "soon").body()).contains("on-error",
        "value=\"soon\"");
    assertThat(treasurer.post(path + "/pay", "from", "bank", "on", Kitty.today().toString()).status()).isEqualTo(303);
    assertThat(treasurer.get(local.path("spending")).body()).contains("Paid lately");
    assertThat(member.get(path).body()).contains("Asked for", "A second person said yes", "Paid by bank transfer")
        .doesNotContain("IBAN XX42", "Mend it and ask again");
    assertThat(kitty.balance(UsedFor.BANK)).isEqualTo(-1_250);
    assertThat(one.get(path).status()).as("once it is paid, who said yes has no more to do with it").isEqualTo(404);
  }

  @Test
  void nothingThatWasTypedOrSentIsLostAndEachFieldSaysWhatIsMissing(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    var member = kitty.member().visitor();
    String once = once(member.get(local.path("spending/new")));
    Page refused = member.upload(local.path("spending/new"), photo(), "once", once, "amount", "-3", "what", HOSTILE,
        "fund",
        "x", "way", "transfer", "wayTo", "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("amount-error", "value=\"-3\"", "account-error", "fund-error", "wayTo-error",
        "&lt;b&gt;receipt.png", "alert(1)").doesNotContain(HOSTILE, "<b>receipt", "files-error");
    Page program = member.upload(local.path("spending/new"), new Upload("files", "run.png", new byte[]{'M', 'Z', 0, 1}),
        "once", once, "amount", "99999999999999999999");
    assertThat(program.body()).contains("files-error", "run.png", "amount-error", "what-error");
    assertThat(asks(kitty, member, once, List.of(), "9", "way", "cash").status()).isEqualTo(303);
    assertThat(local.read(() -> Kitty.part(Papers.class).of(Papers.payout(last(kitty, kitty.member()))))).hasSize(1);
  }

  @Test
  void withoutAReceiptAReasonAndOnlyUpToTheLimit(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    var member = kitty.member().visitor();
    String once = once(member.get(local.path("spending/new")));
    assertThat(asks(kitty, member, once, List.of(), "9", "way", "cash").body()).contains("files-error", "Take a photo");
    assertThat(asks(kitty, member, once, List.of(), "50.01", "way", "cash", "noReceipt", "lost").body())
        .contains("at most $50");
    assertThat(asks(kitty, member, once, List.of(), "50", "way", "cash", "noReceipt", HOSTILE).status()).isEqualTo(303);
    assertThat(office(local, kitty.one()).get(local.path("spending/" + last(kitty, kitty.member()))).body())
        .contains("Why there is no receipt")
        .doesNotContain(HOSTILE);
  }

  @Test
  void whatCameBackIsMended(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    UUID id = kitty.asks(kitty.member(), kitty.laidOut(kitty.member(), 900));
    String path = local.path("spending/" + id);
    var one = office(local, kitty.one());
    assertThat(one.post(path + "/back", "why", " ").body()).contains("why-error");
    assertThat(one.post(path + "/back", "why", HOSTILE).status()).isEqualTo(303);
    var member = kitty.member().visitor();
    assertThat(member.get(local.path("")).body()).contains("Something you laid out came back");
    assertThat(member.get(path).body()).contains("It came back", "&lt;script&gt;").doesNotContain(HOSTILE);
    Page form = member.get(path + "/mend");
    assertThat(form.body()).contains("value=\"9\"", "lost on the bus");
    assertThat(member.upload(path + "/mend", photo(), "once", once(form), "amount", "8", "what", "Paint", "account",
        kitty.paint().toString(), "fund", kitty.fund(FundKind.GENERAL).toString(), "way", "cash").status())
        .isEqualTo(303);
    assertThat(kitty.now(id).amount()).isEqualTo(800);
    assertThat(kitty.now(id).noReceipt()).isEmpty();
    assertThat(member.post(path + "/withdraw").status()).isEqualTo(303);
    assertThat(kitty.now(id).stage()).isInstanceOf(Stage.Withdrawn.class);
  }

  @Test
  void nobodyButOfficersOfTheWholeLocalReadsWhatOthersLaidOut(FoundedLocal local, Product product) {
    var kitty = Kitty.with(local, 10_000);
    UUID id = kitty.asks(kitty.member(), kitty.laidOut(kitty.member(), 900));
    String path = local.path("spending/" + id);
    var ofSite = local.person(new Reach.Sites(java.util.Set.of(UUID.randomUUID())), Role.MEMBER, Role.ORGANISER);
    var other = local.person(Role.MEMBER);
    for (var visitor : List.of(office(local, ofSite), other.visitor())) {
      assertThat(visitor.get(path).status()).isEqualTo(404);
      assertThat(visitor.get(path + "/mend").status()).isEqualTo(404);
      assertThat(visitor.post(path + "/withdraw").status()).isEqualTo(404);
      assertThat(visitor.get(local.path("spending")).body()).doesNotContain("$9", "Paint for the banner");
    }
    assertThat(office(local, ofSite).post(path + "/yes", "version", "1").status()).isEqualTo(403);
    assertThat(office(local, ofSite).get(local.path("spending/appropriations/new")).status()).isEqualTo(403);
    FoundedLocal elsewhere = product.found();
    var theirs = Kitty.with(elsewhere, 500);
    assertThat(office(elsewhere, theirs.treasurer()).get(elsewhere.path("spending/" + id)).status()).isEqualTo(404);
    assertThat(
        office(elsewhere, theirs.treasurer()).post(elsewhere.path("spending/" + id + "/pay"), "from", "cash", "on",
            Kitty.today().toString()).status())
        .isEqualTo(404);
    assertThat(kitty.now(id).stage()).isInstanceOf(Stage.Asked.class);
  }

  @Test
  void whatIsConfidentialHasNoNameForWhoReleasesIt(FoundedLocal local) {
    var kitty = Kitty.with(local, 100_000);
    UUID id = ((Payouts.Owed.Yes) kitty.as(kitty.treasurer(), () -> Kitty.part(Payouts.class)
        .owe(new NewPayout(NewPayout.Kind.OTHER, 30_000, kitty.fund(FundKind.GENERAL), kitty.paint(),
            new Payee.Member(kitty.member().id()), "A secret need", Way.TRANSFER, "IBAN XX42", "",
            java.util.Optional.empty(), true,
            java.util.Optional.of(new org.groundwork.ledger.Source("aid", UUID.randomUUID()))),
            java.util.Optional.empty())))
        .payout();
    String path = local.path("spending/" + id);
    var one = office(local, kitty.one());
    assertThat(one.get(path).body()).contains("$300", "Release", "only whoever pays can read")
        .doesNotContain("secret need", "IBAN", "Somebody");
    assertThat(one.get(local.path("spending")).body()).doesNotContain("secret need");
    assertThat(one.post(path + "/release").status()).isEqualTo(303);
    assertThat(office(local, kitty.treasurer()).get(path).body()).contains("A secret need", "IBAN XX42", "Somebody");
  }

  @Test
  void aBillIsWrittenDownByTheTreasurerAndAboveTheLimitNeedsADecision(FoundedLocal local) {
    var kitty = Kitty.with(local, 500_000);
    var treasurer = office(local, kitty.treasurer());
    Page form = treasurer.get(local.path("spending/bills/new"));
    assertThat(
        treasurer.upload(local.path("spending/bills/new"), photo(), "once", once(form), "payee", HOSTILE, "amount",
            "600", "what", "Van", "account", kitty.paint().toString(), "fund", kitty.fund(FundKind.GENERAL).toString(),
            "way",
            "transfer", "wayTo", "IBAN", "due", Kitty.today().plusDays(5).toString()).status())
        .isEqualTo(303);
    UUID id = last(kitty, kitty.treasurer());
    String path = local.path("spending/" + id);
    var one = office(local, kitty.one());
    assertThat(one.get(path).body()).contains("needs a decision of the members").doesNotContain(HOSTILE);
    long seen = kitty.now(id).version();
    assertThat(one.post(path + "/yes", "version", Long.toString(seen)).body()).contains("appropriation-error");
    UUID decision = kitty.appropriated(100_000);
    assertThat(one.get(path).body()).contains("A van for the picket: $1,000 left");
    assertThat(one.post(path + "/yes", "version", Long.toString(seen), "appropriation", decision.toString()).status())
        .isEqualTo(303);
    assertThat(kitty.member().visitor().get(local.path("spending/appropriations/" + decision)).body())
        .contains("$600 of $1,000 used", "Printing and paint")
        .doesNotContain("alert(1)");
  }

  @Test
  void theFirstScreenLeadsWhoeverHasToDoSomething(FoundedLocal local) {
    var kitty = Kitty.with(local, 10_000);
    UUID id = kitty.asks(kitty.member(), kitty.laidOut(kitty.member(), 900));
    assertThat(office(local, kitty.one()).get(local.path("")).body()).contains("waits for a second person");
    kitty.approves(kitty.one(), id);
    assertThat(office(local, kitty.treasurer()).get(local.path("")).body()).contains("One payment waits for you");
  }

  @Test
  void beforeTheBooksAreOpenThePageSaysWhoBeginsThem(FoundedLocal local) {
    var member = local.person(Role.MEMBER).visitor();
    for (String page : List.of("spending", "spending/new", "spending/limits", "spending/appropriations",
        "spending/quarter")) {
      assertThat(member.get(local.path(page)).body()).as(page).contains("The treasurer begins them");
    }
    assertThat(office(local, local.person(Role.MEMBER, Role.TREASURER)).get(local.path("spending")).body())
        .contains("treasury/open");
  }
}
