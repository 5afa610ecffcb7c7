// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import java.io.InputStream;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.internal.Texts;
import org.groundwork.statements.internal.xml.Node;
import org.groundwork.statements.internal.xml.XmlSource;

/** Reads pain.002, by which a bank says which payments of a file it rejects, of the versions 2 and later. */
public final class StatusReports {
  private static final Pattern NAMESPACE = Pattern
      .compile("urn:iso:std:iso:20022:tech:xsd:pain\\.002\\.001\\.[0-9]{2}");

  private final XmlSource source;
  private final Consumer<Rejection> to;
  private String file = "";

  private StatusReports(XmlSource source, Consumer<Rejection> to) {
    this.source = source;
    this.to = to;
  }

  /**
   * Reads a report to its end, as it comes.
   *
   * @param in is not closed
   * @param to takes all that have a status, in the order of the file; also those that are accepted
   * @throws BadFile with the first defect; what was taken is then to be thrown away
   */
  public static void read(InputStream in, Consumer<Rejection> to) throws BadFile {
    new StatusReports(new XmlSource(in), to).document();
  }

  private void document() throws BadFile {
    if (!source.child() || !source.name().equals("Document") || !NAMESPACE.matcher(source.namespace()).matches()) {
      throw source.bad("the first element is no Document of pain.002");
    }
    if (!source.child()) {
      throw source.bad("the Document is empty");
    }
    boolean any = false;
    while (source.child()) {
      switch (source.name()) {
        case "OrgnlGrpInfAndSts" -> {
          any = true;
          group(source.node());
        }
        case "OrgnlPmtInfAndSts" -> batch();
        case "TxInfAndSts" -> payment(source.node(), "");
        default -> source.skip();
      }
    }
    if (!any) {
      throw source.bad("the report does not say of which file it speaks");
    }
  }

  private void group(Node group) {
    file = Texts.oneLine(group.first("OrgnlMsgId"));
    hand(Rejection.Level.FILE, group, "GrpSts", "", "");
  }

  private void batch() throws BadFile {
    String id = "";
    var reasons = new Reasons();
    while (source.child()) {
      switch (source.name()) {
        case "TxInfAndSts" -> {
          reasons.hand(id);
          payment(source.node(), id);
        }
        case "OrgnlPmtInfId" -> id = Texts.oneLine(source.node().text());
        case "PmtInfSts" -> reasons.status = source.node().text();
        case "StsRsnInf" -> reasons.add(source.node());
        default -> source.skip();
      }
    }
    reasons.hand(id);
  }

  private void payment(Node payment, String batch) throws BadFile {
    if (payment.first("OrgnlEndToEndId").isEmpty()) {
      throw BadFile.at(payment.line(), payment.column(),
          "the status of a payment does not say of which: OrgnlEndToEndId is missing");
    }
    String mandate = payment.first("OrgnlTxRef/MndtRltdInf/MndtId", "OrgnlTxRef/MndtRltdInf/DrctDbtMndt/MndtId");
    hand(Rejection.Level.PAYMENT, payment, "TxSts", batch, mandate);
  }

  private void hand(Rejection.Level level, Node node, String status, String batch, String mandate) {
    var reasons = new Reasons();
    reasons.status = node.first(status);
    node.all("StsRsnInf").forEach(reasons::add);
    if (!reasons.status.isEmpty()) {
      to.accept(new Rejection(level, file, batch, Texts.oneLine(node.first("OrgnlEndToEndId")), Texts.oneLine(mandate),
          Texts.oneLine(reasons.status), Texts.oneLine(reasons.reason), Texts.oneLine(reasons.detail)));
    }
  }

  /** What a batch says of itself, before its payments. */
  private final class Reasons {
    private String status = "";
    private String reason = "";
    private String detail = "";

    void add(Node information) {
      if (reason.isEmpty()) {
        reason = information.first("Rsn/Cd", "Rsn/Prtry");
      }
      for (Node each : information.all("AddtlInf")) {
        detail = detail.length() > 500 ? detail : (detail + " " + each.text()).strip();
      }
    }

    void hand(String id) {
      if (!status.isEmpty()) {
        to.accept(new Rejection(Rejection.Level.BATCH, file, id, "", "", Texts.oneLine(status), Texts.oneLine(reason),
            Texts.oneLine(detail)));
        status = "";
      }
    }
  }
}
