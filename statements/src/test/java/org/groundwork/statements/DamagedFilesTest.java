// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds: lines, or places within it that are wrong, soon. */
@Timeout(60)
class DamagedFilesTest {
  private static final int TIMES = 2_000;
  private static final String CAMT = """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>
      <Stmt><Id>1</Id><ElctrncSeqNb>12</ElctrncSeqNb><FrToDt><FrDtTm>2026-11-01T00:00:00</FrDtTm><ToDtTm>2026-11-02T00:00:00</ToDtTm></FrToDt>
      <Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>
      <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-01</Dt></Dt></Bal>
      <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">5.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Dt><Dt>2026-11-02</Dt></Dt></Bal>
      <Ntry><Amt Ccy="EUR">6.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-02</Dt></BookgDt>
      <NtryDtls><TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="EUR">2</Amt></TxAmt></AmtDtls>
      <RltdPties><Cdtr><Nm>Zoë</Nm></Cdtr></RltdPties><RmtInf><Ustrd>dues</Ustrd></RmtInf></TxDtls>
      <TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">4</Amt></TxAmt></AmtDtls><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>
      </Stmt></BkToCstmrStmt></Document>
      """;
  private static final String MT940 = """
      {1:F01X}{2:O940X}{4:
      :20:REF
      :25:DE89370400440532013000EUR
      :28C:7/1
      :60F:C261101EUR1,00
      :61:2611021102D6,00NMSCNONREF//B1
      :86:109?00RETOURE?20EREF+E1?21MREF+M1?22SVWZ+MD06 Zo?23ë?30BIC?31DE89370400440532013000?32Ana
      :61:2611021102RC1,5NTRFE2
      more
      :86:/EREF/E2/BENM//NAME/Ben/REMI/dues
      May/ISDT/2026-11-02
      :62F:D261102EUR6,50
      :64:C261102EUR1,
      -}{5:}
      :20:NEXT
      :25:1
      :28C:1
      :34F:EURD0,
      :61:2602300301C3,NTRFNONREF
      :NS:01text
      15name
      -
      """;
  private static final String OFX = """
      OFXHEADER:100

      <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD
      <BANKACCTFROM><BANKID>12<ACCTID>99<ACCTTYPE>CHECKING</BANKACCTFROM>
      <BANKTRANLIST><DTSTART>20261101<DTEND>20261127
      <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261104<TRNAMT>+200.00<FITID>2<NAME>Ana &amp; Zoë<MEMO>dues</STMTTRN>
      <STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261105<TRNAMT>-1,5<FITID>3<PAYEE><NAME>Ben</PAYEE></STMTTRN>
      </BANKTRANLIST><LEDGERBAL><BALAMT>187.50<DTASOF>20261127</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
      """;
  private static final String CSV = """
      Statement,,
      Date,Name,Note,Amount,Fee,Currency,Status
      2026-11-02,"Ana, A.",dues,"1,200.50",-0.35,EUR,Completed
      2026-11-03,Zoë,"two
      lines",-7,,JPY,Pending
      ,,,,,,
      2026-11-04,Ben,"a ""b"" c",(3.00),0,USD,Completed
      """;
  private static final String MAPPING = """
      date = Date
      amount = Amount
      fee = Fee
      currency = Currency
      party = Name
      text = Note
      status = Status
      booked = Completed
      pending = Pending
      """;

