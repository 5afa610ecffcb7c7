// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groundwork.linkage.Linkage;
import org.groundwork.linkage.RefusedRow;
import org.groundwork.linkage.Register;
import org.groundwork.linkage.Site;

/** Keeps refused rows and tells people how far the reading is. */
final class Watcher implements Register.Sink {
  /** Refused rows of one file that are told on standard error; all are in the file of refused rows. */
  private static final int TOLD = 20;
  private static final long STEP = 50_000;
  private final Messages messages;
  private final List<RefusedRow> refusals = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private long nextProgress = STEP;

  Watcher(Messages messages) { this.messages = messages; }

  @Override
  public void site(Site site) { throw new IllegalStateException("sites go to the linker"); }

  @Override
  public void refused(RefusedRow row) {
    refusals.add(row);
    if (counts.merge(row.file(), 1, Integer::sum) <= TOLD) {
      messages.at(row.file(), row.line(), row.column(), row.reason().english());
    }
  }

  @Override
  public void progress(long rows) {
    if (rows >= nextProgress) {
      nextProgress = rows + STEP;
      messages.progress(rows + " rows read");
    }
  }

  void linking() {
    if (nextProgress > STEP) {
      messages.progress("linking");
    }
  }

  List<RefusedRow> refusals() { return refusals; }

  void finish(Linkage linkage, boolean listed) {
    counts.forEach((file, n) -> {
      if (n > TOLD) {
        messages.say(file + ": " + (n - TOLD) + " more rows refused" + (listed ? "" : "; --refused FILE lists them"));
      }
    });
    int sites = linkage.networks().stream().mapToInt(n -> n.sites().size()).sum();
    messages.say(sites + " sites, " + linkage.networks().size() + " networks, " + linkage.links().size() + " links, "
        + refusals.size() + " rows refused");
  }
}
