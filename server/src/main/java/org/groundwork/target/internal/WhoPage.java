// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.platform.web.Walk;
import org.groundwork.roll.SiteSuggestions;

/**
 * Asks who can say yes.
 *
 * @param register what a register says about the site, if it was found there
 */
public record WhoPage(TargetForm form, FormErrors errors, Optional<SiteSuggestions.Suggestion> register,
    Walk.Place place,
    Optional<String> before) implements View {}
