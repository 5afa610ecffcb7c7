// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.grievance.Grievances.Grievance;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Who talks with the person next, about what and by when.
 *
 * @param theirs who is to talk with them by what somebody else saved meanwhile, if so
 */
public record TalkPage(Grievance grievance, TalkForm form, FormErrors errors, List<Somebody> organisers,
    Optional<Theirs> theirs) implements View {

  /** What somebody else made of it: their ask and whom they chose. */
  public record Theirs(String ask, String owner) {}
}
