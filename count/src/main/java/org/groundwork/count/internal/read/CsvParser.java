// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.Iterator;
import org.groundwork.count.BadFile;
import org.groundwork.count.CsvMapping;
import org.groundwork.count.Election;

/** Reads a CSV file of ballots, row by row. */
public final class CsvParser {
  private final Source source;
  private final CsvMapping mapping;
  private final char separator;
  private final Defects defects = new Defects();
  private long row;

  private CsvParser(Source source, CsvMapping mapping) {
    this.source = source;
    this.mapping = mapping;
    this.separator = mapping.separator().orElseGet(() -> separator(source.text));
  }

  /** Reads a whole file. */
  public static Election parse(byte[] file, CsvMapping mapping) throws BadFile {
    return new CsvParser(Source.of(file), mapping).read();
  }

  private Election read() throws BadFile {
    var places = new CsvPlaces(source, separator);
    var table = new Table(mapping, places, defects);
    try (CsvReader<CsvRecord> reader = reader()) {
      rows(reader.iterator(), table);
    } catch (CsvParseException broken) {
      Places.Place place = places.broken(row);
      defects.add(place.line(), place.column(),
          "the row that begins here is no CSV: a quotation mark is not closed, or closes before its cell ends, or there are "
              + "too many cells, or one is too long");
    } catch (java.io.IOException neverOfText) {
      throw new java.io.UncheckedIOException(neverOfText);
    }
    return table.finish();
  }

  private void rows(Iterator<CsvRecord> records, Table table) {
    boolean more = true;
    while (more && records.hasNext()) {
      CsvRecord next = records.next();
      row = next.getStartingLineNumber();
      more = table.row(row, next.getFields());
    }
  }

  private CsvReader<CsvRecord> reader() {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(source.text);
  }

  /** What separates the cells of the first line: the most frequent of those in use, outside of quotation marks. */
  private static char separator(String text) {
    int[] found = new int[3];
    String separators = ",;\t";
    boolean quoted = false;
    boolean blank = true;
    for (int at = 0; at < text.length(); at++) {
      char here = text.charAt(at);
      quoted ^= here == '"';
      if (!quoted && here == '\n' && !blank) {
        break;
      }
      blank &= Character.isWhitespace(here);
      int which = quoted ? -1 : separators.indexOf(here);
      if (which >= 0) {
        found[which]++;
      }
    }
    if (found[1] > found[0] && found[1] >= found[2]) {
      return ';';
    }
    return found[2] > found[0] ? '\t' : ',';
  }
}
