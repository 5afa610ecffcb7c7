// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.camt;

import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import org.groundwork.statements.Account;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.Balance;
import org.groundwork.statements.StatementSink;
import org.groundwork.statements.internal.Defects;
import org.groundwork.statements.internal.StatementDraft;
import org.groundwork.statements.internal.xml.Node;
import org.groundwork.statements.internal.xml.XmlSource;

/** Reads camt.052, camt.053 and camt.054 of all versions so far, an entry at a time. */
public final class CamtReader {
  private static final Pattern NAMESPACE = Pattern
      .compile("urn:iso:std:iso:20022:tech:xsd:camt\\.05[234]\\.001\\.[0-9]{2}");

  private final XmlSource source;
  private final StatementSink sink;
  private final Defects defects = new Defects();

  private CamtReader(XmlSource source, StatementSink sink) {
    this.source = source;
    this.sink = sink;
  }

  /** Reads a whole file. */
  public static void read(InputStream in, StatementSink sink) throws BadFile {
    new CamtReader(new XmlSource(in), sink).document();
  }

  private void document() throws BadFile {
    boolean any = false;
    try {
      if (!source.child() || !source.name().equals("Document") || !NAMESPACE.matcher(source.namespace()).matches()) {
        throw source.bad("the first element is no Document of camt.052, camt.053 or camt.054");
      }
      if (!source.child()) {
        throw source.bad("the Document is empty");
      }
      while (source.child()) {
        switch (source.name()) {
          case "Stmt", "Rpt", "Ntfctn" -> {
            any = true;
            statement();
          }
          default -> source.skip();
        }
      }
      if (!any) {
        throw source.bad("there is no statement, report or notification in the file");
      }
    } catch (BadFile bad) {
      defects.addAll(bad);
    }
    defects.refuse();
  }

  private void statement() throws BadFile {
    var draft = new StatementDraft(sink);
    while (source.child()) {
      if (source.name().equals("Ntry")) {
        new CamtEntry(source, draft, defects).read();
      } else {
        Node node = source.node();
        try {
          head(draft, node);
        } catch (BadFile bad) {
          defects.addAll(bad);
        }
      }
      if (defects.tooMany()) {
        defects.refuse();
      }
    }
    if (draft.sequence.startsWith("/")) {
      draft.sequence = draft.sequence.substring(1);
    }
    try {
      draft.end();
    } catch (ArithmeticException huge) {
      throw source.bad("the balances are beyond what an amount can be");
    }
  }

  private static void head(StatementDraft draft, Node node) throws BadFile {
    switch (node.name()) {
      case "Id" -> draft.identifier = node.text();
      case "ElctrncSeqNb" -> draft.sequence = node.text() + draft.sequence;
      case "StmtPgntn", "RptPgntn", "NtfctnPgntn" -> draft.sequence += "/" + node.first("PgNb");
      case "FrToDt" -> {
        draft.from = CamtDates.day(node.has("FrDtTm") ? node.at("FrDtTm") : node.at("FrDt"));
        draft.to = CamtDates.day(node.has("ToDtTm") ? node.at("ToDtTm") : node.at("ToDt"));
      }
      case "Acct" -> {
        draft.account = Account.of(account(node));
        Optional.of(node.first("Ccy")).filter(each -> !each.isEmpty()).ifPresent(each -> draft.currency = each);
      }
      case "Bal" -> balance(draft, node);
      default -> {
        // Sums, interest and further remarks say nothing that lines and balances do not.
      }
    }
  }

  /** The number of an account, in the places where the versions have it. */
  static String account(Node account) {
    return account.first("Id/IBAN", "Id/Othr/Id", "Id/PrtryAcct/Id", "Id/BBAN", "Id/UPIC");
  }

  private static void balance(StatementDraft draft, Node node) throws BadFile {
    var amount = CamtAmounts.signed(node, CamtAmounts.of(node.at("Amt")));
    String code = node.first("Tp/CdOrPrtry/Cd", "Tp/CdOrPrtry/Prtry", "Tp/Cd", "Tp/Prtry");
    var date = Optional.ofNullable(CamtDates.of(node.at("Dt")));
    draft.balance(new Balance(kind(code, draft), amount, date));
    if (draft.currency == null) {
      draft.currency = amount.currency();
    }
  }

  /** PRCD is the closing balance of the statement before, so what this one opens with, unless it says so itself. */
  private static Balance.Kind kind(String code, StatementDraft draft) {
    return switch (code) {
      case "OPBD" -> Balance.Kind.OPENING;
      case "PRCD" -> draft.has(Balance.Kind.OPENING) ? Balance.Kind.OTHER : Balance.Kind.OPENING;
      case "CLBD" -> Balance.Kind.CLOSING;
      case "OPAV" -> Balance.Kind.OPENING_AVAILABLE;
      case "CLAV" -> Balance.Kind.CLOSING_AVAILABLE;
      case "FWAV" -> Balance.Kind.FORWARD_AVAILABLE;
      case "ITBD" -> Balance.Kind.INTERIM;
      default -> Balance.Kind.OTHER;
    };
  }
}
