// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;

/** Draws a local's networks anew after a register changed under its verdicts. */
final class RelinkJob implements JobKind<RelinkJob.Nothing> {
  private final Verdicts verdicts;

  RelinkJob(Verdicts verdicts) { this.verdicts = verdicts; }

  /** The job needs to be told nothing. */
  record Nothing(String unused) {}

  @Override
  public String name() { return "relink"; }

  @Override
  public Class<Nothing> parameters() { return Nothing.class; }

  @Override
  public Power seenBy() { return Power.RESEARCH; }

  @Override
  public String back(Nothing nothing) { return "causes"; }

  @Override
  public void run(JobContext context, Nothing nothing) {
    if (context.checkpoint().isEmpty()) {
      context.step("done", verdicts::redraw);
    }
  }
}
