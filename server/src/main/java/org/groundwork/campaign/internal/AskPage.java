// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.platform.web.Walk;

/**
 * Asks what we ask.
 *
 * @param called what to call the target in the question, empty while nobody knows
 */
public record AskPage(AskForm form, FormErrors errors, String called, Walk.Place place,
    Optional<String> before) implements View {}
