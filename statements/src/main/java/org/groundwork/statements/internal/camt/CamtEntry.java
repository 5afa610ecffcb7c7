// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.camt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.Line;
import org.groundwork.statements.Money;
import org.groundwork.statements.internal.Defects;
import org.groundwork.statements.internal.LineDraft;
import org.groundwork.statements.internal.StatementDraft;
import org.groundwork.statements.internal.xml.Node;
import org.groundwork.statements.internal.xml.XmlSource;
import org.jspecify.annotations.Nullable;

/** Reads one entry: a booking of one payment, or of a batch that is split into its payments if it says what each is worth. */
final class CamtEntry {
  private static final int MOST_PARTS = 200_000;

  private final XmlSource source;
  private final StatementDraft statement;
  private final Defects defects;
  private final int line;
  private final int column;
  /** What stands in the entry itself, by name; of several the first. */
  private final Map<String, Node> own = new HashMap<>();
  private final List<Node> waiting = new ArrayList<>();
  private final List<CamtPart> parts = new ArrayList<>();

  CamtEntry(XmlSource source, StatementDraft statement, Defects defects) {
    this.source = source;
    this.statement = statement;
    this.defects = defects;
    this.line = source.line();
    this.column = source.column();
  }

  /** Reads it to its end and hands out its lines. */
  void read() throws BadFile {
    while (source.child()) {
      switch (source.name()) {
        case "NtryDtls" -> details();
        case "TxDtls" -> part(source.node());
        default -> {
          Node node = source.node();
          own.putIfAbsent(node.name(), node);
        }
      }
    }
    try {
      for (Node each : waiting) {
        part(each);
      }
      waiting.clear();
      lines();
    } catch (BadFile bad) {
      defects.addAll(bad);
    } catch (ArithmeticException huge) {
      defects.add(line, column, "the sum of the amounts is beyond what can be counted, or there are too many lines");
    }
  }

  private void details() throws BadFile {
    while (source.child()) {
      if (source.name().equals("TxDtls")) {
        part(source.node());
      } else {
        source.skip();
      }
    }
  }

  /** Notes a payment; before the entry's own amount is known, as the schema does not have it, it waits. */
  private void part(Node details) throws BadFile {
    if (parts.size() + waiting.size() >= MOST_PARTS) {
      throw source.bad("an entry has at most " + MOST_PARTS + " payments");
    }
    if (!own.containsKey("Amt") || !own.containsKey("CdtDbtInd")) {
      waiting.add(details);
      return;
    }
    try {
      parts.add(CamtPart.of(details, entry(), amount().currency(), statement.account.id()));
    } catch (BadFile bad) {
      defects.addAll(bad);
      parts.add(CamtPart.NONE);
    }
  }

  private Node entry() { return own.getOrDefault("CdtDbtInd", Node.none(line, column)); }

  private Money amount() throws BadFile {
    Node amount = own.get("Amt");
    if (amount == null) {
      throw BadFile.at(line, column, "the entry has no amount");
    }
    Money plain = CamtAmounts.of(amount);
    return switch (own.getOrDefault("CdtDbtInd", Node.none(line, column)).text()) {
      case "CRDT" -> plain;
      case "DBIT" -> plain.negated();
      default ->
        throw BadFile.at(line, column, "the entry has no CdtDbtInd of CRDT or DBIT, so nobody knows which way it goes");
    };
  }

  private void lines() throws BadFile {
    Money amount = amount();
    if (statement.currency == null) {
      statement.currency = amount.currency();
    }
    if (parts.contains(CamtPart.NONE)) {
      return;
    }
    if (parts.size() <= 1) {
      LineDraft only = parts.isEmpty() ? new LineDraft() : parts.getFirst().draft();
      only.amount = amount;
      finish(only);
    } else if (parts.stream().allMatch(each -> each.own() != null)) {
      split(amount);
    } else {
      finish(together(amount));
    }
  }

  private void split(Money amount) throws BadFile {
    Money sum = new Money(0, amount.currency());
    for (CamtPart part : parts) {
      sum = sum.plus(part.amount());
    }
    if (!sum.equals(amount)) {
      throw BadFile.at(line, column,
          "the entry is of " + amount + ", and its " + parts.size() + " payments add up to " + sum);
    }
    for (CamtPart part : parts) {
      part.draft().amount = part.amount();
      finish(part.draft());
    }
  }

  /** A batch that does not say what each of its payments is worth in the account's currency. */
  private LineDraft together(Money amount) {
    var draft = new LineDraft();
    draft.amount = amount;
    var text = new StringBuilder();
    for (CamtPart part : parts) {
      if (!part.draft().text.isEmpty() && text.length() < Line.LONGEST_TEXT) {
        text.append(text.isEmpty() ? "" : "\n").append(part.draft().text);
      }
      draft.structured.addAll(draft.structured.size() < 100 ? part.draft().structured : List.of());
    }
    draft.text = text.toString();
    return draft;
  }

  private void finish(LineDraft draft) throws BadFile {
    draft.booked = CamtDates.of(at("BookgDt"));
    draft.value = CamtDates.of(at("ValDt"));
    draft.status = status(at("Sts"));
    draft.returned |= at("RvslInd").text().equals("true") || at("RvslInd").text().equals("1");
    if (draft.bankReference.isEmpty()) {
      draft.bankReference = text("AcctSvcrRef");
    }
    if (draft.customer.isEmpty()) {
      draft.customer = text("NtryRef");
    }
    if (draft.text.isEmpty()) {
      draft.text = text("AddtlNtryInf");
    }
    statement.line(draft);
  }

  private Node at(String name) { return own.getOrDefault(name, Node.none(line, column)); }

  private String text(String name) {
    @Nullable
    Node node = own.get(name);
    return node == null ? "" : node.text();
  }

  private static Line.Status status(Node status) throws BadFile {
    String code = status.text().isEmpty() ? status.first("Cd", "Prtry") : status.text();
    return switch (code) {
      case "BOOK" -> Line.Status.BOOKED;
      case "PDNG", "FUTR" -> Line.Status.PENDING;
      case "INFO" -> Line.Status.INFORMATION;
      case "" -> throw BadFile.at(status.line(), status.column(), "the entry has no status");
      default -> throw BadFile.at(status.line(), status.column(), "the status is none of BOOK, PDNG, FUTR and INFO");
    };
  }
}
