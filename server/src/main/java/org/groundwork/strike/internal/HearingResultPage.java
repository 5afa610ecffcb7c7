// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.ZoneId;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.strike.Hearing;
import org.groundwork.strike.Withholding;

/**
 * Writes down what came of a hearing.
 *
 * @param result as typed
 */
public record HearingResultPage(StrikeAt at, Withholding unit, Hearing hearing, String result, FormErrors errors,
    ZoneId zone) implements View {

  public String path() { return at.path() + "/units/" + unit.id(); }
}
