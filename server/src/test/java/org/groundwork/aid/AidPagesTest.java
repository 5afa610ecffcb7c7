// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Asking, deciding and paying as people do it, page by page. */
@ExtendWith(ProductExtension.class)
class AidPagesTest {
  private static final String HOSTILE = "<script>alert(1)</script>";
  private static final Pattern CODE = Pattern.compile("<ul class=\"code\"><li>([^<]+)</li>");

  private static Visitor committee(AidLocal aid, int at) {
    return aid.local().withPasskey(aid.committee().get(at)).visitor();
  }

  private static String code(Page page) {
    var found = CODE.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1);
  }

  @Test
  void saysThatThereIsNoFundWhileTheBooksAreNotOpen(FoundedLocal local) {
    assertThat(local.person(Role.MEMBER).visitor().get(local.path("aid")).body())
        .contains("There is no fund yet", "The treasurer begins the books")
        .doesNotContain("treasury/open");
    assertThat(local.withPasskey(local.person(Role.MEMBER, Role.TREASURER)).visitor().get(local.path("aid")).body())
        .contains("treasury/open");
  }

  @Test
  void theRulesAreWrittenDownWithTheDecisionAndReadByEverybody(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var founder = local.withPasskey(local.founder()).visitor();
    String[] fields = {"perRequest", "250", "perHalfYear", "100", "emergency", "300", "lowBelow", "0", "intervalDays",
        "x", "tenureDays", "0", "decideHours", "12", "body", "general-meeting", "decided", AidLocal.today().toString(),
        "decision", "As read out", "votesFor", "20", "votesAgainst", "3", "abstained", "1"};
    Page wrong = founder.post(aid.path("/rules"), fields);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("intervalDays-error", "decideHours-error", "value=\"250\"", "value=\"x\"");
    fields[9] = "14";
    fields[13] = "48";
    assertThat(founder.post(aid.path("/rules"), fields).body()).contains("perHalfYear-error", "emergency-error");
    fields[3] = "600";
    fields[5] = "80.50";
    assertThat(founder.post(aid.path("/rules"), fields).location()).hasValue(aid.path("?done=rules"));
    assertThat(aid.member().visitor().get(aid.path("")).body()).contains("€250", "€600", "€80.50",
        "After a grant, 14 days", "within 48 hours", "From the first day", "As read out", "20 for, 3 against")
        .doesNotContain("aid/rules", "Proposed rules");
    assertThat(founder.get(aid.path("/rules")).body()).contains("value=\"80.50\"", "value=\"48\"");
  }

  @Test
  void somebodyAsksTwoDecideAndTheTreasurerPays(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var member = aid.member();
    var visitor = member.visitor();
    assertThat(visitor.get(aid.path("")).body()).contains("Ask for help", "4 people are on the committee");
    Page form = visitor.get(aid.path("/ask"));
    assertThat(form.body()).contains("you can get up to €300", "In a small group they will know you",
        "Did somebody take this from you?");
    assertThat(form.body().split("button--next", -1)).as("one red button").hasSize(2);
    String once = UUID.randomUUID().toString();
    UUID request = AidLocal
        .led(aid.ask(visitor, "once", once, "amount", "120.50", "taken", "deposit", "words", HOSTILE));
    assertThat(AidLocal.led(aid.ask(visitor, "once", once, "amount", "99"))).as("sent twice").isEqualTo(request);
    Page mine = visitor.get(aid.path("/mine/" + request + "?done=asked"));
    assertThat(mine.body()).contains("The committee has it", "Somebody kept your deposit",
        "/r/" + local.handle() + "/report", "€120.50", "&lt;script&gt;").doesNotContain(HOSTILE);
    assertThat(visitor.get(local.path("")).body()).doesNotContain("See the code");

    assertThat(committee(aid, 0).get(local.path("")).body()).contains("Somebody asks the fund for help");
    Page list = committee(aid, 0).get(aid.path("/requests"));
    assertThat(list.body()).contains("€120.50", "Rent", "Nobody said anything yet");
    String at = aid.path("/requests/" + request);
    assertThat(committee(aid, 0).get(at).body()).contains("What the rules say", "value=\"120.50\"", "&lt;script&gt;")
        .doesNotContain(HOSTILE);
    assertThat(committee(aid, 0).post(at + "/say", "what", "yes", "amount", "400").body()).contains("amount-error",
        "At most €120.50 can be granted now");
    assertThat(committee(aid, 0).post(at + "/say", "what", "yes", "amount", "100").location())
        .hasValue(aid.path("/requests?done=noted"));
    assertThat(committee(aid, 0).get(local.path("")).body()).doesNotContain("Somebody asks the fund");
    assertThat(committee(aid, 1).get(at).body()).contains("Yes, €100", "name=\"minor\" value=\"10000\"");
    assertThat(committee(aid, 1).post(at + "/say", "what", "same", "minor", "10000").location())
        .hasValue(aid.path("/requests?done=decided"));

    assertThat(visitor.get(local.path("")).body()).contains("You get help from the fund");
    String code = code(visitor.get(aid.path("/mine/" + request)));
    var treasurer = aid.treasurer().visitor();
    Page payments = treasurer.get(aid.path("/payments"));
    assertThat(code(payments)).isEqualTo(code);
    assertThat(payments.body()).contains("€100")
        .doesNotContain("Somebody", "Rent", "script&gt;", member.id().toString());
    for (int twice = 0; twice < 2; twice++) {
      assertThat(treasurer.post(aid.path("/payments/" + request), "from", "cash", "payment",
          request.toString()).location())
          .hasValue(aid.path("/payments?done=paid"));
    }
    assertThat(visitor.get(aid.path("/mine/" + request)).body()).contains("You got €100", "€100 was paid on",
        "Ask two others");
    assertThat(aid.balance(org.groundwork.ledger.UsedFor.HARDSHIP_AID)).isEqualTo(10_000);
    assertThat(aid.member().visitor().get(aid.path("")).body()).as("one payment tells nobody anything")
        .contains("€1,000", "No sum can be told yet", "A payment that is in no sum below is not taken off yet")
        .doesNotContain("€900", "since the last sum below");
  }

  @Test
  void refusesBesideTheFieldAndLosesNothing(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var visitor = aid.member().visitor();
    Page refused = aid.ask(visitor, "amount", "-3", "category", "yacht", "way", "transfer", "neededOn", "1999-01-01",
        "words", HOSTILE + "kept", "taken", "wages");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("amount-error", "category-error", "payee-error", "neededOn-error",
        "value=\"-3\"", "kept", "value=\"1999-01-01\"").doesNotContain(HOSTILE);
    assertThat(refused.body()).as("what to do instead").contains("Choose one.", "A day from ");
    assertThat(refused.body()).contains("id=\"t-wages\" name=\"taken\" value=\"wages\" checked",
        "id=\"w-transfer\" name=\"way\" value=\"transfer\" checked");
    assertThat(aid.ask(visitor, "words", "x".repeat(1001)).body()).contains("words-error");
    assertThat(aid.ask(visitor, "amount", "9".repeat(30)).body()).contains("amount-error");
    assertThat(aid.ask(visitor, "amount", "101", "urgent", "yes").body()).contains("Within 24 hours, at most €100",
        "value=\"101\"");
    UUID request = AidLocal
        .led(aid.ask(visitor, "amount", "100", "urgent", "yes", "way", "creditor", "payee", HOSTILE));
    assertThat(aid.request(request).wish().orElseThrow().urgent()).isTrue();
    Page again = aid.ask(visitor, "amount", "5");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("You have asked already", "value=\"5\"");
    aid.yes(0, request, 10_000);
    aid.yes(1, request, 10_000);
    assertThat(aid.treasurer().visitor().get(aid.path("/payments")).body()).contains("Straight to", "&lt;script&gt;")
        .doesNotContain(HOSTILE);
  }

  @Test
  void aNoSaysWhyAndTwoOthersCanBeAskedOnce(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var visitor = aid.member().visitor();
    UUID request = AidLocal.led(aid.ask(visitor));
    String at = aid.path("/requests/" + request);
    Page blank = committee(aid, 0).post(at + "/say", "what", "no", "words", HOSTILE + "kept");
    assertThat(blank.status()).isEqualTo(422);
    assertThat(blank.body()).contains("because-error", "kept").doesNotContain(HOSTILE);
    for (int who = 0; who < 2; who++) {
      committee(aid, who).post(at + "/say", "what", "no", "because", "elsewhere", "words", HOSTILE);
    }
    assertThat(visitor.get(aid.path("/mine/" + request)).body()).contains("The committee said no",
        "You can get it elsewhere", "&lt;script&gt;", "Ask two others").doesNotContain(HOSTILE);
    UUID appeal = AidLocal.led(visitor.post(aid.path("/mine/" + request + "/appeal"), "words", HOSTILE));
    assertThat(AidLocal.led(visitor.post(aid.path("/mine/" + request + "/appeal"), "words", "twice")))
        .as("sent twice")
        .isEqualTo(appeal);
    assertThat(visitor.get(aid.path("/mine/" + request)).body()).contains("Two others are asked")
        .doesNotContain("/appeal\"");
    assertThat(committee(aid, 0).get(aid.path("/requests/" + appeal)).body()).contains("Two others decide now")
        .doesNotContain("Say yes");
    assertThat(committee(aid, 0).post(aid.path("/requests/" + appeal + "/say"), "what", "yes", "amount", "5").status())
        .isEqualTo(404);
    assertThat(committee(aid, 2).get(aid.path("/requests/" + appeal)).body()).contains("First they asked for €120",
        "Say yes").doesNotContain(HOSTILE);
  }

  @Test
  void whoIsCloseSeesItNoMore(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID request = aid.asked(aid.member(), 10_000);
    String at = aid.path("/requests/" + request);
    var close = committee(aid, 0);
    assertThat(close.post(at + "/close-to").location()).hasValue(aid.path("/requests?done=excluded"));
    assertThat(close.get(at).status()).isEqualTo(404);
    assertThat(close.post(at + "/say", "what", "yes", "amount", "5").status()).isEqualTo(404);
    assertThat(close.get(aid.path("/requests")).body()).contains("Nothing waits for you").doesNotContain("€100");
    assertThat(close.get(local.path("")).body()).doesNotContain("Somebody asks the fund");
  }

  @Test
  void nobodyElseSeesWhoAsked(FoundedLocal local, FoundedLocal elsewhere) {
    var aid = AidLocal.of(local);
    var theirs = AidLocal.of(elsewhere);
    UUID request = aid.asked(aid.member(), 10_000);
    UUID other = theirs.asked(theirs.member(), 10_000);
    for (Role role : List.of(Role.STEWARD, Role.ORGANISER, Role.TREASURER, Role.AUDITOR, Role.ADMINISTRATOR)) {
      var visitor = local.withPasskey(local.person(Role.MEMBER, role)).visitor();
      assertThat(visitor.get(aid.path("/mine/" + request)).status()).as(role.key()).isEqualTo(404);
      assertThat(visitor.post(aid.path("/mine/" + request + "/withdraw")).status()).isEqualTo(404);
      assertThat(visitor.post(aid.path("/mine/" + request + "/appeal"), "words", "").status()).isEqualTo(404);
      assertThat(visitor.get(aid.path("/requests")).status()).isEqualTo(403);
      assertThat(visitor.get(aid.path("/ask?request=" + request)).status()).isEqualTo(404);
    }
    assertThat(committee(aid, 0).get(aid.path("/requests/" + other)).status()).isEqualTo(404);
    assertThat(committee(aid, 0).post(aid.path("/requests/" + other + "/say"), "what", "yes", "amount", "5").status())
        .isEqualTo(404);
    assertThat(committee(aid, 0).post(aid.path("/requests/" + other + "/close-to")).status()).isEqualTo(404);
    assertThat(aid.treasurer()
        .visitor()
        .post(aid.path("/payments/" + other), "from", "cash", "payment",
            other.toString())
        .status()).isEqualTo(404);
    assertThat(aid.treasurer()
        .visitor()
        .post(aid.path("/payments/" + request), "from", "cash", "payment",
            request.toString())
        .status())
        .as("nobody granted it")
        .isEqualTo(404);
    assertThat(theirs.request(other).open()).isTrue();
  }

  @Test
  void theTreasurerIsToldWhatTheFundCannotPay(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID request = aid.granted(aid.member(), 30_000);
    aid.goesBack(org.groundwork.ledger.FundKind.HARDSHIP, 80_000);
    Page refused = aid.treasurer()
        .visitor()
        .post(aid.path("/payments/" + request), "from", "bank", "payment",
            request.toString());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("There is not so much in the fund");
    assertThat(aid.request(request).state()).isEqualTo(Request.State.GRANTED);
  }

  @Test
  void isLateOpenly(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var member = aid.member();
    UUID request = aid.asked(member, 10_000);
    Product.shared().clock().advance(Duration.ofHours(73));
    assertThat(local.withPasskey(member).visitor().get(aid.path("/mine/" + request)).body())
        .contains("They should have decided by");
    var one = local.withPasskey(aid.committee().getFirst()).visitor();
    assertThat(one.get(aid.path("/requests")).body()).contains("Late: to be decided by");
    assertThat(one.get(local.path("")).body()).contains("It should have been decided by");
  }

  @Test
  void allOfItInSpanish(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var visitor = aid.member().visitor().speaking("es");
    assertThat(visitor.get(aid.path("")).body()).contains("Fondo de ayuda");
    assertThat(visitor.get(aid.path("/ask")).body()).contains("¿Cuánto necesitas?");
  }
}
