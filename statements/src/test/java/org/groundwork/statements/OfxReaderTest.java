// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfxReaderTest {
  private static final String SGML = """
      OFXHEADER:100
      DATA:OFXSGML
      VERSION:102
      ENCODING:USASCII
      CHARSET:1252

      <OFX>
      <SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20261127120000[-5:EST]<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>
      <BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>USD
      <BANKACCTFROM><BANKID>121099999<ACCTID>999988<ACCTTYPE>CHECKING</BANKACCTFROM>
      <BANKTRANLIST><DTSTART>20261101<DTEND>20261127
      <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261104230000.000[-8:PST]<TRNAMT>+200.00<FITID>00002<NAME>Ana &amp; Ben<MEMO>dues</STMTTRN>
      <STMTTRN>
      <TRNTYPE>CHECK
      <DTPOSTED>20261105
      <DTAVAIL>20261106
      <TRNAMT>-12,5
      <FITID>00003
      <CHECKNUM>1025
      <PAYEE><NAME>Müller<ADDR1>x<CITY>y<STATE>z<POSTALCODE>1<PHONE>2</PAYEE>
      <BANKACCTTO><BANKID>1<ACCTID>77<ACCTTYPE>SAVINGS</BANKACCTTO>
      <MEMO>
      </STMTTRN>
      </BANKTRANLIST>
      <LEDGERBAL><BALAMT>187.50<DTASOF>20261127</LEDGERBAL>
      <AVAILBAL><BALAMT>-3<DTASOF>20261127</AVAILBAL>
      </STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
      """;
  private static final String XML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
      <OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>JPY</CURDEF>
      <CCACCTFROM><ACCTID>4111</ACCTID></CCACCTFROM>
      <BANKTRANLIST><DTSTART>20261101</DTSTART><DTEND>20261127</DTEND>
      <STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20261104</DTPOSTED><TRNAMT>-1200</TRNAMT><FITID>A</FITID>
      <NAME><![CDATA[Paper & <ink>]]></NAME><MEMO>&#21360;&#x5237;</MEMO></STMTTRN>
      <STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20261105</DTPOSTED><TRNAMT>-5.25</TRNAMT><FITID>B</FITID>
      <CURRENCY><CURRATE>150</CURRATE><CURSYM>USD</CURSYM></CURRENCY></STMTTRN>
      </BANKTRANLIST><LEDGERBAL><BALAMT>-1200</BALAMT><DTASOF>20261127</DTASOF></LEDGERBAL>
      </CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>
      """;

  @Test
  void readsTheSgmlOfVersionOne() throws Exception {
    Statements.Whole whole = Project.read(SGML.getBytes(Charset.forName("windows-1252"))).getFirst();
    assertThat(whole.statement().account()).isEqualTo(new Account("121099999/999988", false));
    assertThat(whole.statement().from()).contains(LocalDate.of(2026, 11, 1));
    assertThat(whole.statement().to()).contains(LocalDate.of(2026, 11, 27));
    assertThat(whole.statement().currency()).contains("USD");
    assertThat(whole.statement().balances()).containsExactly(
        new Balance(Balance.Kind.CLOSING, new Money(18750, "USD"), Optional.of(LocalDate.of(2026, 11, 27))),
        new Balance(Balance.Kind.CLOSING_AVAILABLE, new Money(-300, "USD"), Optional.of(LocalDate.of(2026, 11, 27))));
    Line first = whole.lines().getFirst();
    assertThat(first.amount()).isEqualTo(new Money(20000, "USD"));
    assertThat(first.booked()).contains(LocalDate.of(2026, 11, 4));
    assertThat(first.other().name()).isEqualTo("Ana & Ben");
    assertThat(first.text()).isEqualTo("dues");
    Line second = whole.lines().getLast();
    assertThat(second.amount()).isEqualTo(new Money(-1250, "USD"));
    assertThat(second.value()).contains(LocalDate.of(2026, 11, 6));
    assertThat(second.other()).isEqualTo(new Party("Müller", new Account("77", false), "1"));
    assertThat(second.references()).isEqualTo(new References("", "", "", "00003", "1025", List.of()));
    assertThat(second.text()).isEmpty();
  }

  @Test
  void readsTheXmlOfVersionTwo() throws Exception {
    Statements.Whole whole = Project.read(XML).getFirst();
    assertThat(whole.statement().account().id()).isEqualTo("4111");
    assertThat(whole.lines()).extracting(each -> each.amount().toString()).containsExactly("-1200 JPY", "-5.25 USD");
    assertThat(whole.lines().getFirst().other().name()).isEqualTo("Paper & <ink>");
    assertThat(whole.lines().getFirst().text()).isEqualTo("印刷");
    assertThat(whole.statement().difference()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"+200.00|1,200.00|12|is no amount", "+200.00|0.001|12|more decimals",
      "20261104230000.000[-8:PST]|2026-11-04|12|is no date", "<CURDEF>USD|<X>USD|12|currency is not known",
      "<ACCTID>999988|<X>|12|account is not known", "<LEDGERBAL>|<!DOCTYPE x>|25|no tag of OFX",
      "</BANKTRANLIST>|<STMTTRN>|27|within a line", "<SEVERITY>INFO|<SEVERITY>ERROR|8|answers with an error",
      "</PAYEE>|<X>|21|PAYEE is not closed", "</STMTRS>|<x>|27|ends within a statement",
      "<STMTRS>|<x>|12|outside of a statement"})
  void saysWhereAFileIsWrong(String from, String to, int line, String message) throws Exception {
    Defect defect = Project.defect(SGML.replace(from, to));
    assertThat(defect.message()).contains(message);
    assertThat(defect.line()).isEqualTo(line);
    assertThat(defect.column()).isPositive();
  }

  @Test
  void keepsKeysWhereStatementsOverlap() throws Exception {
    List<String> keys = Project.read(SGML).getFirst().lines().stream().map(Line::key).toList();
    String later = SGML.replaceAll("(?s)<STMTTRN><TRNTYPE>CREDIT.*?</STMTTRN>", "").replace("20261127", "20261130");
    assertThat(Project.only(later).key()).isEqualTo(keys.getLast()).isNotEqualTo(keys.getFirst());
  }
}
