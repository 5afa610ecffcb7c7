// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dues as a treasurer and a member use them. */
@ExtendWith(ProductExtension.class)
class DuesPagesTest {
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([0-9a-f-]{36})\"");

  private static String once(Page page) {
    var found = ONCE.matcher(page.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  /** The fields of a scale of three sums, a percentage and a free rate. */
  private static String[] scale(String once, String usual, String name) {
    return new String[]{"once", once, "version", "0", "name", name, "period", "month", "asks", "income", "dueDays",
        "14",
        "graceDays", "60", "how", "Account 123\nor cash", "usual", usual, "rateId", "", "rateName", "More than most",
        "rateKind", "sum", "rateValue", "20", "rateId", "", "rateName", "Like most", "rateKind", "sum", "rateValue",
        "10.50",
        "rateId", "", "rateName", "A part", "rateKind", "part", "rateValue", "1.5", "rateId", "", "rateName", "No work",
        "rateKind", "no-work", "rateValue", "", "share", "10", "share", ""};
  }

  @Test
  void aScaleIsWrittenDownChargedAndPaid(FoundedLocal local) {
    DuesLocal.openBooks(local);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    var maria = local.person(Role.MEMBER);
    assertThat(maria.visitor().get(local.path("dues")).body()).contains("No dues are asked yet")
        .doesNotContain("dues/plans/new");
    String once = once(treasurer.get(local.path("dues/plans/new")));
    assertThat(treasurer.post(local.path("dues/plans/new"), scale(once, "2", "Ours")).location())
        .hasValue(local.path("dues/plans"));
    treasurer.post(local.path("dues/plans/new"), scale(once, "2", "Ours"));
    var plans = local.read(() -> DuesLocal.part(Plans.class).open());
    assertThat(plans).hasSize(1);
    assertThat(treasurer.get(local.path("dues/plans")).body()).contains("€10.50 a month", "1.5 % of what you have",
        "10 % of what comes in goes to: ");

    var mine = maria.visitor().get(local.path("dues"));
    assertThat(mine.body()).contains("Nothing is open", "You have not chosen yet", "No work");
    Plan plan = plans.getFirst();
    maria.visitor().post(local.path("dues/rate"), "rate", plan.rates().getFirst().id().toString());
    assertThat(maria.visitor().get(local.path("dues?done=rate")).body()).contains("This is your rate from now on");

    String query = "plan=" + plan.id() + "&period=" + DuesLocal.period();
    assertThat(treasurer.get(local.path("dues/runs")).body()).contains("period=" + DuesLocal.period());
    assertThat(treasurer.get(local.path("dues/runs/new?" + query)).body()).contains("Charge 3 members", "€41",
        "2 of them have not chosen");
    var job = treasurer.post(local.path("dues/runs"), "plan", plan.id().toString(), "period",
        DuesLocal.period().toString());
    Awaitility.await()
        .until(() -> local.read(() -> DuesLocal.part(Runs.class).charged(plan.id(), DuesLocal.period())));
    assertThat(treasurer.get(job.location().orElseThrow()).body()).contains("3 members charged");
    var run = local.read(() -> DuesLocal.part(Runs.class).latest(5)).getFirst();
    assertThat(treasurer.get(local.path("dues/runs/" + run.id())).body()).contains("More than most", "€41",
        "Like most");
    assertThat(maria.visitor().get(local.path("dues")).body()).contains("€20 is open", "Account 123", "or cash");

    String member = "dues/members/" + maria.id();
    var form = treasurer.get(local.path(member));
    assertThat(form.body()).contains("€20 is open", "value=\"20\"");
    String pay = once(form);
    var paid = treasurer.post(local.path(member + "/pay"), "once", pay, "amount", "12", "on",
        DuesLocal.today().toString(), "way", "cash", "note", "<script>alert(1)</script>");
    assertThat(treasurer.get(paid.location().orElseThrow()).body()).contains("€12 taken", "-0001")
        .doesNotContain("<script>alert");
    treasurer.post(local.path(member + "/pay"), "once", pay, "amount", "12", "on", DuesLocal.today().toString(), "way",
        "cash", "note", "");
    var payments = local.read(() -> DuesLocal.part(Payments.class).of(maria.id(), 9));
    assertThat(payments).hasSize(1);
    var own = maria.visitor().get(local.path("dues"));
    assertThat(own.body()).contains("€8 is open", payments.getFirst().receipt());
    assertThat(maria.visitor().get(local.path("dues/receipts/" + payments.getFirst().id())).body()).contains("€12",
        "Receipt");
    assertThat(treasurer.get(local.path("dues/payments")).body()).contains("€12", payments.getFirst().receipt());

    treasurer.post(local.path(member + "/undo"), "payment", payments.getFirst().id().toString());
    assertThat(maria.visitor().get(local.path("dues")).body()).contains("€20 is open", "Taken back on");
  }

  @Test
  void whoCannotPayAsksAndNobodyElseLearnsOfIt(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    var steward = local.person(Role.MEMBER, Role.STEWARD).visitor();
    var maria = local.person(Role.MEMBER);
    assertThat(maria.visitor().post(local.path("dues/pause"), "months", "9", "text", "kept words").body())
        .contains("kept words", "error-summary");
    maria.visitor().post(local.path("dues/pause"), "months", "3", "text", "<b>no job</b>");
    assertThat(maria.visitor().get(local.path("dues")).body()).contains("You asked for time until");
    assertThat(treasurer.get(local.path("")).body()).contains("1 member asks for time");
    assertThat(treasurer.get(local.path("dues/members")).body()).contains("Asked for time");
    var page = treasurer.get(local.path("dues/members/" + maria.id()));
    assertThat(page.body()).contains("&lt;b&gt;no job").doesNotContain("<b>no job");
    assertThat(steward.get(local.path("dues/members/" + maria.id())).status()).isEqualTo(403);
    var waiver = local.read(() -> DuesLocal.part(Waivers.class).asked()).getFirst();
    treasurer.post(local.path("dues/waivers/" + waiver.id()), "answer", "grant");
    assertThat(local.read(() -> DuesLocal.part(Waivers.class).find(waiver.id())).orElseThrow().words()).isEmpty();
    dues.charge(DuesLocal.period());
    assertThat(maria.visitor().get(local.path("dues")).body()).contains("Nothing is asked of you until",
        "Nothing to pay");
    assertThat(steward.get(local.path("people/" + maria.id())).body()).contains("Nothing is due.");
  }

  @Test
  void whatIsWrongIsRefusedBesideItsFieldAndKept(FoundedLocal local) {
    DuesLocal.openBooks(local);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    String once = once(treasurer.get(local.path("dues/plans/new")));
    String[] fields = scale(once, "4", "<script>x</script>");
    var refused = treasurer.post(local.path("dues/plans/new"), fields);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("The usual rate must be a sum.", "&lt;script>x", "Account 123")
        .doesNotContain("<script>x");
    for (String bad : new String[]{"-5", "1e9", "0", "10.5055", "99999999999999", "zehn", ""}) {
      String[] wrong = scale(once, "2", "Ours");
      wrong[java.util.List.of(wrong).indexOf("10.50")] = bad;
      assertThat(treasurer.post(local.path("dues/plans/new"), wrong).status()).as(bad).isEqualTo(422);
    }
    assertThat(local.read(() -> DuesLocal.part(Plans.class).open())).isEmpty();
  }

  @Test
  void anotherLocalsMembersAndMoneyAreNotThere(FoundedLocal local, FoundedLocal other) {
    var dues = DuesLocal.of(local);
    DuesLocal.of(other);
    UUID member = dues.member();
    dues.charge(DuesLocal.period());
    UUID payment = ((Taken.Yes) dues.pays(member, 100)).payment();
    var run = local.read(() -> DuesLocal.part(Runs.class).latest(1)).getFirst();
    Visitor theirs = other.person(Role.MEMBER, Role.TREASURER).visitor();
    for (String path : new String[]{"dues/members/" + member, "dues/receipts/" + payment, "dues/runs/" + run.id(),
        "dues/plans/" + dues.plan.id(), "dues/runs/new?plan=" + dues.plan.id() + "&period=" + DuesLocal.period()}) {
      assertThat(theirs.get(other.path(path)).status()).as(path).isEqualTo(404);
    }
    assertThat(theirs.post(other.path("dues/members/" + member + "/undo"), "payment", payment.toString()).status())
        .isEqualTo(404);
    assertThat(theirs.post(other.path("dues/rate"), "rate", dues.rate(1).toString()).status()).isEqualTo(404);
    var stranger = local.person(Role.MEMBER).visitor();
    assertThat(stranger.get(local.path("dues/receipts/" + payment)).status()).isEqualTo(404);
  }

  @Test
  void changingAScaleCountsFromThenOn(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    UUID member = dues.member();
    dues.chooses(member, 4);
    dues.charge(DuesLocal.period().minusMonths(1));
    var form = treasurer.get(local.path("dues/plans/" + dues.plan.id()));
    assertThat(form.body()).contains("Most of us", "value=\"5.5\"");
    String[] fields = {"version", "1", "name", "Monthly", "asks", "income", "dueDays", "14", "graceDays", "30", "how",
        "",
        "usual", "1", "rateId", dues.rate(2).toString(), "rateName", "Most of us", "rateKind", "sum", "rateValue", "11",
        "rateId", dues.rate(4).toString(), "rateName", "Three in a hundred", "rateKind", "part", "rateValue", "3",
        "share",
        "10", "share", "5.5"};
    assertThat(treasurer.post(local.path("dues/plans/" + dues.plan.id()), fields).status()).isEqualTo(303);
    assertThat(treasurer.post(local.path("dues/plans/" + dues.plan.id()), fields).status()).isEqualTo(409);
    dues.charge(DuesLocal.period());
    assertThat(dues.open(member)).extracting(Charge::amount).containsExactly(2_469L, 3_703L);
    assertThat(local.read(() -> DuesLocal.part(Plans.class).find(dues.plan.id())).orElseThrow().rates()).hasSize(2);
  }

  @Test
  void whoAsksToJoinSaysWhatTheyCanPay(FoundedLocal local, Visitor stranger) {
    var dues = DuesLocal.of(local);
    local.write(() -> {
      DuesLocal.part(org.groundwork.roll.Applications.class).setOpen(true);
      return true;
    });
    var form = stranger.get("/r/" + local.handle() + "/join");
    assertThat(form.body()).contains("What can you pay?", "Without work", "Most of us", "€10 a month")
        .doesNotContain("Two in a hundred");
    UUID free = dues.rate(5);
    stranger.post("/r/" + local.handle() + "/join", "once", once(form), "kind", "member", "name", "Olga", "rate",
        free.toString());
    var application = local.read(() -> DuesLocal.part(org.groundwork.roll.Applications.class).waiting()).getFirst();
    UUID joined = local.write(() -> DuesLocal.part(org.groundwork.roll.Joining.class)
        .accept(application, java.util.Optional.empty(), java.util.Optional.empty())).orElseThrow();
    assertThat(local.read(() -> DuesLocal.part(Choices.class).of(joined)).orElseThrow().rate()).isEqualTo(free);
  }
}
