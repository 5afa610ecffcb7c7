// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.util.List;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.strike.Withholding;

/**
 * Writes down that a paper came to a unit.
 *
 * @param waiting files that came with the form before it was refused
 * @param meanwhile whether the paper that was to be put right was put right or crossed out meanwhile
 */
public record PaperPage(StrikeAt at, Withholding unit, PaperForm form, List<FileStore.Kept> waiting,
    FormErrors errors, boolean meanwhile) implements View {
  public PaperPage { waiting = List.copyOf(waiting); }

  public String path() { return at.path() + "/units/" + unit.id(); }
}
