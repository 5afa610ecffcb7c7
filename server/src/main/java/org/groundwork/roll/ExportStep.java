// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.web.NextStep;

/**
 * Says on the first screen what is being taken out of the roll: to officers what waits for them and what was fetched, to
 * everybody what opens because there is nobody to release it.
 */
final class ExportStep implements NextStep {
  private static final int ANNOUNCED = 85;
  private static final int RELEASE = 80;
  private static final int FETCH = 75;
  private static final int FETCHED = 20;

  private final RollExports exports;

  ExportStep(RollExports exports) { this.exports = exports; }

  @Override
  public Optional<Step> nextFor(Caller.Actor actor) {
    boolean officer = RollExports.isOfficer(actor);
    return exports.current().stream().flatMap(export -> step(export, actor, officer).stream()).findFirst();
  }

  private static Optional<Step> step(RollExport export, Caller.Actor actor, boolean officer) {
    boolean mine = export.askedBy().equals(actor.person());
    return switch (export.stage()) {
      case RollExport.Stage.Announced _ -> Optional.of(said(ANNOUNCED, "announced", export, officer));
      case RollExport.Stage.Waiting _ when officer && !mine -> Optional.of(said(RELEASE, "waiting", export, true));
      case RollExport.Stage.Open _ when mine -> Optional.of(said(FETCH, "open", export, true));
      case RollExport.Stage.Fetched _ when officer && !mine -> Optional.of(said(FETCHED, "fetched", export, true));
      case RollExport.Stage.Waiting _,RollExport.Stage.Open _,RollExport.Stage.Fetched _,RollExport.Stage.Over _ ->
        Optional.empty();
    };
  }

  private static Step said(int urgency, String what, RollExport export, boolean officer) {
    int people = export.stage() instanceof RollExport.Stage.Fetched(_, int fetched) ? fetched : export.people();
    return new Step(urgency, "export.step." + what, "export.step." + what + ".detail", List.of(people),
        officer ? "exports/" + export.id() : "exports", "export.step.action");
  }
}
