// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.reinforcement.Asked;
import org.groundwork.reinforcement.Reinforcement;

/**
 * Who comes to a call, and who is to be told something by hand.
 *
 * @param untold those who do not know something yet, as many as are shown
 * @param counted as typed
 */
public record WhoComesPage(Reinforcement call, List<Row> rows, List<Untold> untold, String counted, FormErrors errors)
    implements
      View {

  public WhoComesPage {
    rows = List.copyOf(rows);
    untold = List.copyOf(untold);
  }

  /** What somebody does not know. */
  public enum What {
    /** What was put right, although they know where. */
    CORRECTED,
    /** That they have a place now. */
    MOVED_UP,
    /** That they are asked. */
    SILENT,
    /** Nothing: they were told, have no account, and say their answer to somebody. */
    NO_ACCOUNT;

    /** As the end of a message key. */
    public String key() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }
  }

  /** Those who do not know one thing. */
  public record Untold(What what, List<Row> rows) {
    public Untold { rows = List.copyOf(rows); }
  }

  /**
   * Somebody.
   *
   * @param called empty for somebody who is forgotten
   * @param text their number, if they may be written to
   */
  public record Row(Asked asked, String called, Optional<String> text) {}
}
