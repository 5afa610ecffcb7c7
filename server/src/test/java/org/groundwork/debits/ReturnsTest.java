// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.groundwork.dues.Payments;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.statements.BadFile;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Payments that banks send back: once, gross and with the fee, and never what was not collected. */
@ExtendWith(ProductExtension.class)
class ReturnsTest {

  private static <T> T part(Class<T> type) { return DebitsLocal.part(type); }

  /** A statement in which payments are taken back; each entry as {@link #entry} makes it. */
  static String camt(String... entries) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">"
        + "<BkToCstmrStmt><GrpHdr><MsgId>M</MsgId><CreDtTm>2026-12-01T08:00:00</CreDtTm></GrpHdr><Stmt><Id>S</Id>"
        + "<Acct><Id><IBAN>" + DebitsLocal.OURS + "</IBAN></Id><Ccy>EUR</Ccy></Acct>" + String.join("", entries)
        + "</Stmt></BkToCstmrStmt></Document>";
  }

  /** An entry of a statement that takes back a payment. */
  static String entry(String endToEnd, String mandate, String amount, String reason, LocalDate on) {
    return "<Ntry><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>"
        + on
        + "</Dt></BookgDt><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>UPDD</SubFmlyCd></Fmly></Domn></BkTxCd>"
        + "<NtryDtls><TxDtls><Refs>" + (endToEnd.isEmpty() ? "" : "<EndToEndId>" + endToEnd + "</EndToEndId>")
        + (mandate.isEmpty() ? "" : "<MndtId>" + mandate + "</MndtId>") + "</Refs><RtrInf><Rsn><Cd>" + reason
        + "</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>";
  }

  /** A report that rejects payments, each with its reason in turn. */
  static String pain(String message, String... endToEndAndReason) {
    var payments = new StringBuilder();
    for (int at = 0; at < endToEndAndReason.length; at += 2) {
      payments.append("<TxInfAndSts><OrgnlEndToEndId>")
          .append(endToEndAndReason[at])
          .append("</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>")
          .append(endToEndAndReason[at + 1])
          .append("</Cd></Rsn></StsRsnInf></TxInfAndSts>");
    }
    return "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><GrpHdr>"
        + "<MsgId>R</MsgId><CreDtTm>2026-12-01T08:00:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>" + message
        + "</OrgnlMsgId><OrgnlMsgNmId>pain.008</OrgnlMsgNmId>"
        + (endToEndAndReason.length == 0
            ? "<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf></OrgnlGrpInfAndSts>"
            : "<GrpSts>PART</GrpSts></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>" + message
                + "-1</OrgnlPmtInfId>"
                + payments + "</OrgnlPmtInfAndSts>")
        + "</CstmrPmtStsRpt></Document>";
  }

  @Test
  void takesBackWithTheFeeOnceAlsoInTwoFilesThatOverlap(FoundedLocal local, Product product) {
    var debits = DebitsLocal.of(local);
    String mail = "ben" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    UUID ben = debits.member("Ben", mail);
    debits.mandate(ben);
    UUID ana = debits.owing(1).getFirst();
    debits.collected();
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(2_000);
    LocalDate day = DebitsLocal.today();
    String first = entry(debits.item(ana).endToEnd(), "", "13.50", "AC04", day);
    String second = entry(debits.item(ben).endToEnd().toUpperCase(java.util.Locale.ROOT), "", "10.00", "AM04", day);
    UUID report = debits.brought(camt(first, second));
    assertThat(debits.verdicts(report)).containsExactly(DebitReport.Verdict.RETURNED, DebitReport.Verdict.RETURNED);
    UUID overlapping = debits.brought(camt(second, first, first));
    debits.takeBack(report);

    assertThat(debits.open(ana)).extracting(each -> each.open()).containsExactly(1_000L);
    assertThat(debits.item(ana).state()).isEqualTo(DebitItem.State.RETURNED);
    assertThat(debits.item(ana).fee()).isEqualTo(350);
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(-350);
    assertThat(debits.balance(UsedFor.FEES)).isEqualTo(350);
    assertThat(debits.balance(UsedFor.ON_ITS_WAY)).isZero();
    assertThat(debits.balance(UsedFor.BANK, FundKind.STRIKE)).isZero();
    assertThat(debits.linesOfBank()).isEqualTo(1 + 2);
    assertThat(debits.faults()).isEmpty();
    var ended = debits.mandateOf(debits.item(ana).mandate().orElseThrow());
    assertThat(ended.state()).isEqualTo(DebitMandate.State.REFUSED);
    assertThat(ended.reason()).hasValue(new Reason("AC04"));
    assertThat(debits.mandateOf(debits.item(ben).mandate().orElseThrow()).inForce()).isTrue();
    org.awaitility.Awaitility.await()
        .until(() -> product.visitor().get("/dev/mail").body().contains("could not be collected"));
    assertThat(product.visitor().get("/dev/mail").body()).contains("There was not enough on the account");

    assertThat(debits.verdicts(overlapping)).containsOnly(DebitReport.Verdict.KNOWN);
    debits.takeBack(overlapping);
    debits.takeBack(report);
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(-350);
    assertThat(debits.linesOfBank()).isEqualTo(3);
    assertThat(debits.report(overlapping).state()).isEqualTo(DebitReport.State.TAKEN);

    // not enough on the account: it may be tried again, and is RCUR then
    UUID again = debits.filed();
    assertThat(debits.find(again).items()).isEqualTo(1);
    assertThat(debits.xml(again)).contains("<SeqTp>RCUR</SeqTp>", debits.item(ben).endToEnd());
  }

  @Test
  void whatComesBackOfAMandateThatWasRevokedAfterTheFileIsTakenBackAndItStaysRevoked(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID ana = debits.owing(1).getFirst();
    UUID collection = debits.filed();
    UUID mandate = debits.item(ana).mandate().orElseThrow();
    assertThat(local.<Boolean>write(() -> part(DebitMandates.class).revoke(mandate))).isTrue();
    debits.passTo(collection);
    debits.taken(collection);
    assertThat(debits.open(ana)).as("the bank collected it all the same").isEmpty();
    UUID report = debits
        .brought(camt(entry(debits.item(ana).endToEnd(), "", "10.00", "MD01", DebitsLocal.today())));
    assertThat(debits.verdicts(report)).containsExactly(DebitReport.Verdict.RETURNED);
    debits.takeBack(report);
    debits.takeBack(report);
    assertThat(debits.item(ana).state()).isEqualTo(DebitItem.State.RETURNED);
    assertThat(debits.open(ana)).extracting(each -> each.open()).containsExactly(1_000L);
    assertThat(debits.mandateOf(mandate).state()).as("its holder ended it, and not the bank")
        .isEqualTo(DebitMandate.State.REVOKED);
    assertThat(debits.balance(UsedFor.BANK)).isZero();
    assertThat(debits.balance(UsedFor.ON_ITS_WAY)).isZero();
    assertThat(debits.faults()).isEmpty();
    assertThat(debits.find(debits.made()).items()).as("nobody is asked by it again").isZero();
  }

  @Test
  void whatWasRejectedBeforeNeverCountsAsPaid(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(3);
    UUID collection = debits.filed();
    String message = debits.find(collection).message().orElseThrow();
    UUID report = debits.brought(pain(message, debits.item(members.get(0)).endToEnd(), "AC01",
        debits.item(members.get(1)).endToEnd(), "MS03"));
    assertThat(debits.verdicts(report)).containsOnly(DebitReport.Verdict.REJECTED);
    debits.takeBack(report);
    assertThat(debits.mandateOf(debits.item(members.get(0)).mandate().orElseThrow()).inForce()).isFalse();
    assertThat(debits.mandateOf(debits.item(members.get(1)).mandate().orElseThrow()).inForce()).isTrue();
    debits.passTo(collection);
    debits.taken(collection);
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(1_000);
    assertThat(debits.open(members.get(0))).hasSize(1);
    assertThat(local.read(() -> part(Payments.class).of(members.get(1), 9))).isEmpty();
    assertThat(debits.item(members.get(2)).state()).isEqualTo(DebitItem.State.TAKEN);
    assertThat(debits.faults()).isEmpty();
    UUID next = debits.filed();
    assertThat(debits.xml(next)).contains("<SeqTp>FRST</SeqTp>"); // the first was never collected
  }

  @Test
  void aFileThatIsRejectedEndsNoMandate(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(3);
    UUID collection = debits.filed();
    UUID report = debits.brought(pain(debits.find(collection).message().orElseThrow()));
    assertThat(debits.verdicts(report)).hasSize(3).containsOnly(DebitReport.Verdict.REJECTED);
    debits.takeBack(report);
    for (UUID each : members) {
      assertThat(debits.item(each).state()).isEqualTo(DebitItem.State.REJECTED);
      assertThat(debits.mandateOf(debits.item(each).mandate().orElseThrow()).inForce()).isTrue();
    }
    debits.passTo(collection);
    debits.taken(collection);
    assertThat(debits.balance(UsedFor.BANK)).isZero();
    assertThat(debits.linesOfBank()).isZero();
  }

  @Test
  void waitsUntilTheCollectionIsBooked(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID ana = debits.owing(1).getFirst();
    UUID collection = debits.filed();
    debits.passTo(collection);
    UUID report = debits.brought(camt(entry(debits.item(ana).endToEnd(), "", "10.00", "MS03", DebitsLocal.today())));
    assertThat(debits.verdicts(report)).containsExactly(DebitReport.Verdict.NOT_TAKEN);
    debits.takeBack(report);
    assertThat(debits.report(report).state()).isEqualTo(DebitReport.State.READY);
    assertThat(debits.item(ana).state()).isEqualTo(DebitItem.State.FILED);
    debits.taken(collection);
    debits.takeBack(report);
    assertThat(debits.item(ana).state()).isEqualTo(DebitItem.State.RETURNED);
    assertThat(debits.balance(UsedFor.BANK)).isZero();
  }

  /** Before the day it was to be collected nothing can have come in. */
  @Test
  void beforeTheDayItWasNeverCollected(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID ana = debits.owing(1).getFirst();
    debits.filed();
    UUID report = debits
        .brought(camt(entry(debits.item(ana).endToEnd(), "", "10.00", "MD01", debits.item(ana).due().minusDays(1))));
    debits.takeBack(report);
    assertThat(debits.item(ana).state()).isEqualTo(DebitItem.State.REJECTED);
    assertThat(debits.balance(UsedFor.BANK)).isZero();
  }

  @Test
  void leavesAnotherAmountAndWhatIsUnknown(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(2);
    debits.collected();
    LocalDate day = DebitsLocal.today();
    UUID report = debits.brought(camt(entry(debits.item(members.get(0)).endToEnd(), "", "9.99", "AM04", day),
        entry(debits.item(members.get(1)).endToEnd(), "", "999.00", "AM04", day),
        entry(UUID.randomUUID().toString().replace("-", ""), "", "10.00", "AM04", day),
        entry("Rent 12/2026", "", "10.00", "AM04", day)));
    assertThat(debits.report(report).others()).isEqualTo(2);
    assertThat(debits.verdicts(report)).containsExactly(DebitReport.Verdict.OTHER_AMOUNT,
        DebitReport.Verdict.OTHER_AMOUNT);
    debits.takeBack(report);
    assertThat(debits.item(members.get(0)).state()).isEqualTo(DebitItem.State.TAKEN);
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(2_000);
  }

  @Test
  void knowsAPaymentByItsMandateWhereTheBankSaysNoMore(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID ana = debits.owing(2).getFirst();
    debits.collected();
    UUID report = debits
        .brought(camt(entry("", debits.item(ana).reference(), "10.00", "MD07", DebitsLocal.today())));
    assertThat(debits.verdicts(report)).containsExactly(DebitReport.Verdict.RETURNED);
    debits.takeBack(report);
    assertThat(debits.item(ana).state()).isEqualTo(DebitItem.State.RETURNED);
  }

  @Test
  void saysWhatComesLaterThanTheRulesHaveIt(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(3);
    debits.collected();
    LocalDate due = debits.item(members.getFirst()).due();
    UUID report = debits
        .brought(camt(entry(debits.item(members.get(0)).endToEnd(), "", "10.00", "MD06", due.plusWeeks(8)),
            entry(debits.item(members.get(1)).endToEnd(), "", "10.00", "MD01", due.plusWeeks(8).plusDays(1)),
            entry(debits.item(members.get(2)).endToEnd(), "", "10.00", "MD01", due.plusMonths(13).plusDays(1))));
    assertThat(local.read(() -> part(DebitReports.class).judged(report, -1, 9))).extracting(DebitReports.Judged::late)
        .containsExactly(DebitReport.Late.NO, DebitReport.Late.AFTER_EIGHT_WEEKS,
            DebitReport.Late.AFTER_THIRTEEN_MONTHS);
    debits.takeBack(report);
    assertThat(debits.balance(UsedFor.BANK)).isZero();
    assertThat(debits.faults()).isEmpty();
  }

  @Test
  void takesEachBackOnceHoweverOftenItIsKilled(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(7);
    debits.collected();
    LocalDate day = DebitsLocal.today();
    UUID report = debits.brought(camt(members.stream()
        .map(each -> entry(debits.item(each).endToEnd(), "", "13.00", "MS03", day))
        .toArray(String[]::new)));
    local.write(() -> part(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("update debits.report set state = 'taking' where local_id = ? and id = ?")
        .params(local.id().value(), report)
        .update());
    var context = new Killed(new Random(3));
    int killed = Killed.untilDone(context, () -> debits.sendBack(context, report, 1));
    assertThat(killed).isGreaterThan(5);
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(-7 * 300);
    assertThat(debits.balance(UsedFor.FEES)).isEqualTo(7 * 300);
    assertThat(debits.linesOfBank()).isEqualTo(1 + 7);
    assertThat(debits.report(report).state()).isEqualTo(DebitReport.State.TAKEN);
    assertThat(debits.faults()).isEmpty();
  }

  @Test
  void readsNoFileThatBringsInAnother() {
    String hostile = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
        + pain("X", "a", "AC01").replace("<?xml version=\"1.0\"?>", "");
    for (String bad : List.of(hostile, "", "no file of a bank", camt("<Ntry>"))) {
      assertThatThrownBy(() -> DebitReports.read(new ByteArrayInputStream(bad.getBytes(StandardCharsets.UTF_8))))
          .isInstanceOf(BadFile.class);
    }
  }
}
