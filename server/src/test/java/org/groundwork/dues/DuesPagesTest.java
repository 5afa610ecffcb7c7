// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.groundwork.ledger.Journal;
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

  /** What was charged already and falls in months without dues is not asked for any more; nobody decides about their own. */
  @Test
  void monthsWithoutDuesTakeOffWhatWasChargedForThem(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER);
    var maria = local.person(Role.MEMBER);
    dues.charge(DuesLocal.period().minusMonths(1));
    dues.charge(DuesLocal.period());
    treasurer.visitor().post(local.path("dues/members/" + maria.id() + "/waive"), "months", "2");
    assertThat(dues.open(maria.id())).extracting(Charge::period).containsExactly(DuesLocal.period().minusMonths(1));
    assertThat(dues.owed().getFirst()).isEqualTo(dues.owed().getLast());
    String own = "dues/members/" + treasurer.id();
    assertThat(treasurer.visitor().get(local.path(own)).body()).contains("These are your own dues");
    assertThat(treasurer.visitor().post(local.path(own + "/waive"), "months", "2").status()).isEqualTo(403);
    assertThat(treasurer.visitor().post(local.path(own + "/off"), "why", "x").status()).isEqualTo(403);
    assertThat(dues.open(treasurer.id())).hasSize(2);
    var auditor = local.person(Role.MEMBER, Role.AUDITOR).visitor();
    assertThat(auditor.get(local.path("dues/members/" + maria.id())).body()).contains("is open")
        .doesNotContain("Most of us",
            "Months without dues");
  }

  /** What dues entered is undone by dues: by hand, the books would not say any more what is open. */
  @Test
  void whatDuesEnteredIsNotUndoneByHand(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    var treasurer = local.withPasskey(local.person(Role.MEMBER, Role.TREASURER)).visitor();
    UUID member = dues.member();
    dues.pays(member, 1_500);
    dues.charge(DuesLocal.period().minusMonths(1));
    dues.charge(DuesLocal.period());
    local.write(() -> DuesLocal.part(WriteOffs.class).writeOff(member, DuesLocal.today(), DuesLocal.today(), "ill"));
    var entries = local.read(() -> DuesLocal.part(Journal.class)
        .latest(
            new Journal.Wanted(YearMonth.of(2000, 1), YearMonth.from(DuesLocal.today()), Set.of(), Optional.empty()),
            Optional.empty(), 50));
    assertThat(entries).extracting(each -> each.source().orElseThrow().kind())
        .contains("dues-run", "dues-payment", "dues-ahead", "dues-off");
    for (var each : entries) {
      String undo = local.path("treasury/entries/" + each.id() + "/reverse");
      assertThat(treasurer.get(undo).status()).isEqualTo(404);
      assertThat(treasurer.post(undo, "on", DuesLocal.today().toString(), "why", "x").status()).isEqualTo(404);
    }
    assertThat(dues.owed().getFirst()).isEqualTo(dues.owed().getLast());
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

  /** Cash, a cheque, a transfer by hand: of one's own none is noted on one's own word. */
  @Test
  void nobodyNotesTheirOwnDuesAsPaid(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER);
    dues.charge(DuesLocal.period());
    String own = "dues/members/" + treasurer.id();
    assertThat(treasurer.visitor().get(local.path(own)).body()).contains("Somebody else who keeps the money")
        .doesNotContain("/pay\"");
    for (Way way : Way.values()) {
      assertThat(treasurer.visitor()
          .post(local.path(own + "/pay"), "once", UUID.randomUUID().toString(), "amount", "10", "on",
              DuesLocal.today().toString(), "way", way.key(), "note", "")
          .status()).as(way.key()).isEqualTo(403);
    }
    assertThat(dues.open(treasurer.id())).hasSize(1);
    var other = local.person(Role.MEMBER, Role.TREASURER).visitor();
    String once = once(other.get(local.path(own)));
    assertThat(other.post(local.path(own + "/pay"), "once", once, "amount", "10", "on", DuesLocal.today().toString(),
        "way", "cash", "note", "").status()).isEqualTo(303);
    assertThat(dues.open(treasurer.id())).isEmpty();
  }

  /** Auditors check the money; which rate somebody has is for whoever keeps it. */
  @Test
  void auditorsReadNothingThatTellsARate(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    var auditor = local.person(Role.MEMBER, Role.AUDITOR).visitor();
    var olga = local.person(Role.MEMBER);
    local.write(() -> {
      DuesLocal.part(Waivers.class).ask(olga.id(), DuesLocal.period(), DuesLocal.today().plusDays(40), "no job");
      return true;
    });
    List<UUID> members = dues.members(2);
    dues.chooses(members.get(0), 3);
    UUID run = dues.charge(DuesLocal.period().minusMonths(4));
    UUID payment = ((Taken.Yes) dues.pays(members.get(0), 200)).payment();
    String receipt = local.read(() -> DuesLocal.part(Payments.class).find(payment)).orElseThrow().receipt();
    String member = local.path("dues/members/" + members.get(0));
    assertThat(treasurer.get(member).body()).contains("€3 is open", "€5", receipt, "Under 1,000");
    assertThat(auditor.get(member).body()).contains("Something is open and overdue.", "Open")
        .doesNotContain("€", receipt, "Under 1,000");
    assertThat(treasurer.get(local.path("dues/members")).body()).contains("Asked for time", "€3<", "€10<");
    assertThat(auditor.get(local.path("dues/members")).body()).contains("Member 0")
        .doesNotContain("Asked for time", "€3<", "€10<");
    assertThat(treasurer.get(local.path("dues/payments")).body()).contains(receipt, "Member 0");
    assertThat(auditor.get(local.path("dues/payments")).body()).contains(receipt, "€2", "Without names")
        .doesNotContain("Member 0", members.get(0).toString());
    assertThat(auditor.get(local.path("dues/receipts/" + payment)).body()).contains("€2")
        .doesNotContain("Member 0", members.get(0).toString());
    String page = local.path("dues/runs/" + run);
    assertThat(treasurer.get(page).body()).contains("Under 1,000", "Most of us");
    assertThat(auditor.get(page).body()).contains("at least five").doesNotContain("Under 1,000", "Most of us");
    dues.members(9).stream().limit(4).forEach(each -> dues.chooses(each, 3));
    UUID five = dues.charge(DuesLocal.period());
    assertThat(auditor.get(local.path("dues/runs/" + five)).body()).contains("Under 1,000", "Most of us");
  }

  @Test
  void ratesThatGoAreNamedFirstAndWhoeverHasOneIsTold(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    var maria = local.person(Role.MEMBER);
    dues.chooses(maria.id(), 5);
    String form = local.path("dues/plans/" + dues.plan.id());
    assertThat(treasurer.get(form).body()).contains("1 member chose it.");
    String[] fields = {"version", "1", "name", "Monthly", "asks", "rent", "dueDays", "14", "graceDays", "30", "how", "",
        "usual", "1", "rateId", dues.rate(2).toString(), "rateName", "Most of us", "rateKind", "sum", "rateValue", "10",
        "rateId", dues.rate(4).toString(), "rateName", "Two in a hundred", "rateKind", "part", "rateValue", "2",
        "share",
        "10", "share", "5.5", "sure", ""};
    var asked = treasurer.post(form, fields);
    assertThat(asked.status()).isEqualTo(422);
    assertThat(asked.body()).contains("Without work: 1 member has it and pays nothing until they choose again.",
        dues.rate(5).toString());
    assertThat(local.read(() -> DuesLocal.part(Choices.class).of(maria.id()))).isPresent();
    fields[fields.length - 1] = dues.rate(5).toString();
    assertThat(treasurer.post(form, fields).status()).isEqualTo(303);
    assertThat(maria.visitor().get(local.path("")).body()).contains("Your rate “Without work” is no more");
    assertThat(maria.visitor().get(local.path("dues")).body())
        .contains("“Without work” that you had is no more. Nothing is asked of you", "Go by the rent you pay.",
            "2 % of your rent, every month", "Your rent in a month")
        .doesNotContain("tag--known");
    dues.charge(DuesLocal.period());
    assertThat(dues.open(maria.id())).isEmpty();
    maria.visitor().post(local.path("dues/rate"), "rate", dues.rate(2).toString());
    assertThat(maria.visitor().get(local.path("dues")).body()).doesNotContain("is no more");

    var yearly = dues.and(Period.YEAR, 9_000);
    local.write(() -> DuesLocal.part(Choices.class)
        .choose(maria.id(), yearly.plan, yearly.rate(1), java.util.OptionalLong.empty(), DuesLocal.today()));
    assertThat(treasurer.get(local.path("dues/plans")).body()).contains("1 member chose a rate of it");
    assertThat(maria.visitor().get(local.path("dues/plans")).body()).doesNotContain("chose a rate of it");
  }

  @Test
  void aPauseAsksWhatBecomesOfTheOpenAndBothFactsAreShown(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    var maria = local.person(Role.MEMBER);
    var juan = local.person(Role.MEMBER);
    dues.charge(DuesLocal.period().minusMonths(4));
    String member = "dues/members/" + maria.id();
    assertThat(treasurer.get(local.path(member)).body()).contains("€10 is open and overdue.",
        "Also stop asking for the €10");
    treasurer.post(local.path(member + "/waive"), "months", "2");
    assertThat(treasurer.get(local.path(member)).body())
        .contains("€10 is open. Nothing is asked until", "waits until the pause is over")
        .doesNotContain("overdue");
    assertThat(maria.visitor().get(local.path("dues")).body()).contains("Nothing is asked of you until",
        "€10 is open from before", "Your standing with us is good.");
    treasurer.post(local.path("dues/members/" + juan.id() + "/waive"), "months", "2", "open", "yes");
    assertThat(dues.open(juan.id())).isEmpty();
    assertThat(dues.open(maria.id())).hasSize(1);
    assertThat(dues.owed().getFirst()).isEqualTo(dues.owed().getLast());
  }
}
