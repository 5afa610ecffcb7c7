// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.groundwork.count.internal.report.Json;
import org.groundwork.count.internal.report.Text;
import org.groundwork.count.internal.report.html.HtmlReport;

/** Outcomes written down. */
public final class Reports {
  private Reports() {}

  /**
   * Writes an outcome as a JSON object on one line; {@code docs/count.md} describes its parts.
   *
   * @param file as it is to be named in the object
   */
  public static void json(String file, NamedRule rule, Outcome outcome, Writer to) {
    Json.write(file, rule.label(), outcome, to);
  }

  /**
   * Writes an outcome for people.
   *
   * @param file as it is to be named where the election has no title
   * @param terminal whether colours and bars may be used
   */
  public static void text(String file, NamedRule rule, Outcome outcome, boolean terminal, PrintWriter to) {
    Text.write(file, rule, outcome, terminal, to);
  }

  /**
   * Writes an outcome as one HTML page that needs no other file: tables, a diagram of where votes went, and for every
   * candidate what happened to them round by round. It is well-formed XML too, in UTF-8.
   *
   * @param file as it is to be named where the election has no title, and at the foot
   * @throws IOException when the writer cannot write
   */
  public static void html(String file, NamedRule rule, Outcome outcome, Writer to) throws IOException {
    HtmlReport.write(file, rule, outcome, to);
  }
}
