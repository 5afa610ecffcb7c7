// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.List;
import org.groundwork.action.Action;
import org.groundwork.action.Needs;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says that they need, as typed.
 *
 * @param needs the words of what was ticked
 * @param speaks a language, where it is typed and not only ticked
 */
public record NeedsForm(@Nullable List<String> needs, @Nullable String speaks) {
  private static final int LANGUAGE = 60;

  /** What was ticked and typed, to show it again. */
  public Needs said() {
    String typed = speaks == null ? "" : speaks;
    return new Needs(ticked("childcare"), ticked("ride"), ticked("access"),
        typed.isEmpty() && ticked("language") ? "language" : typed);
  }

  /** What the action asks about; where nobody is written down, of a language only that one is needed. */
  Needs read(FormErrors errors, Action action) {
    var asks = action.asks();
    String language = "";
    if (asks.language()) {
      language = action.countOnly()
          ? ticked("language") ? "language" : ""
          : errors.optional("speaks", speaks, LANGUAGE);
    }
    return new Needs(asks.childcare() && ticked("childcare"), asks.ride() && ticked("ride"),
        asks.access() && ticked("access"), language);
  }

  private boolean ticked(String word) { return needs != null && needs.contains(word); }
}