  @ParameterizedTest
  @ValueSource(strings = {"camt", "mt940", "ofx", "csv", "mapping"})
  void isReadOrRefusedWithPlacesInTheFile(String kind) throws Exception {
    var random = new Random(kind.hashCode());
    int read = 0;
    int refused = 0;
    assertThat(read(kind, whole(kind).getBytes(StandardCharsets.UTF_8))).isNotEmpty();
    while (read + refused < TIMES) {
      byte[] file = damaged(whole(kind), random);
      try {
        read(kind, file).forEach(DamagedFilesTest::sound);
        read++;
      } catch (BadFile bad) {
        placed(bad, file);
        refused++;
      } catch (RuntimeException | StackOverflowError other) {
        fail(kind + ": " + Base64.getEncoder().encodeToString(file), other);
      }
    }
    assertThat(read).isGreaterThan(TIMES / 100);
    assertThat(refused).isGreaterThan(TIMES / 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mt940", "csv", "mapping"})
  void saysWhatAFileIsThatIsNoText(String kind) throws IOException {
    var to = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(to)) {
      zip.write(whole(kind).getBytes(StandardCharsets.UTF_8));
    }
    assertThatThrownBy(() -> read(kind, to.toByteArray())).isInstanceOf(BadFile.class).hasMessageContaining("gzip");
    assertThatThrownBy(() -> read(kind, "PK\3\4 and so on".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("spreadsheet");
    assertThatThrownBy(() -> read(kind, "\0\0:20:".getBytes(StandardCharsets.UTF_8))).isInstanceOf(BadFile.class)
        .hasMessageContaining("a byte 0");
    assertThatThrownBy(() -> read(kind, new byte[0])).isInstanceOf(BadFile.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mt940", "ofx"})
  void readsHundredThousandLines(String kind) throws Exception {
    String one = kind.equals("mt940")
        ? ":61:2611021102C6,00NMSCNONREF//B%d\n:86:166?20SVWZ+dues\n"
        : "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261104<TRNAMT>6<FITID>F%d</STMTTRN>\n";
    String before = kind.equals("mt940") ? ":62F:D261102EUR6,50" : "</BANKTRANLIST>";
    var many = new StringBuilder();
    for (int line = 0; line < 100_000; line++) {
      many.append(one.replace("%d", Integer.toString(line)));
    }
    var all = Project.read(whole(kind).replace(before, many + before));
    assertThat(all.getFirst().lines()).hasSize(100_002).extracting(Line::key).doesNotHaveDuplicates();
  }

  @Test
  void refusesSumsBeyondALong() throws Exception {
    String huge = ":61:2611021102C9999999999999999,99NMSCNONREF\n";
    String file = MT940.replace(":61:2611021102D6,00", huge.repeat(1_000) + ":61:2611021102D6,00");
    assertThat(Project.defect(file).message()).contains("beyond what can be counted");
  }

  private static void sound(Statements.Whole whole) {
    assertThat(whole.statement().lines()).isEqualTo(whole.lines().size());
    for (Line line : whole.lines()) {
      assertThat(line.key()).matches("[0-9a-f]{32}");
      assertThat(line.text().length()).isLessThanOrEqualTo(Line.LONGEST_TEXT);
      assertThat(Money.of(line.amount().plain(), line.amount().currency())).isEqualTo(line.amount());
    }
  }

  private static void placed(BadFile bad, byte[] file) {
    int lines = new String(file, StandardCharsets.ISO_8859_1).split("\r\n|\r|\n", -1).length;
    assertThat(bad.defects()).isNotEmpty().hasSizeLessThanOrEqualTo(BadFile.MOST_DEFECTS).allSatisfy(defect -> {
      assertThat(defect.line()).isBetween(1, lines + 1);
      assertThat(defect.column()).isBetween(1, file.length + 1);
      assertThat(defect.message()).isNotBlank();
    });
  }

  private static List<Statements.Whole> read(String kind, byte[] file) throws BadFile, IOException {
    var all = new Statements();
    switch (kind) {
      case "csv" -> CsvStatements.read(file, CsvStatementsTest.mapping(MAPPING), all);
      case "mapping" -> CsvStatements.read(CSV.getBytes(StandardCharsets.UTF_8), CsvMapping.read(file), all);
      default -> StatementReader.read(new ByteArrayInputStream(file), all);
    }
    return all.all();
  }

  private static String whole(String kind) {
    return switch (kind) {
      case "camt" -> CAMT;
      case "mt940" -> MT940;
      case "ofx" -> OFX;
      case "csv" -> CSV;
      default -> MAPPING;
    };
  }

  /** The file with bytes changed, cut, or lines swapped or doubled; once or a few times. */
  private static byte[] damaged(String whole, Random random) {
    byte[] file = whole.getBytes(StandardCharsets.UTF_8);
    for (int times = 1 + random.nextInt(3); times > 0 && file.length > 0; times--) {
      int at = random.nextInt(file.length);
      switch (random.nextInt(5)) {
        case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> file[at] = (byte) " \n\r\t\",;:<>-/[]{}&?|0179A\0".charAt(random.nextInt(25));
        case 2 -> file = random.nextInt(3) == 0 ? Arrays.copyOf(file, at) : file;
        case 3 -> file = lines(file, random, true);
        default -> file = lines(file, random, false);
      }
    }
    return file;
  }

  private static byte[] lines(byte[] file, Random random, boolean swap) {
    var lines = new ArrayList<>(List.of(new String(file, StandardCharsets.ISO_8859_1).split("(?<=\n)")));
    if (swap) {
      Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
    } else {
      lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
    }
    return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
  }
}
