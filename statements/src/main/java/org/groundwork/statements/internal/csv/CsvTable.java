// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.groundwork.statements.Account;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.CsvMapping;
import org.groundwork.statements.StatementSink;
import org.groundwork.statements.internal.Decoded;
import org.groundwork.statements.internal.Defects;
import org.groundwork.statements.internal.LineDraft;
import org.groundwork.statements.internal.StatementDraft;
import org.jspecify.annotations.Nullable;

/** Reads a table of payments, row by row. */
public final class CsvTable {
  private final String text;
  private final CsvHeader header;
  private final CsvRow row;
  private final CsvPlaces places;
  private final StatementDraft statement;
  private final Defects defects = new Defects();
  private final Set<String> currencies = new HashSet<>();

  private CsvTable(String text, CsvMapping mapping, StatementSink sink) throws BadFile {
    this.text = text;
    this.header = CsvHeader.find(text, mapping);
    this.row = new CsvRow(mapping, header);
    this.places = new CsvPlaces(text, header.separator());
    this.statement = new StatementDraft(sink);
    statement.account = Account.of(mapping.form().account());
  }

  /** Reads a whole file. */
  public static void read(byte[] file, CsvMapping mapping, StatementSink sink) throws BadFile {
    new CsvTable(Decoded.text(file), mapping, sink).read();
  }

  private void read() throws BadFile {
    int line = header.line();
    try (CsvReader<CsvRecord> reader = CsvReader.builder()
        .fieldSeparator(header.separator())
        .skipEmptyLines(true)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(behindHeader())) {
      for (CsvRecord each : reader) {
        line = header.line() + (int) each.getStartingLineNumber();
        row(line, each.getFields());
        if (defects.tooMany()) {
          break;
        }
      }
    } catch (CsvParseException broken) {
      defects.add(line, 1, "in this row or the next a quotation mark is not closed, or a cell is too long");
    } catch (java.io.IOException neverOfText) {
      throw new java.io.UncheckedIOException(neverOfText);
    }
    defects.refuse();
    statement.currency = currencies.size() == 1 ? currencies.iterator().next() : null;
    statement.end();
  }

  private String behindHeader() {
    int at = 0;
    for (int line = 0; line < header.line(); line++) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    }
    return text.substring(at);
  }

  private void row(int line, List<String> cells) {
    try {
      if (cells.stream().skip(header.width()).anyMatch(each -> !each.isBlank())) {
        throw new WrongCell(header.width(), "the row has more cells than the header");
      }
      LineDraft draft = row.read(cells);
      if (draft != null) {
        span(draft.booked);
        statement.line(draft);
        if (draft.amount != null && currencies.size() < 2) {
          currencies.add(draft.amount.currency());
        }
      }
    } catch (WrongCell wrong) {
      CsvPlaces.Place place = places.cell(line, Math.min(wrong.cell(), cells.size() - 1));
      defects.add(place.line(), place.column(), String.valueOf(wrong.getMessage()));
    } catch (ArithmeticException huge) {
      defects.add(line, 1, "the sum of the amounts is beyond what can be counted, or there are too many lines");
    }
  }

  private void span(@Nullable LocalDate day) {
    if (day != null) {
      statement.from = statement.from == null || day.isBefore(statement.from) ? day : statement.from;
      statement.to = statement.to == null || day.isAfter(statement.to) ? day : statement.to;
    }
  }
}
