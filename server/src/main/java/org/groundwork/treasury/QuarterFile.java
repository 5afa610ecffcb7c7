// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entry;
import org.groundwork.ledger.Journal;
import org.groundwork.ledger.Line;

/**
 * A quarter of the books as a text, the same to the byte whenever it is made once its months are closed; what auditors
 * sign is its SHA-256. The form is described in docs/treasurers.md.
 */
public final class QuarterFile {
  private static final String FORM = "groundwork-quarter-1";
  private final Books books;
  private final Journal journal;

  QuarterFile(Books books, Journal journal) {
    this.books = books;
    this.journal = journal;
  }

  /**
   * What is known of a text without its being held.
   *
   * @param entries how many are in it
   * @param fingerprint SHA-256 of the text in UTF-8, in hexadecimal, as people compare it
   */
  public record Print(int entries, String fingerprint) {}

  /** Reads the text of some months once, without keeping it. */
  public Print print(Span span) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      int entries;
      try (var out = new OutputStreamWriter(new DigestOutputStream(OutputStream.nullOutputStream(), digest),
          StandardCharsets.UTF_8)) {
        entries = write(span, out);
      }
      return new Print(entries, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the text of some months, a few entries at a time.
   *
   * @return how many entries are in it
   */
  public int write(Span span, Appendable to) {
    Book book = books.find().orElseThrow(() -> new IllegalStateException("the books are not open"));
    var codes = new HashMap<UUID, String>();
    books.accounts().forEach(account -> codes.put(account.id(), account.code()));
    var names = new HashMap<UUID, String>();
    books.funds().forEach(fund -> names.put(fund.id(), fund.name()));
    int[] entries = {0};
    try {
      to.append(String.join("\t", FORM, book.currency().getCurrencyCode(), span.first().toString(),
          span.last().toString())).append('\n');
      journal.each(span.firstDay(), span.lastDay(), entry -> {
        entries[0]++;
        try {
          write(entry, codes, names, to);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries[0];
  }

  private static void write(Entry entry, Map<UUID, String> codes, Map<UUID, String> funds, Appendable text)
      throws IOException {
    for (Line line : entry.lines()) {
      var cells = List.of(entry.on().toString(), number(entry.number()), entry.id().toString(),
          codes.getOrDefault(line.account(), ""), cell(funds.getOrDefault(line.fund(), "")),
          Long.toString(line.amount()), cell(entry.what()));
      text.append(String.join("\t", cells)).append('\n');
    }
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }

  /** One line, one cell: whatever would end either is a space. */
  private static String cell(String words) {
    return words.codePoints()
        .map(point -> Character.isISOControl(point) ? ' ' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
