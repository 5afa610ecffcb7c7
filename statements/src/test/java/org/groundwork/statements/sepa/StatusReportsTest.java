// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.sepa.Rejection.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusReportsTest {
  private static final String REPORT = """
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
      <GrpHdr><MsgId>B1</MsgId><CreDtTm>2026-11-27T13:00:00</CreDtTm></GrpHdr>
      <OrgnlGrpInfAndSts><OrgnlMsgId>F-2026-11</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
      <OrgnlPmtInfAndSts><OrgnlPmtInfId>F-2026-11-1</OrgnlPmtInfId>
      <TxInfAndSts><StsId>1</StsId><OrgnlEndToEndId>E1</OrgnlEndToEndId><TxSts>RJCT</TxSts>
      <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>closed</AddtlInf><AddtlInf>since May</AddtlInf></StsRsnInf>
      <OrgnlTxRef><MndtRltdInf><DrctDbtMndt><MndtId>M-1</MndtId></DrctDbtMndt></MndtRltdInf></OrgnlTxRef></TxInfAndSts>
      <TxInfAndSts><OrgnlEndToEndId>E2</OrgnlEndToEndId><TxSts>ACCP</TxSts></TxInfAndSts>
      </OrgnlPmtInfAndSts>
      <OrgnlPmtInfAndSts><OrgnlPmtInfId>F-2026-11-2</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts>
      <StsRsnInf><Rsn><Prtry>X9</Prtry></Rsn></StsRsnInf></OrgnlPmtInfAndSts>
      </CstmrPmtStsRpt></Document>
      """;

  private static List<Rejection> read(String report) throws BadFile {
    var all = new ArrayList<Rejection>();
    StatusReports.read(new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)), all::add);
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"03", "10", "14"})
  void readsWhatIsRejectedAndWhy(String version) throws Exception {
    String report = REPORT.replace("001.10", "001." + version);
    if (version.equals("03")) {
      report = report.replace("<DrctDbtMndt>", "").replace("</DrctDbtMndt>", "");
    }
    List<Rejection> read = read(report);
    assertThat(read).containsExactly(new Rejection(Level.FILE, "F-2026-11", "", "", "", "PART", "", ""),
        new Rejection(Level.PAYMENT, "F-2026-11", "F-2026-11-1", "E1", "M-1", "RJCT", "AC04", "closed since May"),
        new Rejection(Level.PAYMENT, "F-2026-11", "F-2026-11-1", "E2", "", "ACCP", "", ""),
        new Rejection(Level.BATCH, "F-2026-11", "F-2026-11-2", "", "", "RJCT", "X9", ""));
    assertThat(read).extracting(Rejection::rejected).containsExactly(false, true, false, true);
  }

  @Test
  void refusesWhatIsNoReport() {
    assertThatThrownBy(() -> read(REPORT.replace("pain.002", "pain.001")))
        .hasMessageContaining("no Document of pain.002");
    assertThatThrownBy(() -> read(REPORT.replace("<OrgnlEndToEndId>E1</OrgnlEndToEndId>", "")))
        .isInstanceOfSatisfying(BadFile.class, bad -> assertThat(bad.defects().getFirst().line()).isEqualTo(5));
    assertThatThrownBy(() -> read(REPORT.replace("OrgnlGrpInfAndSts", "Other"))).hasMessageContaining("of which file");
    assertThatThrownBy(() -> read("<!DOCTYPE x>" + REPORT)).hasMessageContaining("document type");
    assertThatThrownBy(() -> read(REPORT.substring(0, 600))).hasMessageContaining("breaks off");
  }
}
