// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.Optional;
import org.groundwork.grievance.ClosedAs;
import org.groundwork.grievance.Grievances.Grievance;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * How a grievance ended.
 *
 * @param chosen as sent before, if anything was
 * @param alone whether nobody else was ever involved, so that no end of it reads as a fight
 * @param changed whether somebody changed it meanwhile
 */
public record ClosingPage(Grievance grievance, Optional<ClosedAs> chosen, boolean alone, boolean changed,
    FormErrors errors) implements View {}
