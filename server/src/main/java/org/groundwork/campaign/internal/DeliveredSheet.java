// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import org.groundwork.campaign.Deliveries;
import org.groundwork.platform.web.View;

/** What is handed over: the words, and the names that were frozen for it. */
public record DeliveredSheet(String body, Deliveries.Delivered delivered, List<Deliveries.Signer> names)
    implements
      View {
  private static final int COLUMNS = 2;

  /** Whether every name that was handed over is on it: then the print stands for it. */
  public boolean whole() {
    return names.size() == delivered.names();
  }

  /** The letter, line by line. */
  public List<String> paragraphs() { return body.lines().toList(); }

  /** The names in rows of two. */
  public List<List<String>> rows() {
    var rows = new java.util.ArrayList<List<String>>();
    for (int at = 0; at < names.size(); at += COLUMNS) {
      rows.add(names.subList(at, Math.min(at + COLUMNS, names.size())).stream().map(Deliveries.Signer::name).toList());
    }
    return rows;
  }
}
