// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.dues.NewPayment;
import org.groundwork.dues.Payments;
import org.groundwork.dues.Way;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What whoever keeps the money says of one payment, where the bank sends no file. */
@ExtendWith(ProductExtension.class)
class DebitByHandTest {

  private static <T> T part(Class<T> type) { return DebitsLocal.part(type); }

  private static String at(FoundedLocal local, DebitItem item, String rest) {
    return local.path("dues/debits/items/" + item.id() + rest);
  }

  @Test
  void whatTheBankTookOutNeverCountsAsPaidAndMayBeAskedForAgain(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(3);
    UUID revoked = members.get(0);
    UUID other = members.get(1);
    UUID collection = debits.filed();
    String page = local.path("dues/debits/collections/" + collection);
    local.write(() -> part(DebitMandates.class).revoke(debits.item(revoked).mandate().orElseThrow()));
    var early = local.person(Role.MEMBER, Role.TREASURER).visitor();
    assertThat(early.get(page).body()).contains("Tell the bank to stop one payment",
        at(local, debits.item(revoked), "/out"), page + "/items");
    assertThat(early.get(page + "/items").body()).contains("Member 1", at(local, debits.item(other), ""));

    debits.passTo(collection);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    assertThat(treasurer.get(page).body()).as("where the officer says that the bank has booked it")
        .contains(
            "One payment should not have been collected", at(local, debits.item(revoked), "/out"), page + "/items");
    assertThat(treasurer.get(at(local, debits.item(other), "")).body()).contains("The bank took it out", "Member 1");
    for (int twice = 0; twice < 2; twice++) {
      assertThat(treasurer.post(at(local, debits.item(revoked), "/out")).location()).hasValue(page);
      assertThat(treasurer.post(at(local, debits.item(other), "/out")).location()).hasValue(page);
    }
    assertThat(debits.item(other).state()).isEqualTo(DebitItem.State.REJECTED);
    assertThat(treasurer.get(page).body()).contains("The bank took it out of the file.");
    assertThat(debits.mandateOf(debits.item(revoked).mandate().orElseThrow()).state())
        .isEqualTo(DebitMandate.State.REVOKED);
    assertThat(debits.mandateOf(debits.item(other).mandate().orElseThrow()).inForce()).isTrue();
    debits.taken(collection);
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(1_000);
    assertThat(local.read(() -> part(Payments.class).of(revoked, 9))).isEmpty();
    assertThat(debits.open(revoked)).hasSize(1);
    assertThat(debits.faults()).isEmpty();
    UUID last = members.get(2);
    assertThat(treasurer.post(at(local, debits.item(last), "/out")).body()).as("it was collected")
        .contains("This changed meanwhile");
    assertThat(debits.item(last).state()).isEqualTo(DebitItem.State.TAKEN);
    UUID again = debits.filed();
    assertThat(debits.xml(again)).contains(debits.item(other).endToEnd());
    assertThat(debits.find(again).items()).isEqualTo(1);
  }

  @Test
  void whatCameBackIsTakenBackOnceAsByAFileOfTheBank(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(2);
    UUID collection = debits.collected();
    UUID ana = members.getFirst();
    String day = DebitsLocal.today().toString();
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    String page = local.path("dues/debits/collections/" + collection);
    assertThat(treasurer.get(page).body()).contains("A payment came back");
    assertThat(treasurer.get(page + "/items").body()).contains(at(local, debits.item(ana), ""));
    String back = at(local, debits.item(ana), "/back");
    String[][] wrong = {{"on", debits.item(ana).due().minusDays(1).toString()},
        {"on", DebitsLocal.today().plusDays(1).toString()}, {"on", "soon"}, {"fee", "-1"}, {"fee", "100.01"},
        {"fee", ""}, {"fee", "<b>"}, {"reason", ""}, {"reason", "CUST"}};
    for (String[] each : wrong) {
      var refused = treasurer.post(back, "on", each[0].equals("on") ? each[1] : day, "fee",
          each[0].equals("fee") ? each[1] : "3.50", "reason", each[0].equals("reason") ? each[1] : "AC04");
      assertThat(refused.status()).as(each[0] + " " + each[1]).isEqualTo(422);
      assertThat(refused.body()).as(each[0]).contains(each[0] + "-error").doesNotContain("<b>\"");
    }
    assertThat(debits.item(ana).state()).isEqualTo(DebitItem.State.TAKEN);
    for (int twice = 0; twice < 2; twice++) {
      assertThat(treasurer.post(back, "on", day, "fee", "3.50", "reason", "AC04").location()).hasValue(page);
    }
    assertThat(debits.item(ana).state()).isEqualTo(DebitItem.State.RETURNED);
    assertThat(debits.item(ana).back()).hasValue(DebitsLocal.today());
    assertThat(debits.item(ana).fee()).isEqualTo(350);
    assertThat(debits.open(ana)).extracting(each -> each.open()).containsExactly(1_000L);
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(650);
    assertThat(debits.balance(UsedFor.FEES)).isEqualTo(350);
    assertThat(debits.balance(UsedFor.ON_ITS_WAY)).isZero();
    assertThat(debits.mandateOf(debits.item(ana).mandate().orElseThrow()).state())
        .isEqualTo(DebitMandate.State.REFUSED);
    assertThat(debits.faults()).isEmpty();
    assertThat(treasurer.get(page).body()).contains("The account is closed.");
    UUID report = debits
        .brought(ReturnsTest.camt(ReturnsTest.entry(debits.item(ana).endToEnd(), "", "13.50", "AC04",
            DebitsLocal.today())));
    assertThat(debits.verdicts(report)).as("the file that comes after all").containsExactly(DebitReport.Verdict.KNOWN);
  }

