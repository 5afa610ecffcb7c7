// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Entering a mandate that somebody signed on paper.
 *
 * @param replaces whether another of theirs ends with it
 */
public record PaperMandatePage(UUID person, String name, boolean replaces, MandateForm form, FormErrors errors)
    implements
      View {}
