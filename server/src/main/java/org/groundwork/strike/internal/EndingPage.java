// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.LocalDate;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Asks before a strike is ended.
 *
 * @param on the first day without it, as typed
 * @param unsigned how many units that withhold have not signed an agreement
 */
public record EndingPage(StrikeAt at, String on, int unsigned, LocalDate today, FormErrors errors) implements View {}
