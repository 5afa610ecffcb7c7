// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvStatementsTest {
  private static final String GERMAN = """
      date = Buchungstag
      date-format = dd.MM.uuuu
      amount = Betrag
      decimal = comma
      currency-code = EUR
      party = Name
      text = Zweck
      account = IBAN
      own-account = DE89370400440532013000
      """;

  static CsvMapping mapping(String text) throws BadFile {
    return CsvMapping.read(text.getBytes(StandardCharsets.UTF_8));
  }

  static Statements.Whole read(byte[] file, CsvMapping mapping) throws BadFile {
    var all = new Statements();
    CsvStatements.read(file, mapping, all);
    return all.all().getFirst();
  }

  private static List<Line> lines(String file, String mapping) throws BadFile {
    return read(file.getBytes(StandardCharsets.UTF_8), mapping(mapping)).lines();
  }

  private static List<String> amounts(String file, String mapping) throws BadFile {
    return lines(file, mapping).stream().map(each -> each.amount().toString()).toList();
  }

  private static List<Defect> defects(String file, String mapping) {
    try {
      lines(file, mapping);
      throw new AssertionError("was read");
    } catch (BadFile bad) {
      return bad.defects();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
  void readsATableOfABank(String charset) throws Exception {
    String file = "Konto;DE89…\n\nBuchungstag;Name;IBAN;Zweck;Betrag\n02.11.2026;Zoë Müller;NO93 8601 1117 947;\"RF18 5390 0754 7034\";"
        + "1.234,50 €\n31.10.2026;\"Druck; Papier\";;\"Flugblätter\nRechnung 5\";-7\n;;;Saldo;\n";
    byte[] bytes = file.getBytes(Charset.forName(charset));
    Statements.Whole whole = read(bytes, mapping(GERMAN));
    assertThat(whole.statement())
        .isEqualTo(new Statement(new Account("DE89370400440532013000", true), Optional.of("EUR"),
            List.of(), Optional.of(LocalDate.of(2026, 10, 31)), Optional.of(LocalDate.of(2026, 11, 2)), "", "", 2,
            Optional.empty()));
    Line first = whole.lines().getFirst();
    assertThat(first.amount()).isEqualTo(new Money(123450, "EUR"));
    assertThat(first.other()).isEqualTo(new Party("Zoë Müller", new Account("NO9386011117947", true), ""));
    assertThat(first.references().structured()).containsExactly("RF18539007547034");
    assertThat(whole.lines().getLast().text()).isEqualTo("Flugblätter\nRechnung 5");
    assertThat(whole.lines().getLast().other().name()).isEqualTo("Druck; Papier");
  }

  @Test
  void readsTwoColumnsAndSigns() throws Exception {
    String two = "date = d\nin = i\nout = o\ncurrency = c\n";
    assertThat(amounts("d,i,o,c\n2026-01-02,5,,EUR\n2026-01-02,0.00,7.5,CHF\n2026-01-02,,-3,JPY\n", two))
        .containsExactly("5.00 EUR", "-7.50 CHF", "-3 JPY");
    assertThat(defects("d,i,o,c\n2026-01-02,5,1,EUR\n2026-01-02,,,EUR\n", two)).containsExactly(
        new Defect(2, 14, "the row has an amount that came in and one that went out"),
        new Defect(3, 12, "the row has no amount"));
    String sign = "date = d\namount = a\nsign = s\nincoming = CR\noutgoing = DR\ncurrency-code = EUR\n";
    assertThat(amounts("d|a|s\n2026-01-02|5|cr\n2026-01-02|5|DR\n", sign)).containsExactly("5.00 EUR", "-5.00 EUR");
    assertThat(defects("d|a|s\n2026-01-02|5|XX\n2026-01-02|-5|DR\n", sign)).extracting(Defect::line, Defect::column)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(2, 14), org.assertj.core.groups.Tuple.tuple(3, 12));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"- $25.00;-2500", "+ $1,200.00;120000", "-$2,455.00;-245500", "(3.10);-310",
      "$0;0", "12.5-;-1250",
      "1'234.5;123450", "USD 7;700", "7.00USD;700", "1 000 000.01;100000001", "−4;-400"})
  void readsAmountsAsServicesWriteThem(String cell, long minor) throws Exception {
    assertThat(
        lines("d;a\n2026-01-02;\"" + cell + "\"\n", "date = d\namount = a\ncurrency-code = USD\n").getFirst().amount())
        .isEqualTo(new Money(minor, "USD"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,23", "1.234,50", "--5", "(-5)", "5%", "1,2345", "0.001", "1e3", "", "five", "1.2.3", "(5",
      "+5-"})
  void refusesAmountsThatCanBeReadTwoWays(String cell) {
    assertThat(defects("d;a\n2026-01-02;" + cell + "\n", "date = d\namount = a\ncurrency-code = USD\n")).singleElement()
        .satisfies(defect -> assertThat(List.of(defect.line(), defect.column())).containsExactly(2, 12));
  }

  @Test
  void saysWhereEachCellIsWrong() {
    String file = """
        x
        Buchungstag;Name;IBAN;Zweck;Betrag
        "02.11.2026";"a
        b;";;c;5,001
        30.02.2026;;;;5
        01.11.2026;;;;5;6
        1.11.2026;;;;5
        """;
    assertThat(defects(file, GERMAN)).extracting(Defect::line, Defect::column)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(4, 8), org.assertj.core.groups.Tuple.tuple(5, 1),
            org.assertj.core.groups.Tuple.tuple(6, 17), org.assertj.core.groups.Tuple.tuple(7, 1));
    assertThat(defects("Buchungstag;Name\n", GERMAN).getFirst().message()).contains("missing: Betrag, IBAN, Zweck");
    assertThat(defects("Buchungstag;Name;IBAN;Zweck;Betrag\n\"02.11", GERMAN).getFirst().message())
        .contains("not closed");
  }

  @Test
  void refusesAMappingThatDoesNotSayEnough() {
    assertThatThrownBy(() -> mapping("amount = a\nin = b\nnonsense\nfoo = 1\ndecimal = dot\namount = c\n"))
        .isInstanceOfSatisfying(BadFile.class, bad -> assertThat(bad.defects()).extracting(Defect::line)
            .containsExactly(3, 4, 5, 6));
    assertThatThrownBy(() -> mapping("amount = a\nin = b\nsign = s\nstatus = t\n"))
        .isInstanceOfSatisfying(BadFile.class, bad -> assertThat(bad.defects()).hasSize(5));
    assertThatThrownBy(() -> CsvMapping.preset("bank")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsPayPal() throws Exception {
    String file = "\"Date\",\"Time\",\"TimeZone\",\"Name\",\"Type\",\"Status\",\"Currency\",\"Gross\",\"Fee\",\"Net\",\"From Email Address\","
        + "\"To Email Address\",\"Transaction ID\",\"Subject\",\"Note\",\"Balance Impact\"\n"
        + "\"09/05/2026\",\"10:00:00\",\"PDT\",\"Ana\",\"General Payment\",\"Completed\",\"USD\",\"1,060.00\",\"-1.25\",\"1,058.75\",\"a@b\",\"c@d\","
        + "\"1AB\",\"dues\",\"May\",\"Credit\"\n\"09/06/2026\",\"10:00:00\",\"PDT\",\"Ben\",\"Order\",\"Completed\",\"USD\",\"5\",\"0\",\"5\",\"\",\"\","
        + "\"1AC\",\"\",\"\",\"Memo\"\n\"09/07/2026\",\"10:00:00\",\"PDT\",\"Cleo\",\"Payment\",\"Odd\",\"USD\",\"5\",\"0\",\"5\",\"\",\"\",\"1AD\",\"\",\"\",\"Credit\"\n";
    assertThat(defects(file, "preset = paypal")).containsExactly(
        new Defect(4, 48, "the mapping does not say whether \"Odd\" is booked, pending or ignored"));
    Line line = lines(file, "preset = paypal\nbooked = Completed\nignored = Odd\n").getFirst();
    assertThat(line.amount()).isEqualTo(new Money(105875, "USD"));
    assertThat(line.fee()).contains(new Money(-125, "USD"));
    assertThat(line.booked()).contains(LocalDate.of(2026, 9, 5));
    assertThat(line.text()).isEqualTo("dues May");
    assertThat(line.references().bank()).isEqualTo("1AB");
  }

  @Test
  void readsVenmo() throws Exception {
    String file = "Account Statement - (@union) ,,,,,,,,,,,,,,,,,,,,,\nAccount Activity,,,,,,,,,,,,,,,,,,,,,\n"
        + ",ID,Datetime,Type,Status,Note,From,To,Amount (total),Amount (tip),Amount (tax),Amount (fee),Tax Rate,Tax Exempt,"
        + "Funding Source,Destination,Beginning Balance,Ending Balance,Statement Period Venmo Fees,Terminal Location,"
        + "Year to Date Venmo Fees,Disclaimer\n,,,,,,,,,,,,,,,,$8.00,,,,,\n"
        + ",461305,2026-01-01T03:35:10,Charge,Complete,dues,Our Union,Ana,+ $20.00,,,,,,,Venmo balance,,,,Venmo,,\n"
        + ",,,,,,,,,,,,,,,,,$28.00,$0.00,,$0.00,\"In case of\nerrors\"\n";
    List<Line> lines = lines(file, "preset = venmo\nown-name = Our Union\n");
    assertThat(lines).singleElement().satisfies(line -> {
      assertThat(line.amount()).isEqualTo(new Money(2000, "USD"));
      assertThat(line.other().name()).isEqualTo("Ana");
      assertThat(line.references().bank()).isEqualTo("461305");
      assertThat(line.booked()).contains(LocalDate.of(2026, 1, 1));
    });
  }

  @Test
  void readsCashAppWiseAndOpenCollective() throws Exception {
    assertThat(lines(
        "\"Date\",\"Transaction ID\",\"Transaction Type\",\"Currency\",\"Amount\",\"Fee\",\"Net Amount\",\"Asset Type\",\"Asset Price\","
            + "\"Asset Amount\",\"Status\",\"Notes\",\"Name of sender/receiver\",\"Account\"\n\"2026-09-11 11:50:56 CDT\",\"#D-3\",\"P2P\",\"USD\","
            + "\"$300.00\",\"-$8.25\",\"$291.75\",\"\",\"\",\"\",\"COMPLETE\",\"dues\",\"Ana\",\"Cash Balance\"\n\"2026-09-12 11:50:56 CDT\",\"#D-4\",\"P2P\",\"USD\","
            + "\"$1\",\"\",\"$1\",\"\",\"\",\"\",\"FAILED\",\"\",\"Ana\",\"\"\n",
        "preset = cashapp")).singleElement().satisfies(line -> {
          assertThat(line.amount()).isEqualTo(new Money(29175, "USD"));
          assertThat(line.fee()).contains(new Money(-825, "USD"));
        });
    assertThat(lines(
        "\"TransferWise ID\",Date,Amount,Currency,Description,\"Payment Reference\",\"Running Balance\",\"Exchange From\","
            + "\"Exchange To\",\"Exchange Rate\",\"Payer Name\",\"Payee Name\",\"Payee Account Number\",Merchant,\"Total fees\"\nTRANSFER-1,31-01-2024,-9.99,EUR,"
            + "Sent money,rent,50.01,,,,,Landlord,NO9386011117947,,0\n",
        "preset = wise")).singleElement().satisfies(line -> {
          assertThat(line.text()).isEqualTo("rent Sent money");
          assertThat(line.other()).isEqualTo(new Party("Landlord", new Account("NO9386011117947", true), ""));
        });
    assertThat(lines(
        "\"datetime\",\"shortId\",\"description\",\"type\",\"kind\",\"amount\",\"paymentProcessorFee\",\"netAmount\",\"balance\",\"currency\","
            + "\"oppositeAccountName\"\n\"2023-06-06T05:47:17\",\"d3\",\"Contribution from Ana\",\"CREDIT\",\"CONTRIBUTION\",50,-2.5,47.5,59.14,\"USD\",\"Ana\"\n",
        "preset = opencollective")).singleElement().satisfies(line -> {
          assertThat(line.amount()).isEqualTo(new Money(4750, "USD"));
          assertThat(line.fee()).contains(new Money(-250, "USD"));
        });
  }

  @Test
  void takesAFeeOffWhereTheTableHasNot() throws Exception {
    assertThat(lines("d,a,f\n2026-01-02,10,0.30\n2026-01-03,10,\n",
        "date = d\namount = a\nfee = f\nfee-charged = plus\namount-before-fee = yes\ncurrency-code = EUR\n"))
        .extracting(each -> each.amount().plain())
        .containsExactly("9.70", "10.00");
  }
}
