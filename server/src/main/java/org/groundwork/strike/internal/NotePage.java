// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.strike.Happening;
import org.groundwork.strike.Withholding;

/**
 * Writes down that a part was paid, something was repaired, or something was offered to the household alone.
 *
 * @param meanwhile whether the line that was to be put right was put right or crossed out meanwhile
 */
public record NotePage(StrikeAt at, Withholding unit, Happening.Kind kind, NoteForm form, FormErrors errors,
    boolean meanwhile)
    implements
      View {
  public String path() { return at.path() + "/units/" + unit.id(); }
}