  @Test
  void itComesBackOnceHoweverManySaySoAtOnce(FoundedLocal local) throws Exception {
    var debits = DebitsLocal.of(local);
    UUID ana = debits.owing(1).getFirst();
    debits.collected();
    UUID item = debits.item(ana).id();
    LocalDate day = DebitsLocal.today();
    Callable<Boolean> say = () -> local
        .write(() -> part(DebitBacks.class).cameBack(item, new Reason("AM04"), day, 100));
    try (var threads = Executors.newFixedThreadPool(4)) {
      long done = 0;
      for (var each : threads.invokeAll(List.of(say, say, say, say))) {
        done += each.get() ? 1 : 0;
      }
      assertThat(done).isEqualTo(1);
    }
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(-100);
    assertThat(debits.faults()).isEmpty();
  }

  @Test
  void nobodyElseSaysIt(FoundedLocal local, FoundedLocal theirs) {
    var debits = DebitsLocal.of(local);
    UUID ana = debits.owing(1).getFirst();
    UUID collection = debits.filed();
    DebitItem item = debits.item(ana);
    DebitsLocal.of(theirs);
    var outsider = theirs.person(Role.MEMBER, Role.TREASURER).visitor();
    for (var who : List.of(local.person(Role.MEMBER, Role.STEWARD), local.person(Role.MEMBER, Role.AUDITOR))) {
      var visitor = who.visitor();
      assertThat(visitor.get(at(local, item, "")).status()).isEqualTo(403);
      assertThat(visitor.get(local.path("dues/debits/collections/" + collection + "/items")).status()).isEqualTo(403);
      assertThat(visitor.post(at(local, item, "/out")).status()).isEqualTo(403);
      assertThat(visitor.post(at(local, item, "/back"), "on", "", "fee", "0", "reason", "AM04").status())
          .isEqualTo(403);
    }
    assertThat(local.person(Role.MEMBER, Role.AUDITOR)
        .visitor()
        .get(local.path("dues/debits/collections/" + collection))
        .body()).doesNotContain("/items");
    for (String rest : List.of("/out", "/back")) {
      assertThat(outsider.post(at(local, item, rest)).status()).isEqualTo(404);
      assertThat(outsider.post(at(theirs, item, rest)).status()).isEqualTo(404);
    }
    assertThat(outsider.get(at(theirs, item, "")).status()).isEqualTo(404);
    assertThat(outsider.get(theirs.path("dues/debits/collections/" + collection + "/items")).status()).isEqualTo(404);
    assertThat(debits.item(ana).state()).isEqualTo(DebitItem.State.FILED);
  }

  /** The mandate says that it ended with its last collection, which did not take place. */
  @Test
  void theMandateIsInForceAgainWhereItsLastCollectionWasNone(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID member = debits.owing(1).getFirst();
    debits.collected();
    debits.charge(DebitsLocal.today().withDayOfMonth(1));
    local.write(() -> part(JdbcClient.class).sql("update roll.person set state = 'left' where local_id = ? and id = ?")
        .params(local.id().value(), member)
        .update());
    UUID mandate = debits.item(member).mandate().orElseThrow();
    UUID last = debits.filed();
    assertThat(debits.mandateOf(mandate).state()).isEqualTo(DebitMandate.State.USED_UP);
    local.write(() -> part(DebitCollections.class).drop(last));
    assertThat(debits.mandateOf(mandate).state()).isEqualTo(DebitMandate.State.ACTIVE);
    assertThat(debits.mandateOf(mandate).ended()).isEmpty();

    debits.filed();
    assertThat(debits.mandateOf(mandate).state()).isEqualTo(DebitMandate.State.USED_UP);
    UUID item = debits.item(member).id();
    assertThat(local.<Boolean>write(() -> part(DebitBacks.class).tookOut(item))).isTrue();
    assertThat(debits.mandateOf(mandate).state()).isEqualTo(DebitMandate.State.ACTIVE);

    UUID third = debits.filed();
    debits.takeBack(debits.brought(ReturnsTest.pain(debits.find(third).message().orElseThrow(),
        debits.item(member).endToEnd(), "AC04")));
    assertThat(debits.mandateOf(mandate).state()).as("the bank says that it is of no use")
        .isEqualTo(DebitMandate.State.REFUSED);

    UUID another = debits.mandate(member);
    local.write(() -> part(JdbcClient.class)
        .sql("update debits.mandate set state = 'used-up', reason = null where local_id = ? and id = ?")
        .params(local.id().value(), mandate)
        .update());
    local.write(() -> {
      part(DebitMandates.class).openAgain(mandate);
      return true;
    });
    assertThat(debits.mandateOf(mandate).state()).as("another is in force").isEqualTo(DebitMandate.State.USED_UP);
    assertThat(debits.mandateOf(another).inForce()).isTrue();
  }

