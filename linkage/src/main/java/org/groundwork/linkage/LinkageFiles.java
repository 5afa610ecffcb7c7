// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import java.io.IOException;
import java.util.Collection;

/** Writes results as CSV: UTF-8, a header row, lines ended by a line feed, quotes where needed. */
public final class LinkageFiles {
  private LinkageFiles() {}

  /** {@code site,network}: every site, sorted, with the smallest site of its network. */
  public static void networks(Linkage linkage, Appendable to) throws IOException {
    to.append("site,network\n");
    var rows = new java.util.TreeMap<String, String>(SiteIds.ORDER);
    for (Network network : linkage.networks()) {
      for (String site : network.sites()) {
        rows.put(site, network.id());
      }
    }
    for (var row : rows.entrySet()) {
      field(to, row.getKey()).append(',');
      field(to, row.getValue()).append('\n');
    }
  }

  /** {@code site_a,site_b,kind,confidence,explanation}; confidence from 0.001 to 1.000. */
  public static void links(Linkage linkage, Appendable to) throws IOException {
    to.append("site_a,site_b,kind,confidence,explanation\n");
    for (Link link : linkage.links()) {
      field(to, link.siteA()).append(',');
      field(to, link.siteB()).append(',').append(link.kind().word()).append(',');
      to.append(link.perMille() == 1000 ? "1.000" : "0." + Integer.toString(1000 + link.perMille()).substring(1));
      field(to.append(','), link.explanation().english()).append('\n');
    }
  }

  /** {@code file,line,reason}, in the order given. */
  public static void refused(Collection<RefusedRow> rows, Appendable to) throws IOException {
    to.append("file,line,reason\n");
    for (RefusedRow row : rows) {
      field(to, row.file()).append(',').append(Long.toString(row.line()));
      field(to.append(','), row.reason().english()).append('\n');
    }
  }

  private static Appendable field(Appendable to, String text) throws IOException {
    boolean plain = text.chars().allMatch(c -> c != '"' && c != ',' && c != '\n' && c != '\r');
    return plain ? to.append(text) : to.append('"').append(text.replace("\"", "\"\"")).append('"');
  }
}
