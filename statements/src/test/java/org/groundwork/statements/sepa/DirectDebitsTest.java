// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.groundwork.statements.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

class DirectDebitsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final Address HOME = new Address("Große Straße", "7 b", "10999", "Berlin", "DE");
  private static final Creditor UNION = new Creditor("Mieter:innen & Co", "DE98ZZZ09999999999",
      "DE89 3704 0044 0532 0130 00",
      Optional.of("COBADEFFXXX"), Optional.of(HOME));
  private static final Mandate MANDATE = new Mandate("M-1", LocalDate.of(2026, 1, 31), Optional.empty());

  private static Collection one(String id, long cents, SequenceType sequence, LocalDate day, Mandate mandate) {
    return new Collection(id, new Money(cents, "EUR"), sequence, day, mandate,
        new Collection.Debtor("Ana Żółć", "NO9386011117947", Optional.empty(), Optional.of(HOME)),
        id.length() % 2 == 0
            ? new Collection.Purpose.Words("Beitrag <Mai> „" + id + "“")
            : new Collection.Purpose.Reference("RF18 5390 0754 7034"));
  }

  private static DirectDebits file(Collection... collections) {
    return new DirectDebits("F-2026-11", LocalDateTime.of(2026, 11, 27, 13, 5, 9, 999), DirectDebits.Scheme.CORE, UNION,
        List.of(collections));
  }

  private static String written(DirectDebits file) {
    var to = new ByteArrayOutputStream();
    file.write(to);
    return to.toString(StandardCharsets.UTF_8);
  }

  @Test
  void batchesByDayAndSequenceWithTheirSums() {
    String xml = written(
        file(one("a", 1050, SequenceType.RCUR, DAY, MANDATE), one("bb", 1, SequenceType.FRST, DAY, MANDATE),
            one("ccc", 99_999_999_999L, SequenceType.RCUR, DAY, MANDATE),
            one("dddd", 7, SequenceType.RCUR, DAY.minusDays(1), MANDATE)));
    assertThat(xml.replaceAll("(?s)<PmtInf>.*", "")).contains("<NbOfTxs>4</NbOfTxs><CtrlSum>1000000010.57</CtrlSum>")
        .contains("<CreDtTm>2026-11-27T13:05:09</CreDtTm>");
    assertThat(xml.split("<PmtInf>", -1)).hasSize(4);
    List<String> batches = List.of(xml.split("<PmtInf>", -1)).subList(1, 4);
    assertThat(batches.get(0)).startsWith("<PmtInfId>F-2026-11-1</PmtInfId>")
        .contains("<CtrlSum>0.07<", "<SeqTp>RCUR<", "2026-11-30");
    assertThat(batches.get(1)).contains("<NbOfTxs>1<", "<CtrlSum>0.01<", "<SeqTp>FRST<", "<EndToEndId>bb<");
    assertThat(batches.get(2)).contains("<NbOfTxs>2<", "<CtrlSum>1000000010.49<", "<EndToEndId>a<", "<EndToEndId>ccc<")
        .contains("<Ref>RF18539007547034</Ref>")
        .doesNotContain("<Ustrd>");
  }

  @Test
  void writesOnlyWhatEveryBankReads() {
    String xml = written(file(one("bb", 1, SequenceType.OOFF, DAY, MANDATE)));
    assertThat(xml).contains("<Nm>Mieter:innen + Co</Nm>",
        "<StrtNm>Grosse Strasse</StrtNm><BldgNb>7 b</BldgNb><PstCd>10999</PstCd>"
            + "<TwnNm>Berlin</TwnNm><Ctry>DE</Ctry>",
        "<Nm>Ana Zolc</Nm>", "<Ustrd>Beitrag .Mai. .bb.</Ustrd>", "<Id>NOTPROVIDED</Id>",
        "<BICFI>COBADEFFXXX</BICFI>", "<AmdmntInd>false</AmdmntInd>");
    assertThat(SepaText.of("Ærø\tstræde\n 1 – “x” Łódź Ελλάδα 😀")).isEqualTo("AEro straede 1 - .x. Lodz ...... .");
  }

  @Test
  void saysWhatChangedOfAMandate() {
    var amendment = new Mandate.Amendment(Optional.of("OLD/1"), Optional.of("DE98ZZZ09999999999"),
        Optional.of("Old name"), true);
    String xml = written(file(one("a", 1, SequenceType.FNAL, DAY, new Mandate("M-2", DAY, Optional.of(amendment)))));
    assertThat(xml).contains(
        "<AmdmntInd>true</AmdmntInd><AmdmntInfDtls><OrgnlMndtId>OLD/1</OrgnlMndtId><OrgnlCdtrSchmeId><Nm>Old name</Nm>"
            + "<Id><PrvtId><Othr><Id>DE98ZZZ09999999999</Id><SchmeNm><Prtry>SEPA</Prtry></SchmeNm></Othr></PrvtId></Id></OrgnlCdtrSchmeId>"
            + "<OrgnlDbtrAcct><Id><Othr><Id>SMNDA</Id></Othr></Id></OrgnlDbtrAcct></AmdmntInfDtls>");
    assertThatThrownBy(() -> new Mandate.Amendment(Optional.empty(), Optional.empty(), Optional.empty(), false))
        .hasMessageContaining("what changed");
  }

  @ParameterizedTest
  @CsvSource({"0,EUR", "-1,EUR", "100000000000,EUR", "5,CHF", "5,JPY"})
  void refusesAmountsThatCannotBeCollected(long minor, String currency) {
    assertThatThrownBy(() -> new Collection("a", new Money(minor, currency), SequenceType.RCUR, DAY, MANDATE,
        one("a", 1, SequenceType.RCUR, DAY, MANDATE).debtor(), new Collection.Purpose.Words("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.01 to 999999999.99 EUR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "a/", "a//b", "ä", "a&b", " a", "123456789012345678901234567890123456", "a\nb"})
  void refusesIdentifiersThatWouldNotComeBackTheSame(String id) {
    assertThatThrownBy(() -> one(id, 1, SequenceType.RCUR, DAY, MANDATE)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Mandate(id, DAY, Optional.empty())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatBanksWouldReject() {
    Collection good = one("a", 1, SequenceType.RCUR, DAY, MANDATE);
    assertThatThrownBy(() -> file(good, good)).hasMessageContaining("is there twice");
    assertThatThrownBy(() -> file()).hasMessageContaining("1 to 100000");
    assertThatThrownBy(() -> one("a", 1, SequenceType.RCUR, DAY, new Mandate("M", DAY.plusDays(1), Optional.empty())))
        .hasMessageContaining("signed after");
    assertThatThrownBy(() -> new Collection.Debtor("Ana", "DE89370400440532013001", Optional.empty(), Optional.empty()))
        .hasMessageContaining("no IBAN");
    assertThatThrownBy(
        () -> new Collection.Debtor("Ana", "SA0380000000608010167519", Optional.empty(), Optional.empty()))
        .hasMessageContaining("outside of the Single Euro Payments Area");
    assertThatThrownBy(() -> new Collection.Debtor("Ana", "CH9300762011623852957", Optional.empty(), Optional.empty()))
        .hasMessageContaining("address is needed");
    assertThat(new Collection.Debtor("Ana", "CH93 0076 2011 6238 5295 7", Optional.empty(), Optional.of(HOME)).iban())
        .isEqualTo("CH9300762011623852957");
    assertThatThrownBy(() -> new Collection.Debtor("アナ", "NO9386011117947", Optional.empty(), Optional.empty()))
        .hasMessageContaining("debtor's name");
    assertThatThrownBy(
        () -> new Collection.Debtor("x".repeat(71), "NO9386011117947", Optional.empty(), Optional.empty()))
        .hasMessageContaining("at most 70");
    assertThatThrownBy(() -> new Collection.Debtor("Ana", "NO9386011117947", Optional.of("abc"), Optional.empty()))
        .hasMessageContaining("BIC");
    assertThatThrownBy(
        () -> new Creditor("Us", "DE99ZZZ09999999999", "NO9386011117947", Optional.empty(), Optional.empty()))
        .hasMessageContaining("creditor identifier");
    assertThatThrownBy(() -> new Collection.Purpose.Reference("RF19539007547034")).hasMessageContaining("check digits");
    assertThatThrownBy(() -> new Address("", "", "", "", "DE")).hasMessageContaining("a town");
    assertThatThrownBy(() -> new Address("", "", "", "Berlin", "Germany")).hasMessageContaining("a country");
  }

  @Test
  @Tag("real-data")
  void isWhatTheSchemaHas() throws Exception {
    Path schema = Path.of(Objects.requireNonNull(System.getenv("GROUNDWORK_DATA"), "GROUNDWORK_DATA"))
        .resolve("accounting/sepa/xsd/pain.008.001.08.xsd");
    var validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(schema.toFile())
        .newValidator();
    var random = new Random(8);
    for (int times = 0; times < 50; times++) {
      var collections = new ArrayList<Collection>();
      for (int number = 1 + random.nextInt(8); number > 0; number--) {
        var amendment = new Mandate.Amendment(Optional.of("O"),
            random.nextBoolean() ? Optional.of("DE98ZZZ09999999999") : Optional.empty(),
            Optional.empty(), random.nextBoolean());
        collections.add(one("E".repeat(number), 1 + random.nextInt(1_000_000),
            List.of(SequenceType.values()).get(random.nextInt(4)),
            DAY.plusDays(random.nextInt(3)),
            random.nextBoolean() ? MANDATE : new Mandate("M", DAY, Optional.of(amendment))));
      }
      String xml = written(file(collections.toArray(Collection[]::new)));
      validator.validate(new StreamSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
      String broken = xml.replaceFirst("<MsgId>.*?</MsgId>", "");
      assertThatThrownBy(
          () -> validator.validate(new StreamSource(new ByteArrayInputStream(broken.getBytes(StandardCharsets.UTF_8)))))
          .isInstanceOf(SAXException.class);
    }
  }
}
