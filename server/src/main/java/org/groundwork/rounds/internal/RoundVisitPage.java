// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.organizing.Issues;
import org.groundwork.organizing.OpenAsks;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.rounds.Round;

/**
 * One door of a round: paid, not now, not there.
 *
 * @param currency its code
 * @param talks whether a talk can be written down here
 * @param ask what is asked at the place now
 */
public record RoundVisitPage(Round round, RoundRow row, String currency, boolean talks, List<Issues.Issue> issues,
    Optional<OpenAsks.Ask> ask, VisitForm form, FormErrors errors) implements View {
  public RoundVisitPage { issues = List.copyOf(issues); }
}
