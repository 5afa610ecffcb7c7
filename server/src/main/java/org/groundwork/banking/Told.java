// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.groundwork.statements.Line;
import org.groundwork.statements.Returned;
import org.groundwork.statements.sepa.CreditorReference;

/**
 * What a line says in words: kept sealed as one text. Any of it may be empty.
 *
 * @param name of the other side
 * @param account its account
 * @param text what the payment is for
 * @param structured references with check digits
 * @param endToEnd what the payer called it, or we for a direct debit
 * @param mandate of a direct debit
 * @param bank what the bank calls it
 * @param returned what is said of a return
 */
public record Told(String name, String account, String text, String structured, String endToEnd, String mandate,
    String bank, String returned) {
  private static final char BETWEEN = '\u001f';
  private static final Pattern REFERENCE = Pattern.compile("RF[0-9]{2}[A-Z0-9]{" + OwnReferences.BODY + "}");

  static Told of(Line line) {
    var references = line.references();
    return new Told(line.other().name(), line.other().account().id(), line.text(),
        String.join(" ", references.structured()), references.endToEnd(), references.mandate(), references.bank(),
        line.returned().map(Returned::detail).orElse(""));
  }

  static Told parse(String sealed) {
    String[] parts = sealed.split(String.valueOf(BETWEEN), -1);
    return new Told(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]);
  }

  String written() {
    return String.join(String.valueOf(BETWEEN), plain(name), plain(account), plain(text), plain(structured),
        plain(endToEnd), plain(mandate), plain(bank), plain(returned));
  }

  private static String plain(String text) { return text.replace(BETWEEN, ' '); }

  /** By what the other side is known again: its account, or else its name; empty if there is neither. */
  String other() {
    if (!account.isBlank()) {
      return AccountNumbers.plain(account);
    }
    String known = name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return known.isEmpty() ? "" : "name " + known;
  }

  /**
   * A reference with right check digits, from where references stand or from the text; empty if there is none. One of our own
   * form goes first: with a digit behind it, as of a month, one in a hundred is another reference that is right too.
   */
  String reference() {
    List<String> given = Arrays.stream(structured.split(" ", -1))
        .map(AccountNumbers::plain)
        .filter(each -> !each.isEmpty())
        .toList();
    return Stream.concat(given.stream(), Stream.of(endToEnd, text))
        .flatMap(each -> own(each).stream())
        .findFirst()
        .or(() -> given.stream().findFirst())
        .or(() -> CreditorReference.only(endToEnd))
        .orElse("");
  }

  private static Optional<String> own(String said) {
    var found = REFERENCE.matcher(AccountNumbers.plain(said));
    for (int from = 0; found.find(from); from = found.start() + 1) {
      if (CreditorReference.isValid(found.group())) {
        return Optional.of(found.group());
      }
    }
    return Optional.empty();
  }

  /** Everything that rules look at, in small letters. */
  String searched() {
    return (name + " " + text).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
