// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.mt940;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundwork.statements.internal.LineDraft;
import org.groundwork.statements.sepa.Iban;

/** Field 86: who and what for, in the ways of German, Dutch and other banks. */
final class Mt86 {
  private static final Pattern NUMBERED = Pattern.compile("\\s*([0-9]{3})([?>~])(?=[0-9]{2})");
  private static final Pattern SLASHED = Pattern.compile(
      "/(EREF|PREF|MARF|CSID|REMI|NAME|IBAN|BIC|ORDP|BENM|CNTP|TRTP|RTRN|PURP|ULTD|ULTC|ULTB|ISDT|KREF|INIT)/");
  private static final Pattern SEPA = Pattern.compile(
      "(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|COAM|OAMT|IBAN|BIC|PURP|RREF)\\+|(MTLG):");
  private static final Pattern REASON = Pattern.compile("\\b([A-Z]{2}[0-9]{2})\\b");

  private Mt86() {}

  /** Adds what a field says to a line; of several fields each adds its text. */
  static void read(String content, LineDraft draft) {
    String flat = content.replace("\n", "");
    Matcher numbered = NUMBERED.matcher(flat);
    if (numbered.lookingAt()) {
      german(numbered.group(1), numbered.group(2), flat.substring(numbered.end() - 1), draft);
    } else if (SLASHED.matcher(flat).lookingAt()) {
      dutch(flat, draft);
    } else {
      add(draft, content.strip());
    }
    if (draft.returned && draft.reason.isEmpty()) {
      Matcher reason = REASON.matcher(draft.text);
      draft.reason = reason.find() ? reason.group(1) : "";
    }
  }

  /** Three digits for the kind of booking, then pieces behind a separator and two digits; line ends say nothing. */
  private static void german(String code, String separator, String flat, LineDraft draft) {
    Map<Integer, String> pieces = new TreeMap<>();
    for (String piece : flat.split(Pattern.quote(separator) + "(?=[0-9]{2})", -1)) {
      if (piece.length() >= 2) {
        pieces.merge(Integer.parseInt(piece.substring(0, 2)), piece.substring(2), String::concat);
      }
    }
    draft.returned |= code.equals("108") || code.equals("109") || code.equals("159");
    draft.detail = pieces.getOrDefault(0, "");
    draft.bank = pieces.getOrDefault(30, "").strip();
    draft.account = pieces.getOrDefault(38, pieces.getOrDefault(31, "")).strip();
    draft.name = (pieces.getOrDefault(32, "") + pieces.getOrDefault(33, "")).strip();
    sepa(joined(pieces, 20, 29), draft);
    sepa(joined(pieces, 60, 63), draft);
    if (draft.text.isEmpty()) {
      draft.text = draft.detail;
    }
  }

  private static String joined(Map<Integer, String> pieces, int first, int last) {
    var text = new StringBuilder();
    pieces.forEach((number, piece) -> text.append(number >= first && number <= last ? piece : ""));
    return text.toString();
  }

  private static void sepa(String text, LineDraft draft) {
    Matcher mark = SEPA.matcher(text);
    var words = new StringBuilder();
    String kind = "SVWZ";
    int from = 0;
    boolean more = true;
    while (more) {
      more = mark.find();
      String value = text.substring(from, more ? mark.start() : text.length());
      sepa(kind, value.strip(), words, draft);
      if (more) {
        kind = mark.group(1) == null ? "SVWZ" : mark.group(1);
        from = mark.end();
      }
    }
    add(draft, words.toString());
  }

  private static void sepa(String kind, String value, StringBuilder words, LineDraft draft) {
    switch (kind) {
      case "EREF" -> draft.endToEnd = value;
      case "KREF" -> draft.customer = value;
      case "MREF" -> draft.mandate = value;
      case "CRED" -> draft.creditor = value;
      case "IBAN" -> draft.account = Iban.isValid(value) ? value : draft.account;
      case "SVWZ" -> words.append(words.isEmpty() || value.isEmpty() ? "" : " ").append(value);
      default -> {
        // Charges, deviating parties and purposes are not kept.
      }
    }
  }

  /** Codes between slashes, each followed by its value; line ends say nothing. */
  private static void dutch(String flat, LineDraft draft) {
    Matcher code = SLASHED.matcher(flat);
    boolean more = code.find();
    while (more) {
      String name = code.group(1);
      int from = code.end();
      // The slash behind a value is the one before the next code.
      more = code.find(Math.max(from - 1, 0));
      String value = flat.substring(from, more ? Math.max(from, code.start()) : flat.length());
      dutch(name, value.replaceAll("^/+|/+$", "").strip(), draft);
    }
  }

  private static void dutch(String code, String value, LineDraft draft) {
    switch (code) {
      case "EREF" -> draft.endToEnd = value;
      case "MARF" -> draft.mandate = value;
      case "CSID" -> draft.creditor = value;
      case "NAME" -> draft.name = value;
      case "IBAN" -> draft.account = value;
      case "BIC" -> draft.bank = value;
      case "KREF", "PREF" -> draft.customer = value;
      case "REMI" -> remittance(value, draft);
      case "RTRN" -> {
        draft.returned = true;
        draft.reason = value;
      }
      case "CNTP" -> {
        String[] parts = value.split("/", -1);
        draft.account = parts[0];
        draft.bank = parts.length > 1 ? parts[1] : "";
        draft.name = parts.length > 2 ? parts[2] : "";
      }
      default -> {
        // Kinds, dates and deviating parties are not kept.
      }
    }
  }

  private static void remittance(String value, LineDraft draft) {
    String text = value.startsWith("USTD//") ? value.substring(6) : value;
    if (value.startsWith("STRD/")) {
      String reference = value.substring(value.lastIndexOf('/') + 1).strip();
      draft.structured.add(reference);
      text = reference;
    }
    add(draft, text);
  }

  /** Lines that begin with two digits, in a field of banks' own: 01 to 14 text, 15 and 16 name, 33 bank, 34 account. */
  static void readNumbered(String content, LineDraft draft) {
    for (String each : content.split("\n", -1)) {
      if (!each.matches("[0-9]{2}.*")) {
        continue;
      }
      int number = Integer.parseInt(each.substring(0, 2));
      String value = each.substring(2).strip();
      switch (number) {
        case 15, 16 -> draft.name = (draft.name + " " + value).strip();
        case 33 -> draft.bank = value;
        case 34 -> draft.account = value;
        default -> add(draft, number <= 14 ? value : "");
      }
    }
  }

  private static void add(LineDraft draft, String text) {
    if (!text.isBlank() && draft.text.length() < 20_000) {
      draft.text = draft.text.isBlank() ? text : draft.text + "\n" + text;
    }
  }
}
