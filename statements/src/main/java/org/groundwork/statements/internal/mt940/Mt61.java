// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.mt940;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.Line;
import org.groundwork.statements.Money;
import org.groundwork.statements.internal.LineDraft;

/** Field 61: dates, amount, kind and references of a movement. */
final class Mt61 {
  /** Value date, day of booking, mark, last letter of the currency, amount, kind, and the rest. */
  private static final Pattern FORM = Pattern.compile(
      "([0-9]{6})([0-9]{4}| {4})?([RE]?[CD])([A-Z])?[\n ]?([0-9]{1,30}(?:,[0-9]*)?)([A-Z][A-Z0-9 ]{3})?(.*)",
      Pattern.DOTALL);
  private static final int OWN_REFERENCE = 16;

  private Mt61() {}

  static LineDraft read(Field field, String currency) throws BadFile {
    Matcher parts = FORM.matcher(field.content());
    if (!parts.matches()) {
      throw field.bad("the line is none as in 2611271127C12,50NTRFreference//bank's reference");
    }
    var draft = new LineDraft();
    draft.value = MtDates.of(parts.group(1));
    String entry = parts.group(2);
    draft.booked = entry == null || entry.isBlank() ? draft.value : MtDates.near(entry, draft.value);
    Money amount = Money.of(parts.group(5).replace(',', '.'), currency);
    String mark = parts.group(3);
    // A reversal of a credit takes away, one of a debit gives back; E is for what is expected.
    draft.amount = mark.equals("D") || mark.equals("ED") || mark.equals("RC") ? amount.negated() : amount;
    draft.status = mark.startsWith("E") ? Line.Status.PENDING : Line.Status.BOOKED;
    String kind = parts.group(6) == null ? "" : parts.group(6);
    draft.returned = mark.startsWith("R") || kind.equals("NRTI");
    references(parts.group(7), draft);
    return draft;
  }

  private static void references(String rest, LineDraft draft) {
    int end = rest.indexOf('\n');
    String first = end < 0 ? rest : rest.substring(0, end);
    var text = new StringBuilder(end < 0 ? "" : rest.substring(end + 1));
    int slashes = first.indexOf("//");
    String own = slashes < 0 ? first : first.substring(0, slashes);
    if (own.length() > OWN_REFERENCE) {
      text.insert(0, own.substring(OWN_REFERENCE) + "\n");
      own = own.substring(0, OWN_REFERENCE);
    }
    own = own.strip();
    draft.customer = own.equals("EREF") || own.equals("EREF+") || own.equals("KREF+") || own.equals("MARF") ? "" : own;
    draft.bankReference = slashes < 0 ? "" : first.substring(slashes + 2).strip();
    draft.text = text.toString().strip();
  }
}
