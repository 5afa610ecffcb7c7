// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class CamtReaderTest {
  private static final String HEAD = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">\n<BkToCstmrStmt>"
      + "<GrpHdr><MsgId>M</MsgId></GrpHdr>\n<Stmt><Id>S1</Id><ElctrncSeqNb>7</ElctrncSeqNb>"
      + "<Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>\n";
  private static final String END = "</Stmt></BkToCstmrStmt></Document>";

  private static String entry(String amount, String way, String details) {
    return "<Ntry><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>" + way + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
        + "<BookgDt><Dt>2026-11-02</Dt></BookgDt><ValDt><DtTm>2026-11-03T23:30:00-05:00</DtTm></ValDt>"
        + "<AcctSvcrRef>B9</AcctSvcrRef>" + details + "</Ntry>\n";
  }

  private static String payment(String amount, String endToEnd, String more) {
    return "<TxDtls><Refs><EndToEndId>" + endToEnd + "</EndToEndId><MndtId>MD" + endToEnd
        + "</MndtId></Refs><Amt Ccy=\"EUR\">"
        + amount + "</Amt>" + more + "</TxDtls>";
  }

  @Test
  void splitsABatchWhoseSumIsRight() throws Exception {
    String back = "<RltdPties><Dbtr><Pty><Nm>Ana</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>NO9386011117947</IBAN></Id></DbtrAcct>"
        + "<Cdtr><Pty><Nm>Our union</Nm></Pty></Cdtr><CdtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct>"
        + "</RltdPties><RtrInf><Rsn><Cd>MD06</Cd></Rsn><AddtlInf>asked for it</AddtlInf></RtrInf>";
    String file = HEAD
        + entry("30.50", "DBIT", "<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>" + payment("10.50", "E1", back)
            + payment("20", "E2", "<RmtInf><Ustrd>dues of</Ustrd><Ustrd>May</Ustrd></RmtInf>") + "</NtryDtls>")
        + END;
    List<Line> lines = Project.read(file).getFirst().lines();
    assertThat(lines).extracting(each -> each.amount().toString()).containsExactly("-10.50 EUR", "-20.00 EUR");
    Line first = lines.getFirst();
    assertThat(first.returned()).contains(new Returned("MD06", "asked for it"));
    assertThat(first.other()).isEqualTo(new Party("Ana", new Account("NO9386011117947", true), ""));
    assertThat(first.references()).isEqualTo(new References("E1", "MDE1", "", "B9", "", List.of()));
    assertThat(first.booked()).contains(LocalDate.of(2026, 11, 2));
    assertThat(first.value()).contains(LocalDate.of(2026, 11, 3));
    assertThat(lines.getLast().text()).isEqualTo("dues of May");
    assertThat(lines.getFirst().key()).isNotEqualTo(lines.getLast().key()).matches("[0-9a-f]{32}");
  }

  @ParameterizedTest
  @CsvSource({"DBIT,0.00,Cleo", "DBIT,1,Cleo", "CRDT,0.00,Dora"})
  void namesTheOtherPartyByTheWayAnEntryGoes(String way, String amount, String name) throws Exception {
    String parties = "<RltdPties><Dbtr><Nm>Dora</Nm></Dbtr><Cdtr><Nm>Cleo</Nm></Cdtr></RltdPties>";
    assertThat(
        Project.only(HEAD + entry(amount, way, "<NtryDtls>" + payment(amount, "E", parties) + "</NtryDtls>") + END)
            .other()
            .name())
        .isEqualTo(name);
  }

  @Test
  void refusesABatchThatDoesNotAddUp() throws Exception {
    String file = HEAD + entry("30.51", "CRDT", "<NtryDtls>" + payment("10.50", "E1", "") + payment("20", "E2", "")
        + "</NtryDtls>") + END;
    assertThat(Project.defect(file)).satisfies(defect -> {
      assertThat(defect.line()).isEqualTo(4);
      assertThat(defect.message()).isEqualTo("the entry is of 30.51 EUR, and its 2 payments add up to 30.50 EUR");
    });
  }

  @Test
  void keepsABatchTogetherThatDoesNotSayWhatEachIsWorth() throws Exception {
    String foreign = "<TxDtls><Amt Ccy=\"CHF\">3</Amt><RmtInf><Ustrd>one</Ustrd><Strd><CdtrRefInf><Ref>RF18539007547034</Ref>"
        + "</CdtrRefInf></Strd></RmtInf></TxDtls>";
    Line line = Project
        .only(HEAD + entry("6", "CRDT", "<NtryDtls>" + foreign + foreign.replace("one", "two") + "</NtryDtls>")
            + END);
    assertThat(line.amount()).isEqualTo(new Money(600, "EUR"));
    assertThat(line.text()).isEqualTo("one\ntwo");
    assertThat(line.references().structured()).containsExactly("RF18539007547034", "RF18539007547034");
    Line single = Project.only(HEAD + entry("6", "CRDT", "<NtryDtls>" + foreign + "</NtryDtls>") + END);
    assertThat(single.original()).contains(new Money(300, "CHF"));
  }

  @Test
  void saysWhatTheBalancesLeaveUnexplained() throws Exception {
    String balances = balance("OPBD", "100", "CRDT") + balance("CLBD", "25.00", "DBIT");
    var statement = Project.read(HEAD + balances + entry("124.99", "DBIT", "") + END).getFirst().statement();
    assertThat(statement.opening().orElseThrow().amount()).isEqualTo(new Money(10000, "EUR"));
    assertThat(statement.closing().orElseThrow().amount()).isEqualTo(new Money(-2500, "EUR"));
    assertThat(statement.difference()).contains(new Money(-1, "EUR"));
    assertThat(statement.sequence()).isEqualTo("7");
    String pending = entry("124.99", "DBIT", "").replace("BOOK", "PDNG");
    assertThat(Project.read(HEAD + balances + pending + END).getFirst().statement().difference())
        .contains(new Money(-12500, "EUR"));
  }

  private static String balance(String kind, String amount, String way) {
    return "<Bal><Tp><CdOrPrtry><Cd>" + kind + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>"
        + way
        + "</CdtDbtInd><Dt><Dt>2026-11-01</Dt></Dt></Bal>";
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"1.001|has more decimals than EUR", "1e3|is no amount", "-1|has no sign here",
      "9999999999999999999|more than 18 digits"})
  void refusesAmountsThatAreNotExact(String amount, String message) throws Exception {
    assertThat(Project.defect(HEAD + entry(amount, "CRDT", "") + END)).satisfies(defect -> {
      assertThat(defect.message()).contains(message);
      assertThat(defect.line()).isEqualTo(4);
      assertThat(defect.column()).isBetween(7, 30);
    });
  }

  @Test
  void listsEveryEntryThatIsWrong() {
    String file = HEAD + entry("1.001", "CRDT", "") + entry("1", "", "")
        + entry("1", "CRDT", "").replace("2026-11-02", "2026-02-30")
        + entry("1", "CRDT", "").replace("BOOK", "GONE") + END;
    assertThatThrownBy(() -> Project.read(file)).isInstanceOfSatisfying(BadFile.class,
        bad -> assertThat(bad.defects()).extracting(Defect::line).containsExactly(4, 5, 6, 7));
  }

  @Test
  void refusesDocumentTypesAndDepth() throws Exception {
    String type = "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n";
    assertThat(Project.defect(type + HEAD + entry("1", "CRDT", "<AddtlNtryInf>&x;</AddtlNtryInf>") + END).message())
        .contains("document type");
    String deep = "<a>".repeat(200_000);
    assertThat(Project.defect(HEAD + "<Ntry>" + deep).message()).contains("nested deeper");
    assertThat(
        Project.defect(HEAD + entry("1", "CRDT", "<AddtlNtryInf>" + "x".repeat(30_000) + "</AddtlNtryInf>") + END)
            .message())
        .contains("longer than 20000");
    assertThat(Project.defect(HEAD).message()).contains("breaks off");
    assertThat(Project.defect(HEAD.replace("camt.053", "camt.057") + END).message())
        .contains("no Document of camt.052");
  }

  @Test
  void tellsTheSameLineAgainInAnOverlappingStatement() throws Exception {
    String same = entry("5", "CRDT",
        "<NtryDtls>" + payment("5", "E1", "<RmtInf><Ustrd>dues May</Ustrd></RmtInf>") + "</NtryDtls>")
        .replace("<AcctSvcrRef>B9</AcctSvcrRef>", "");
    String other = entry("5", "CRDT", "").replace("B9", "B10");
    List<String> first = keys(HEAD + other + same + same + END);
    List<String> second = keys(HEAD + same.replace("dues May", "DUES\nMAY") + same + END);
    assertThat(first).doesNotHaveDuplicates().hasSize(3);
    assertThat(second).containsExactly(first.get(1), first.get(2));
    assertThat(keys(HEAD.replace("DE89370400440532013000", "NO9386011117947") + same + END))
        .doesNotContainAnyElementsOf(first);
    assertThat(keys(HEAD + same.replace("2026-11-02", "2026-11-04") + END)).doesNotContainAnyElementsOf(first);
  }

  private static List<String> keys(String file) throws BadFile, IOException {
    return Project.read(file).getFirst().lines().stream().map(Line::key).toList();
  }

  @Test
  void readsHundredThousandEntriesAsTheyCome() throws Exception {
    int[] seen = new int[2];
    StatementReader.read(many(100_000), new StatementSink() {
      @Override
      public void line(Line line) { seen[0]++; }

      @Override
      public void statement(Statement statement) { seen[1] = statement.lines(); }
    });
    assertThat(seen).containsExactly(100_000, 100_000);
  }

  private static InputStream many(int entries) {
    return new InputStream() {
      private byte[] now = HEAD.getBytes(StandardCharsets.UTF_8);
      private int at;
      private int next;

      @Override
      public int read() {
        while (at == now.length && next <= entries) {
          String more = next == entries
              ? END
              : entry("5", "CRDT",
                  "<NtryDtls>" + payment("5", "E" + next, "<RmtInf><Ustrd>dues</Ustrd></RmtInf>") + "</NtryDtls>");
          now = more.getBytes(StandardCharsets.UTF_8);
          at = 0;
          next++;
        }
        return at == now.length ? -1 : now[at++];
      }

      @Override
      public int read(byte[] to, int from, int length) {
        int first = read();
        if (first < 0) {
          return -1;
        }
        to[from] = (byte) first;
        int more = Math.min(length - 1, now.length - at);
        System.arraycopy(now, at, to, from + 1, more);
        at += more;
        return more + 1;
      }
    };
  }
}
