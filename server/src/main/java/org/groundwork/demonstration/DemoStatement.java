// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/** A statement of the demonstration's bank (camt.053), which the program reads as it reads that of any other bank. */
final class DemoStatement {
  private final String account;
  private final Currency currency;
  private final LocalDate from;
  private final long opening;
  private final List<Moved> moved = new ArrayList<>();

  /**
   * @param account its number, an IBAN where it begins with letters
   * @param from its first day
   * @param opening what was there before, in minor units
   */
  DemoStatement(String account, Currency currency, LocalDate from, long opening) {
    this.account = account;
    this.currency = currency;
    this.from = from;
    this.opening = opening;
  }

  private record Moved(LocalDate on, long amount, String who, String text) {}

  /**
   * Adds a line, unless its day is not within the statement.
   *
   * @param amount in minor units, below zero what went out
   * @param who the other side; may be empty
   */
  DemoStatement moved(LocalDate on, long amount, String who, String text) {
    moved.add(new Moved(on, amount, who, text));
    return this;
  }

  /** The file until a day, which is the last one in it. */
  byte[] until(LocalDate last) {
    List<Moved> lines = moved.stream()
        .filter(each -> !each.on().isBefore(from) && !each.on().isAfter(last))
        .sorted(Comparator.comparing(Moved::on))
        .toList();
    long closing = lines.stream().mapToLong(Moved::amount).reduce(opening, Math::addExact);
    var text = new StringBuilder("""
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId>
        """).append("<CreDtTm>")
        .append(last)
        .append("T20:00:00</CreDtTm></GrpHdr><Stmt><Id>1</Id><CreDtTm>")
        .append(last)
        .append("T20:00:00</CreDtTm><FrToDt><FrDtTm>")
        .append(from)
        .append("T00:00:00</FrDtTm><ToDtTm>")
        .append(last)
        .append("T23:59:59</ToDtTm></FrToDt><Acct><Id>")
        .append(Character.isLetter(account.charAt(0))
            ? "<IBAN>" + account + "</IBAN>"
            : "<Othr><Id>" + account.replace(" ", "") + "</Id></Othr>")
        .append("</Id><Ccy>")
        .append(currency.getCurrencyCode())
        .append("</Ccy></Acct>\n");
    balance(text, "OPBD", opening, from);
    balance(text, "CLBD", closing, last);
    for (int at = 0; at < lines.size(); at++) {
      line(text, lines.get(at), at);
    }
    return text.append("</Stmt></BkToCstmrStmt></Document>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private void balance(StringBuilder text, String code, long amount, LocalDate on) {
    text.append("<Bal><Tp><CdOrPrtry><Cd>").append(code).append("</Cd></CdOrPrtry></Tp>");
    amount(text, amount);
    text.append("<Dt><Dt>").append(on).append("</Dt></Dt></Bal>\n");
  }

  private void amount(StringBuilder text, long amount) {
    text.append("<Amt Ccy=\"")
        .append(currency.getCurrencyCode())
        .append("\">")
        .append(BigDecimal.valueOf(Math.abs(amount), currency.getDefaultFractionDigits()).toPlainString())
        .append("</Amt><CdtDbtInd>")
        .append(amount < 0 ? "DBIT" : "CRDT")
        .append("</CdtDbtInd>");
  }

  private void line(StringBuilder text, Moved line, int number) {
    String side = line.amount() < 0 ? "Cdtr" : "Dbtr";
    text.append("<Ntry>");
    amount(text, line.amount());
    text.append("<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>")
        .append(line.on())
        .append("</Dt></BookgDt><AcctSvcrRef>")
        .append(line.on())
        .append('-')
        .append(number)
        .append("</AcctSvcrRef><BkTxCd/><NtryDtls><TxDtls>");
    if (!line.who().isEmpty()) {
      text.append("<RltdPties><")
          .append(side)
          .append("><Pty><Nm>")
          .append(plain(line.who()))
          .append("</Nm></Pty></")
          .append(side)
          .append("></RltdPties>");
    }
    text.append("<RmtInf><Ustrd>").append(plain(line.text())).append("</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n");
  }

  private static String plain(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
