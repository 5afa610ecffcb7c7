// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import org.groundwork.grievance.Grievances;
import org.groundwork.platform.web.View;

/** One's own report, behind the private link. */
public record FollowUpPage(String handle, Grievances.Grievance grievance) implements View {}
