// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.Optional;
import org.groundwork.platform.web.View;

/**
 * One's own calendar.
 *
 * @param realTitles whether it shows what it is; absent while there is no calendar
 * @param address told once, when it was just made
 */
public record CalendarPage(Optional<Boolean> realTitles, Optional<String> address) implements View {}
