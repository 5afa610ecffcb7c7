// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Mt940ReaderTest {
  private static final String HEAD = ":20:R\n:25:NL13TEST0123456789EUR\n:28C:5/2\n:60F:C261101EUR100,\n";

  private static Line line(String rest) throws Exception { return Project.only(HEAD + rest); }

  @Test
  void readsReturnsOfGermanBanks() throws Exception {
    Line line = line("""
        :61:2611021102DR10,50NRTINONREF//B7
        :86:109?00SEPA-LASTSCHRIFT RETOURE?20EREF+F-2026-11/1?21KREF+FILE?22MREF+M-1
        ?23CRED+DE98ZZZ09999999999?24SVWZ+RETURN/REASON MD06/?25Widerspruch?30COBADEFF?31DE89370400440532013000?32ANA?33 BELL
        """);
    assertThat(line.amount()).isEqualTo(new Money(-1050, "EUR"));
    assertThat(line.returned()).contains(new Returned("MD06", "SEPA-LASTSCHRIFT RETOURE"));
    assertThat(line.references())
        .isEqualTo(new References("F-2026-11/1", "M-1", "DE98ZZZ09999999999", "B7", "FILE", List.of()));
    assertThat(line.other()).isEqualTo(new Party("ANA BELL", new Account("DE89370400440532013000", true), "COBADEFF"));
    assertThat(line.text()).isEqualTo("RETURN/REASON MD06/Widerspruch");
  }

  @Test
  void readsCodesOfDutchBanks() throws Exception {
    Line rabo = line("""
        :61:261102C000000000025,00N541EREF
        :86:/EREF/E-1/MARF/M1/CSID/NL1/ORDP//NAME/A. Bell/IBAN/NL71RABO0123456789/RE
        MI/dues of May/ISDT/2026-11-02
        """);
    assertThat(rabo.references()).isEqualTo(new References("E-1", "M1", "NL1", "", "", List.of()));
    assertThat(rabo.other().name()).isEqualTo("A. Bell");
    assertThat(rabo.text()).isEqualTo("dues of May");
    Line ing = line(
        ":61:2611021102D7,00NDDTEREF//1\n:86:/RTRN/MS03//EREF/E2//CNTP/NO9386011117947/BANKNL2A/B. Cole///REMI/STRD/CUR/RF18539007547034/\n");
    assertThat(ing.returned()).contains(new Returned("MS03", ""));
    assertThat(ing.other()).isEqualTo(new Party("B. Cole", new Account("NO9386011117947", true), "BANKNL2A"));
    assertThat(ing.references().structured()).containsExactly("RF18539007547034");
    assertThat(ing.references().endToEnd()).isEqualTo("E2");
  }

  @ParameterizedTest
  @CsvSource({"C,500", "D,-500", "RC,-500", "RD,500", "CR,500", "RDR,500", "EC,500", "EDR,-500"})
  void readsTheMarks(String mark, long minor) throws Exception {
    Line line = line(":61:2611021102" + mark + "5,NTRFNONREF\n");
    assertThat(line.amount().minor()).isEqualTo(minor);
    assertThat(line.returned().isPresent()).isEqualTo(mark.startsWith("R"));
    assertThat(line.status()).isEqualTo(mark.startsWith("E") ? Line.Status.PENDING : Line.Status.BOOKED);
  }

  @ParameterizedTest
  @CsvSource({"2601021231,2025-12-31", "2512310102,2026-01-02", "2602300228,2026-02-28", "2402290301,2024-03-01",
      "9912311231,1999-12-31"})
  void placesDaysOfBookingInTheirYear(String dates, LocalDate booked) throws Exception {
    assertThat(line(":61:" + dates + "C5,NTRFNONREF\n").booked()).contains(booked);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {":61:2611311131C5,NTRF|5|no such day", ":61:2611021102X5,NTRF|5|is none as in",
      ":61:2611021102C5,005NTRF|5|more decimals than EUR", ":62F:C261102EUR|5|balance is none",
      ":62F:C261102XYZ1,|5|no currency",
      ":61:2611021102C99999999999999999999,NTRF|5|more than 18 digits"})
  void saysWhereAFieldIsWrong(String field, int line, String message) throws Exception {
    Defect defect = Project.defect(HEAD + field + "\n");
    assertThat(defect.line()).isEqualTo(line);
    assertThat(defect.message()).contains(message);
  }

  @Test
  void needsAnAccountAndACurrency() throws Exception {
    assertThat(Project.defect(":20:R\n:25:1\n:61:2611021102C5,NTRF\n").message()).contains("currency is not known");
    assertThat(Project.defect(":20:R\n:60F:C261101EUR1,\n:61:2611021102C5,NTRF\n").message())
        .contains("account is not known");
    assertThat(Project.read(HEAD).getFirst().statement().account()).isEqualTo(new Account("NL13TEST0123456789", true));
  }

  @Test
  void readsCurrenciesWithoutDecimals() throws Exception {
    Line line = Project.only(":20:R\n:25:1\n:60F:C261101JPY0,\n:61:2611021102C5000,00NTRFX\n");
    assertThat(line.amount()).isEqualTo(new Money(5000, "JPY"));
    assertThat(Project.defect(":20:R\n:25:1\n:60F:C261101JPY0,\n:61:2611021102C5000,50NTRFX\n").message())
        .contains("more decimals than JPY");
  }
}
