// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import org.groundwork.linkage.internal.link.IdOrder;

/** Writes results as CSV: UTF-8, a header row, lines ended by a line feed, quotes where needed. */
public final class LinkageFiles {
  private LinkageFiles() {}

  /** {@code site,network}: every site, sorted, with the smallest site of its network. */
  public static void networks(Linkage linkage, Appendable to) throws IOException {
    to.append("site,network\n");
    var sites = new ArrayList<String>();
    var networks = new ArrayList<String>();
    for (Network network : linkage.networks()) {
      for (String site : network.sites()) {
        sites.add(site);
        networks.add(network.id());
      }
    }
    for (int at : IdOrder.of(sites)) {
      field(to, sites.get(at)).append(',');
      field(to, networks.get(at)).append('\n');
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

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == ',' || c == '\n' || c == '\r') {
        return false;
      }
    }
    return true;
  }

  private static Appendable field(Appendable to, String text) throws IOException {
    return isPlain(text) ? to.append(text) : to.append('"').append(text.replace("\"", "\"\"")).append('"');
  }
}
