// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.Papers;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * A paper with a date: a new one, or another date and owner for one there is.
 *
 * @param paper absent for a new one
 * @param theirs what somebody else made of it meanwhile
 */
public record PaperPage(UUID grievance, Optional<UUID> paper, PaperForm form, FormErrors errors,
    List<Somebody> organisers, Optional<Papers.Paper> theirs) implements View {}
