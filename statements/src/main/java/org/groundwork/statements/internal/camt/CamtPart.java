// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.camt;

import java.util.Objects;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.Money;
import org.groundwork.statements.internal.LineDraft;
import org.groundwork.statements.internal.xml.Node;
import org.groundwork.statements.sepa.Iban;
import org.jspecify.annotations.Nullable;

/**
 * One payment of an entry.
 *
 * @param draft what it says
 * @param own what it is worth in the entry's currency, signed; null if it does not say
 */
record CamtPart(LineDraft draft, @Nullable Money own) {
  /** One that could not be read. */
  static final CamtPart NONE = new CamtPart(new LineDraft(), null);

  Money amount() { return Objects.requireNonNull(own); }

  /**
   * Reads a payment.
   *
   * @param details its element
   * @param entry the entry's indicator, for a payment without one
   * @param currency the entry's
   * @param ours the account's number, by which the other party is told from us
   */
  static CamtPart of(Node details, Node entry, String currency, String ours) throws BadFile {
    var draft = new LineDraft();
    references(details, draft);
    party(details, draft, entry.text().equals("CRDT"), ours);
    remittance(details.at("RmtInf"), draft);
    if (draft.text.isEmpty()) {
      draft.text = details.first("AddtlTxInf");
    }
    Node stated = amount(details, currency);
    Money own = stated.name().isEmpty() ? null : signed(details, entry, CamtAmounts.of(stated));
    Node ordered = ordered(details);
    if (!ordered.name().isEmpty() && !ordered.currency().equals(currency)) {
      draft.original = signed(details, entry, CamtAmounts.of(ordered));
    }
    return new CamtPart(draft, own);
  }

  private static Money signed(Node details, Node entry, Money amount) throws BadFile {
    return details.has("CdtDbtInd")
        ? CamtAmounts.signed(details, amount)
        : entry.text().equals("DBIT") ? amount.negated() : amount;
  }

  /** The first of the places where the amount may stand, of those in the entry's currency. */
  private static Node amount(Node details, String currency) {
    Node[] places = {details.at("Amt"), details.at("AmtDtls", "TxAmt", "Amt"),
        details.at("AmtDtls", "CntrValAmt", "Amt"),
        details.at("AmtDtls", "InstdAmt", "Amt")};
    for (Node each : places) {
      if (!each.name().isEmpty() && each.currency().equals(currency)) {
        return each;
      }
    }
    return Node.none(details.line(), details.column());
  }

  private static Node ordered(Node details) {
    Node instructed = details.at("AmtDtls", "InstdAmt", "Amt");
    return instructed.name().isEmpty() ? details.at("Amt") : instructed;
  }

  private static void references(Node details, LineDraft draft) {
    Node refs = details.at("Refs");
    draft.endToEnd = refs.first("EndToEndId");
    draft.mandate = refs.first("MndtId");
    draft.bankReference = refs.first("AcctSvcrRef");
    draft.customer = refs.first("PmtInfId", "InstrId", "MsgId", "ChqNb");
    Node back = details.at("RtrInf");
    draft.returned = !back.name().isEmpty();
    draft.reason = back.first("Rsn/Cd", "Rsn/Prtry", "RtrRsn/Cd", "RtrRsn/Prtry");
    draft.detail = back.first("AddtlInf", "AddtlRtrRsnInf");
  }

  /** Who it came from or went to. A return keeps the roles of the payment it takes back, or turns them: so our account decides. */
  private static void party(Node details, LineDraft draft, boolean credit, String ours) {
    Node parties = details.at("RltdPties");
    boolean payer = credit != draft.returned;
    String theirs = account(parties, payer);
    if (!ours.isEmpty() && Iban.compact(theirs).equals(ours) && !Iban.compact(account(parties, !payer)).equals(ours)) {
      payer = !payer;
    }
    if (name(parties, payer).isEmpty() && account(parties, payer).isEmpty() && draft.returned) {
      payer = !payer;
    }
    String role = payer ? "Dbtr" : "Cdtr";
    draft.name = name(parties, payer);
    draft.account = account(parties, payer);
    Node agent = details.at("RltdAgts", role + "Agt", "FinInstnId");
    draft.bank = agent.first("BICFI", "BIC", "ClrSysMmbId/MmbId", "CmbndId/BIC");
    draft.creditor = parties.first("Cdtr/Id/PrvtId/Othr/Id", "Cdtr/Pty/Id/PrvtId/Othr/Id");
  }

  private static String account(Node parties, boolean payer) {
    return CamtReader.account(parties.at(payer ? "DbtrAcct" : "CdtrAcct"));
  }

  private static String name(Node parties, boolean payer) {
    String role = payer ? "Dbtr" : "Cdtr";
    return parties.first(role + "/Nm", role + "/Pty/Nm", role + "/Agt/FinInstnId/Nm", "Ultmt" + role + "/Nm",
        "Ultmt" + role + "/Pty/Nm");
  }

  private static void remittance(Node remittance, LineDraft draft) {
    var text = new StringBuilder();
    for (Node each : remittance.all("Ustrd")) {
      text.append(text.isEmpty() ? "" : " ").append(each.text());
    }
    for (Node each : remittance.all("Strd")) {
      String reference = each.first("CdtrRefInf/Ref", "CdtrRefInf/CdtrRef");
      if (!reference.isEmpty()) {
        draft.structured.add(reference);
      }
      for (Node more : each.all("AddtlRmtInf")) {
        text.append(text.isEmpty() ? "" : " ").append(more.text());
      }
    }
    draft.text = text.toString();
  }
}
