// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.Optional;
import org.groundwork.grievance.Grievances;
import org.groundwork.platform.web.View;

/**
 * One grievance for organisers: not a ticket; its next step is a conversation.
 *
 * @param person what the person is called, if they are on the roll
 * @param place the address, as a register or the person writes it
 */
public record GrievancePage(Grievances.Grievance grievance, Optional<String> person, String place) implements View {}
