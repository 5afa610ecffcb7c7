// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Notices;
import org.groundwork.platform.web.NextStep;
import org.springframework.stereotype.Component;

/** Tells everybody of a local on their first screen that somebody's way in is changing. */
@Component
class NoticeStep implements NextStep {
  private static final int URGENT = 90;
  private final Notices notices;

  NoticeStep(Notices notices) { this.notices = notices; }

  @Override
  public Optional<Step> nextFor(Caller.Actor actor) {
    return notices.standing()
        .stream()
        .filter(notice -> !notice.person().equals(actor.person()) || notice.kind() != Notices.Kind.SHEET_USED)
        .findFirst()
        .map(notice -> new Step(URGENT, "notice." + notice.kind().key(), "notice." + notice.kind().key() + ".detail",
            List.of(), "way-back", "notice.open"));
  }
}
