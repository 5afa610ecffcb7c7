// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.groundwork.campaign.Deliveries;
import org.groundwork.platform.web.View;

/** What is handed over: the words, and the names that were frozen for it. */
public record DeliveredSheet(String body, Deliveries.Delivered delivered, List<Deliveries.Signer> names)
    implements
      View {
  private static final int COLUMNS = 2;
  /** From so many on the names stand one after the other: a table of thousands takes too many sheets and too long. */
  static final int MANY = 1000;
  private static final int TOGETHER = 100;

  /** Whether every name that was handed over is on it: then the print stands for it. */
  public boolean whole() {
    return names.size() == delivered.names();
  }

  /** The letter, line by line. */
  public List<String> paragraphs() { return body.lines().toList(); }

  /** Whether there are too many for a table. */
  public boolean many() { return names.size() >= MANY; }

  /** The names one after the other, some together, each of them in one piece. */
  public List<String> blocks() {
    var blocks = new java.util.ArrayList<String>();
    for (int at = 0; at < names.size(); at += TOGETHER) {
      blocks.add(names.subList(at, Math.min(at + TOGETHER, names.size()))
          .stream()
          .map(signer -> signer.name().replace(' ', '\u00a0'))
          .collect(Collectors.joining(" · ")));
    }
    return blocks;
  }

  /** The names in rows of two. */
  public List<List<String>> rows() {
    var rows = new java.util.ArrayList<List<String>>();
    for (int at = 0; at < names.size(); at += COLUMNS) {
      rows.add(names.subList(at, Math.min(at + COLUMNS, names.size())).stream().map(Deliveries.Signer::name).toList());
    }
    return rows;
  }
}