  /** Banks that say no end-to-end identifier: what came back before must not undo what was collected since. */
  @Test
  void whatIsKnownByItsMandateAloneIsKnownByItsDayToo(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID ana = debits.owing(1).getFirst();
    debits.collected();
    DebitItem first = debits.item(ana);
    LocalDate then = first.due();
    debits.takeBack(debits.brought(ReturnsTest.camt(ReturnsTest.entry(first.endToEnd(), "", "10.00", "AM04", then))));
    assertThat(debits.item(ana).state()).isEqualTo(DebitItem.State.RETURNED);
    local.write(() -> part(Payments.class).take(NewPayment.of(ana, DebitsLocal.today(), 1_000, Way.CASH)));
    debits.charge(DebitsLocal.today().withDayOfMonth(1));
    debits.collected();
    assertThat(debits.item(ana).amount()).isEqualTo(1_000);
    long before = debits.balance(UsedFor.BANK);

    UUID again = debits.brought(ReturnsTest.camt(ReturnsTest.entry("", first.reference(), "10.00", "AM04", then)));
    assertThat(debits.verdicts(again)).as("before the second was due").containsExactly(DebitReport.Verdict.KNOWN);
    UUID either = debits
        .brought(ReturnsTest.camt(ReturnsTest.entry("", first.reference(), "10.00", "AM04", DebitsLocal.today())));
    assertThat(debits.verdicts(either)).as("it can be one or the other").isEmpty();
    assertThat(debits.report(either).others()).isEqualTo(1);
    UUID late = debits.brought(ReturnsTest.camt(ReturnsTest.entry("", first.reference(), "10.00", "AM04",
        debits.item(ana).due().plusMonths(13).plusDays(1))));
    assertThat(debits.report(late).others()).isEqualTo(1);
    List.of(again, either, late).forEach(debits::takeBack);
    assertThat(debits.item(ana).state()).isEqualTo(DebitItem.State.TAKEN);
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(before);
  }

  @Test
  void ofABatchThatIsRejectedWithItsPaymentsEachPaymentIsHeard(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(2);
    UUID collection = debits.filed();
    String message = debits.find(collection).message().orElseThrow();
    String report = ReturnsTest.pain(message, debits.item(members.getFirst()).endToEnd(), "AC04")
        .replace("<GrpSts>PART</GrpSts>", "<GrpSts>RJCT</GrpSts>")
        .replace("<OrgnlPmtInfId>" + message + "-1</OrgnlPmtInfId>", "<OrgnlPmtInfId>" + message
            + "-1</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts><StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf>");
    UUID brought = debits.brought(report);
    assertThat(debits.verdicts(brought)).hasSize(2).containsOnly(DebitReport.Verdict.REJECTED);
    debits.takeBack(brought);
    assertThat(debits.item(members.get(0)).reason()).hasValue(new Reason("AC04"));
    assertThat(debits.mandateOf(debits.item(members.get(0)).mandate().orElseThrow()).state())
        .isEqualTo(DebitMandate.State.REFUSED);
    assertThat(debits.item(members.get(1)).state()).isEqualTo(DebitItem.State.REJECTED);
    assertThat(debits.mandateOf(debits.item(members.get(1)).mandate().orElseThrow()).inForce()).isTrue();
  }

  @Test
  void theIdentifierStaysWhileMandatesAreSignedToIt(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID ana = debits.member("Ana", "");
    UUID mandate = debits.mandate(ana);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    String at = local.path("dues/debits/creditor");
    long version = local.read(() -> part(Creditors.class).find()).orElseThrow().version();
    String[] other = {"version", Long.toString(version), "name", "Tenants’ Union", "identifier", "DE86ZZZ01111111111",
        "account", debits.bank.toString(), "bic", "", "street", "Große Straße", "building", "7 b", "postcode", "10999",
        "town", "Berlin", "country", "DE", "notice", "14", "prefix", "dues"};
    var refused = treasurer.post(at, other);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("identifier-error", "One mandate in force is signed to DE98ZZZ09999999999",
        "DE86ZZZ01111111111");
    assertThat(local.read(() -> part(Creditors.class).find()).orElseThrow().identifier())
        .isEqualTo("DE98ZZZ09999999999");
    var same = other.clone();
    same[5] = "DE98ZZZ09999999999";
    assertThat(refused.body()).contains("name=\"same\"");
    assertThat(treasurer.post(at, same).status()).as("everything else may change").isEqualTo(303);
    local.write(() -> part(DebitMandates.class).revoke(mandate));
    other[1] = Long.toString(version + 1);
    assertThat(treasurer.post(at, other).status()).isEqualTo(303);
    assertThat(local.read(() -> part(Creditors.class).find()).orElseThrow().identifier())
        .isEqualTo("DE86ZZZ01111111111");
  }
}
