// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class XlsxReaderTest {
  private static final String HEAD = row(1, text("A", "paper"), text("B", "1st"), text("C", "2nd"));

  @Test
  void readsRowsOfTextsNumbersFormulasAndGaps() throws BadFile {
    Election election = read(HEAD
        + row(2, number("A", "1"), text("B", " Ana "), text("C", "Ben"))
        + row(3, number("A", "2"), number("C", "7.0"))
        + "<row r=\"4\"><c r=\"A4\"/><c r=\"B4\" s=\"1\"/></row>"
        + row(7, number("A", "3"), "<c r=\"B7\" t=\"str\"><f>\"Be\"&amp;\"n\"</f><v>Ben</v></c>", shared("C", 0))
        + row(8, number("A", "4")), "first = 1st\n");
    assertThat(election.candidates()).extracting(Candidate::name).containsExactly("7", "Ana", "Ben", "Núñez & Co");
    assertThat(IntStream.range(0, 4).mapToObj(election.ballots()::ranks)).map(Object::toString)
        .containsExactly("[[2], [3]]", "[[], [1]]", "[[3], [4]]", "[]");
  }

  @Test
  void isFoundByItsNameOrItsFirstBytes() throws BadFile {
    byte[] file = workbook(HEAD + row(2, number("A", "1"), text("B", "Ana")));
    CsvMapping mapping = mapping("first = 2\n");
    for (String name : new String[]{"a.xlsx", "A.XLSX", "-", "saved.csv"}) {
      assertThat(ElectionReader.read(name, file, mapping).candidates()).hasSize(1);
    }
  }

  @Test
  void saysRowAndColumnOfADefect() {
    BadFile bad = catchThrowableOfType(BadFile.class, () -> read(
        HEAD + row(2, text("B", "Ana"), text("C", "x".repeat(600))) + row(5, "<c r=\"B5\" t=\"e\"><v>#REF!</v></c>"),
        "first = 2\n"));
    assertThat(bad.defects()).containsExactly(new Defect(2, 3, "a candidate's name has 1 to 500 characters"),
        new Defect(5, 2, "in this cell stands the error #REF!"));
  }

  @Test
  void refusesWhatIsNoWorkbook() throws IOException {
    assertThat(defect(new byte[0])).contains("not XLSX");
    assertThat(defect("1,2\n".getBytes(StandardCharsets.UTF_8))).contains("not XLSX");
    assertThat(defect(zip("papers.blt", "2 1\n"))).contains("not XLSX");
    assertThat(defect(zip("xl/workbook.xml", "<workbook/>"))).contains("cannot be read");
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
    assertThat(defect(old)).contains("old format XLS, or locked with a password");
    assertThat(defect(workbook(""))).contains("the file is empty");
  }

  @Test
  void refusesCellsWhereNoSheetHasAny() {
    for (String cell : new String[]{"r=\"ABCDEFG1\"", "r = 'ZZZZ1'", "r=\"&#90;ZZZZZ1\""}) {
      assertThat(defect(workbook(HEAD + "<row r=\"2\"><c " + cell + "><v>1</v></c></row>"))).contains("no sheet has");
    }
    assertThat(defect(workbook(HEAD + row(2, number("XFD", "1"))))).contains("cannot be read from here on");
  }

  @Test
  void readsNothingButTheFile() {
    String outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    byte[] file = workbook(outside, row(1, text("A", "x")) + row(2, text("A", "&e;")));
    String defect = defect(file);
    assertThat(defect).doesNotContain("root").contains("cannot be read");
  }

  @Test
  void refusesNumbersWithMoreZerosThanSheetsHave() throws BadFile {
    Election election = read(row(1, text("A", "1st")) + row(2, number("A", "1E999999")), "");
    assertThat(election.candidates()).extracting(Candidate::name).containsExactly("1E999999");
  }

  @Test
  void aDamagedFileIsReadOrRefusedNeverMore() {
    byte[] file = workbook(HEAD + row(2, number("A", "1"), text("B", "Ana"), shared("C", 0)));
    for (int seed = 0; seed < 3_000; seed++) {
      var random = new Random(seed);
      byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file.clone();
      for (int at = random.nextInt(4); at > 0 && damaged.length > 0; at--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(XlsxReader.read(damaged, mapping("first = 2\n")).candidates()).isNotEmpty();
      } catch (BadFile bad) {
        assertThat(bad.defects()).isNotEmpty();
      }
    }
  }

  private static String defect(byte[] file) {
    return String
        .valueOf(catchThrowableOfType(BadFile.class, () -> XlsxReader.read(file, CsvMapping.USUAL)).getMessage());
  }

  private static Election read(String rows, String mapping) throws BadFile {
    return XlsxReader.read(workbook(rows), mapping(mapping));
  }

  private static CsvMapping mapping(String text) throws BadFile {
    return CsvMapping.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String row(int number, String... cells) {
    return "<row r=\"" + number + "\">" + String.join("", cells).replace("ROW", String.valueOf(number)) + "</row>";
  }

  private static String text(String column, String text) {
    return "<c r=\"" + column + "ROW\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private static String number(String column, String number) {
    return "<c r=\"" + column + "ROW\"><v>" + number + "</v></c>";
  }

  private static String shared(String column, int string) {
    return "<c r=\"" + column + "ROW\" t=\"s\"><v>" + string + "</v></c>";
  }

  private static byte[] workbook(String rows) { return workbook("", rows); }

  private static byte[] workbook(String before, String rows) {
    String office = "http://schemas.openxmlformats.org/";
    return zip(
        "[Content_Types].xml", """
            <Types xmlns="%1$spackage/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.xml"
             ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/sharedStrings.xml"
             ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>
            """.formatted(office),
        "_rels/.rels", """
            <Relationships xmlns="%1$spackage/2006/relationships"><Relationship Id="r1"
             Type="%1$sofficeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """.formatted(office),
        "xl/_rels/workbook.xml.rels", """
            <Relationships xmlns="%1$spackage/2006/relationships"><Relationship Id="r1"
             Type="%1$sofficeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
            """.formatted(office),
        "xl/workbook.xml", """
            <workbook xmlns="%1$sspreadsheetml/2006/main" xmlns:r="%1$sofficeDocument/2006/relationships">
            <sheets><sheet name="papers" sheetId="1" r:id="r1"/></sheets></workbook>
            """.formatted(office),
        "xl/sharedStrings.xml", """
            <sst xmlns="%1$sspreadsheetml/2006/main" count="1" uniqueCount="1"><si><t>Núñez &amp; Co</t></si></sst>
            """.formatted(office),
        "xl/worksheets/sheet1.xml",
        before + "<worksheet xmlns=\"" + office + "spreadsheetml/2006/main\"><sheetData>" + rows
            + "</sheetData></worksheet>");
  }

  private static byte[] zip(String... parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int at = 0; at < parts.length; at += 2) {
        zip.putNextEntry(new ZipEntry(parts[at]));
        zip.write(parts[at + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }
}
