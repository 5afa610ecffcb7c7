// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.csv;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.groundwork.statements.CsvMapping;
import org.groundwork.statements.Line;
import org.groundwork.statements.Money;
import org.groundwork.statements.internal.LineDraft;
import org.jspecify.annotations.Nullable;

/** Makes a line of the cells of a row. */
final class CsvRow {
  private final CsvMapping.Columns columns;
  private final CsvMapping.Form form;
  private final CsvMapping.Words words;
  private final CsvHeader header;
  private final DateTimeFormatter dates;
  private List<String> cells = List.of();

  CsvRow(CsvMapping mapping, CsvHeader header) {
    this.columns = mapping.columns();
    this.form = mapping.form();
    this.words = mapping.words();
    this.header = header;
    this.dates = DateTimeFormatter.ofPattern(form.dateFormat(), Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
  }

  /** The line of a row; null if the row says nothing. */
  @Nullable
  LineDraft read(List<String> row) throws WrongCell {
    cells = row;
    if (nothing()) {
      return null;
    }
    var draft = new LineDraft();
    Line.Status status = status();
    if (status == null) {
      return null;
    }
    draft.status = status;
    draft.booked = date(columns.date());
    draft.value = columns.value().isPresent() && !cell(columns.value()).isEmpty() ? date(columns.value().get()) : null;
    amounts(draft);
    draft.name = party();
    draft.account = cell(columns.account());
    draft.text = String.join(" ",
        columns.text().stream().map(this::cell).filter(each -> !each.isEmpty()).distinct().toList());
    draft.bankReference = cell(columns.reference());
    draft.endToEnd = cell(columns.endToEnd());
    String structured = cell(columns.structured());
    if (!structured.isEmpty()) {
      draft.structured.add(structured);
    }
    return draft;
  }

  /** Neither day nor amount: a balance, a remark; or what the mapping passes over. */
  private boolean nothing() {
    boolean empty = cell(columns.date()).isEmpty() && cell(columns.amount()).isEmpty() && cell(columns.in()).isEmpty()
        && cell(columns.out()).isEmpty();
    return empty || words.ignoredWhere().stream().anyMatch(each -> cell(each.column()).equalsIgnoreCase(each.word()));
  }

  private Line.@Nullable Status status() throws WrongCell {
    if (columns.status().isEmpty()) {
      return Line.Status.BOOKED;
    }
    String word = cell(columns.status());
    if (says(words.ignored(), word)) {
      return null;
    }
    if (says(words.booked(), word)) {
      return Line.Status.BOOKED;
    }
    if (says(words.pending(), word)) {
      return Line.Status.PENDING;
    }
    throw wrong(columns.status().get(),
        "the mapping does not say whether \"" + word + "\" is booked, pending or ignored");
  }

  private static boolean says(Set<String> set, String word) { return set.stream().anyMatch(word::equalsIgnoreCase); }

  private LocalDate date(String column) throws WrongCell {
    String cell = cell(column);
    var position = new ParsePosition(0);
    try {
      TemporalAccessor parsed = dates.parse(cell, position);
      String rest = cell.substring(position.getIndex());
      if (rest.isEmpty() || " T,".indexOf(rest.charAt(0)) >= 0) {
        return LocalDate.from(parsed);
      }
    } catch (DateTimeException | IndexOutOfBoundsException none) {
      // Said below.
    }
    throw wrong(column,
        "\"" + (cell.length() > 40 ? cell.substring(0, 40) : cell) + "\" is no date as in " + form.dateFormat());
  }

  private void amounts(LineDraft draft) throws WrongCell {
    Money amount = columns.amount().isPresent() ? one(columns.amount().get()) : two();
    draft.amount = amount;
    if (columns.fee().isPresent() && !cell(columns.fee()).isEmpty()) {
      Money fee = money(columns.fee().get());
      fee = form.feePlus() ? fee.negated() : fee;
      draft.fee = fee.minor() == 0 ? null : fee;
      draft.amount = form.beforeFee() ? amount.plus(fee) : amount;
    }
  }

  private Money one(String column) throws WrongCell {
    Money amount = money(column);
    if (columns.sign().isEmpty()) {
      return amount;
    }
    String sign = cell(columns.sign());
    if (amount.minor() < 0) {
      throw wrong(column, "the amount has a sign, and the mapping names a column for it");
    }
    if (says(words.incoming(), sign)) {
      return amount;
    }
    if (says(words.outgoing(), sign)) {
      return amount.negated();
    }
    throw wrong(columns.sign().get(), "the mapping does not say whether \"" + sign + "\" is incoming or outgoing");
  }

  private Money two() throws WrongCell {
    String in = columns.in().orElseThrow();
    String out = columns.out().orElseThrow();
    if (cell(in).isEmpty() && cell(out).isEmpty()) {
      throw wrong(in, "the row has no amount");
    }
    Money came = cell(in).isEmpty() ? null : money(in);
    Money went = cell(out).isEmpty() ? null : money(out);
    if (came == null || (came.minor() == 0 && went != null)) {
      return went == null || went.minor() < 0 ? java.util.Objects.requireNonNull(went) : went.negated();
    }
    if (went != null && went.minor() != 0) {
      throw wrong(out, "the row has an amount that came in and one that went out");
    }
    return came;
  }

  private Money money(String column) throws WrongCell {
    String currency = columns.currency().isPresent() && !cell(columns.currency()).isEmpty()
        ? cell(columns.currency())
        : form.currency().orElse("");
    try {
      return CsvAmount.of(cell(column), form.decimal(), currency);
    } catch (IllegalArgumentException none) {
      throw wrong(column, String.valueOf(none.getMessage()));
    }
  }

  private String party() {
    var names = new ArrayList<String>();
    for (String column : columns.party()) {
      String name = cell(column);
      if (!name.isEmpty() && !says(words.own(), name) && !names.contains(name)) {
        names.add(name);
      }
    }
    return String.join(" / ", names);
  }

  private String cell(Optional<String> column) { return column.map(this::cell).orElse(""); }

  private String cell(String column) {
    int at = header.column(column);
    return at >= 0 && at < cells.size() ? cells.get(at).strip() : "";
  }

  private WrongCell wrong(String column, String message) { return new WrongCell(header.column(column), message); }
}
