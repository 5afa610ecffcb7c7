// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.groundwork.statements.Money;

/** Writes pain.008.001.08, as the implementation guidelines of the European Payments Council (EPC130-08) narrow it. */
final class Pain008 {
  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.008.001.08";

  private record Batch(LocalDate date, SequenceType sequence) {}

  private final DirectDebits file;
  private final Map<Batch, List<Collection>> batches = new TreeMap<>(
      Comparator.comparing(Batch::date).thenComparing(Batch::sequence));

  Pain008(DirectDebits file) {
    this.file = file;
    for (Collection each : file.collections()) {
      batches.computeIfAbsent(new Batch(each.date(), each.sequence()), none -> new ArrayList<>()).add(each);
    }
  }

  void write(OutputStream out) {
    try {
      XMLStreamWriter to = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      to.writeStartDocument("UTF-8", "1.0");
      to.writeStartElement("Document");
      to.writeDefaultNamespace(NAMESPACE);
      var xml = new Elements(to);
      xml.in("CstmrDrctDbtInitn", () -> content(xml));
      to.writeEndElement();
      to.writeEndDocument();
      to.flush();
    } catch (XMLStreamException failed) {
      throw new UncheckedIOException(new IOException(failed));
    }
  }

  private void content(Elements xml) throws XMLStreamException {
    xml.in("GrpHdr", () -> {
      xml.text("MsgId", file.messageId());
      xml.text("CreDtTm", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(file.created().truncatedTo(ChronoUnit.SECONDS)));
      totals(xml, file.collections());
      xml.text("InitgPty/Nm", file.creditor().name());
    });
    int number = 1;
    for (var batch : batches.entrySet()) {
      String id = file.messageId() + "-" + number++;
      xml.in("PmtInf", () -> batch(xml, id, batch.getKey(), batch.getValue()));
    }
  }

  private static void totals(Elements xml, List<Collection> collections) throws XMLStreamException {
    Money sum = new Money(0, "EUR");
    for (Collection each : collections) {
      sum = sum.plus(each.amount());
    }
    xml.text("NbOfTxs", Integer.toString(collections.size()));
    xml.text("CtrlSum", sum.plain());
  }

  private void batch(Elements xml, String id, Batch batch, List<Collection> collections) throws XMLStreamException {
    xml.text("PmtInfId", id);
    xml.text("PmtMtd", "DD");
    xml.text("BtchBookg", "true");
    totals(xml, collections);
    xml.in("PmtTpInf", () -> {
      xml.text("SvcLvl/Cd", "SEPA");
      xml.text("LclInstrm/Cd", file.scheme().name());
      xml.text("SeqTp", batch.sequence().name());
    });
    xml.text("ReqdColltnDt", batch.date().toString());
    Creditor creditor = file.creditor();
    party(xml, "Cdtr", creditor.name(), creditor.address());
    xml.text("CdtrAcct/Id/IBAN", creditor.iban());
    agent(xml, "CdtrAgt", creditor.bic());
    xml.text("ChrgBr", "SLEV");
    xml.in("CdtrSchmeId", () -> scheme(xml, creditor.id()));
    for (Collection each : collections) {
      xml.in("DrctDbtTxInf", () -> collection(xml, each));
    }
  }

  private static void collection(Elements xml, Collection collection) throws XMLStreamException {
    xml.text("PmtId/EndToEndId", collection.endToEndId());
    xml.euro("InstdAmt", collection.amount().plain());
    xml.in("DrctDbtTx", () -> xml.in("MndtRltdInf", () -> mandate(xml, collection.mandate())));
    agent(xml, "DbtrAgt", collection.debtor().bic());
    party(xml, "Dbtr", collection.debtor().name(), collection.debtor().address());
    xml.text("DbtrAcct/Id/IBAN", collection.debtor().iban());
    xml.in("RmtInf", () -> {
      switch (collection.purpose()) {
        case Collection.Purpose.Words words -> xml.text("Ustrd", words.text());
        case Collection.Purpose.Reference reference -> xml.in("Strd", () -> xml.in("CdtrRefInf", () -> {
          xml.in("Tp", () -> {
            xml.text("CdOrPrtry/Cd", "SCOR");
            xml.text("Issr", "ISO");
          });
          xml.text("Ref", reference.reference());
        }));
      }
    });
  }

  private static void mandate(Elements xml, Mandate mandate) throws XMLStreamException {
    xml.text("MndtId", mandate.id());
    xml.text("DtOfSgntr", mandate.signed().toString());
    xml.text("AmdmntInd", Boolean.toString(mandate.amendment().isPresent()));
    if (mandate.amendment().isPresent()) {
      xml.in("AmdmntInfDtls", () -> amendment(xml, mandate.amendment().get()));
    }
  }

  /** Another account of the debtor is said by SMNDA, same mandate with a new account, as the rulebooks have it since 2016. */
  private static void amendment(Elements xml, Mandate.Amendment amendment) throws XMLStreamException {
    xml.text("OrgnlMndtId", amendment.id().orElse(""));
    if (amendment.creditorId().isPresent() || amendment.creditorName().isPresent()) {
      xml.in("OrgnlCdtrSchmeId", () -> {
        xml.text("Nm", amendment.creditorName().orElse(""));
        if (amendment.creditorId().isPresent()) {
          scheme(xml, amendment.creditorId().get());
        }
      });
    }
    xml.text("OrgnlDbtrAcct/Id/Othr/Id", amendment.debtorAccount() ? "SMNDA" : "");
  }

  private static void scheme(Elements xml, String id) throws XMLStreamException {
    xml.in("Id", () -> xml.in("PrvtId", () -> xml.in("Othr", () -> {
      xml.text("Id", id);
      xml.text("SchmeNm/Prtry", "SEPA");
    })));
  }

  private static void party(Elements xml, String name, String who, Optional<Address> address)
      throws XMLStreamException {
    xml.in(name, () -> {
      xml.text("Nm", who);
      if (address.isPresent()) {
        Address at = address.get();
        xml.in("PstlAdr", () -> {
          xml.text("StrtNm", at.street());
          xml.text("BldgNb", at.building());
          xml.text("PstCd", at.postcode());
          xml.text("TwnNm", at.town());
          xml.text("Ctry", at.country());
        });
      }
    });
  }

  private static void agent(Elements xml, String name, Optional<String> bic) throws XMLStreamException {
    xml.text(bic.isPresent() ? name + "/FinInstnId/BICFI" : name + "/FinInstnId/Othr/Id", bic.orElse("NOTPROVIDED"));
  }
}
