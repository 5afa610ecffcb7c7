// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.platform.web.Walk;

/** Asks what is wrong, since when, how much, and who of the people known has it too. */
public record WrongPage(WrongForm form, FormErrors errors, List<GrievanceKind> kinds, String currency,
    List<Somebody> people,
    Walk.Place place, Optional<String> before) implements View {

  /** A person of the chart who can be ticked. */
  public record Somebody(UUID id, String name) {}
}
