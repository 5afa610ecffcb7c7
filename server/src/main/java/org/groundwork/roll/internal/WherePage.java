// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.platform.web.Walk;
import org.groundwork.roll.SiteSuggestions;

/**
 * Asks where.
 *
 * @param suggestions places of a register that the address might mean; empty until something was typed
 */
public record WherePage(WhereForm form, FormErrors errors, List<SiteSuggestions.Suggestion> suggestions,
    Walk.Place place,
    Optional<String> before) implements View {}
