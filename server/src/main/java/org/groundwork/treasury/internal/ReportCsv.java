// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.groundwork.platform.web.Texts;

/** A report as a table for a spreadsheet: UTF-8, commas, amounts with a point and without a sign of the currency. */
record ReportCsv(Report report, Currency currency, Texts.In texts) {

  String text() {
    var lines = new ArrayList<String>();
    var head = new ArrayList<String>(List.of(texts.t("treasury.report.code"), texts.t("treasury.report.name")));
    report.columns().forEach(key -> head.add(texts.t(key)));
    head.add(texts.t("treasury.report.currency"));
    lines.add(line(head));
    report.rows().stream().filter(row -> row.kind() != Report.Kind.HEAD).forEach(row -> lines.add(line(cells(row))));
    return String.join("\r\n", lines) + "\r\n";
  }

  private List<String> cells(Report.Row row) {
    var cells = new ArrayList<String>(List.of(row.code(), row.key().isEmpty() ? row.name() : texts.t(row.key())));
    row.amounts().forEach(amount -> cells.add(plain(amount)));
    cells.add(currency.getCurrencyCode());
    return cells;
  }

  private String plain(long minor) {
    return BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits())).toPlainString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(ReportCsv::cell).collect(Collectors.joining(","));
  }

  /** A name that a spreadsheet would take for a formula is text; an amount below zero is an amount. */
  private static String cell(String words) {
    boolean formula = words.matches("(?s)[=+@\\t\\r].*|-(?![0-9.]+$).*");
    String safe = formula ? "’" + words : words;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
