// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.groundwork.count.NamedRule;
import org.groundwork.count.Outcome;
import org.groundwork.count.Rule;

/** An outcome as one HTML file that needs nothing else: no script, no font, no other file. */
public final class HtmlReport {
  private final Outcome original;
  private final Sheet sheet;
  private final Markup page;

  private HtmlReport(Outcome outcome, Markup page) {
    original = outcome;
    sheet = new Sheet(Names.shown(outcome));
    this.page = page;
  }

  /**
   * Writes the page; it is HTML and well-formed XML alike.
   *
   * @param file as it is named where the election has no title, and at the foot
   * @throws IOException when it cannot be written
   */
  public static void write(String file, NamedRule rule, Outcome outcome, Writer to) throws IOException {
    try {
      new HtmlReport(outcome, new Markup(to)).all(file, rule);
      to.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void all(String file, NamedRule rule) {
    String given = Names.clean(original.election().title());
    String title = given.isEmpty() ? Names.clean(file) : given;
    page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
        .raw(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
        .raw("<meta name=\"color-scheme\" content=\"light dark\"/>\n")
        .element("title", Names.cut(title, 120) + " – count")
        .raw("\n<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n");
    new Overview(sheet, page).all(title, rule);
    picture();
    new RoundSections(sheet, page).all();
    new Stories(sheet, original, page).all();
    page.raw("</main>\n<footer><p>")
        .text("Counted from ")
        .raw("<bdi>")
        .text(Names.cut(Names.clean(file), 200))
        .raw("</bdi>. Every figure is exact: whole papers, or as many decimals as the rule prescribes.</p></footer>\n")
        .raw("</body>\n</html>\n");
  }

  private void picture() {
    switch (sheet.outcome().rule()) {
      case Rule.Gregory _,Rule.Meek _,Rule.InstantRunOff _,Rule.RunOff _ -> rounds();
      case Rule.Plurality _,Rule.Approval _ -> new Bars(sheet, page).all();
      case Rule.MajorityJudgement _ -> new GradesPart(sheet, page).all();
      case Rule.Schulze _ -> new PairsPart(sheet, page).all();
    }
  }

  private void rounds() {
    if (sheet.rounds().size() == 1) {
      new Bars(sheet, page).all();
      return;
    }
    new RoundsTable(sheet, page).all();
    new Sankey(sheet, page).all();
  }

  /** Without its first line, which is about the file and not about the page. */
  private static String style() {
    try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
      String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return sheet.substring(sheet.indexOf('\n') + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
