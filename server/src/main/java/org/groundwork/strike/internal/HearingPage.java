// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.ZoneId;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.strike.Hearing;
import org.groundwork.strike.Withholding;
import org.jspecify.annotations.Nullable;

/**
 * Writes down when and where a unit is heard.
 *
 * @param meanwhile whether the line that was to be put right was put right or crossed out meanwhile
 */
public record HearingPage(StrikeAt at, Withholding unit, Form form, FormErrors errors, boolean meanwhile)
    implements
      View {

  /**
   * A hearing, as typed.
   *
   * @param instead one that was moved or wrong, and is crossed out for it; may be empty
   */
  public record Form(@Nullable String once, @Nullable String day, @Nullable String time, @Nullable String place,
      @Nullable String instead) {

    /** A hearing as it was written down, to be moved or put right. */
    static Form of(UUID once, Hearing hearing, ZoneId zone) {
      var at = hearing.at().atZone(zone);
      return new Form(once.toString(), at.toLocalDate().toString(), at.toLocalTime().toString(), hearing.place(),
          hearing.id().toString());
    }

    /** The same as a hearing of its own: what it was to put right stands no more. */
    Form alone() {
      return new Form(once, day, time, place, "");
    }

    /** Whether it puts something right. */
    public boolean rights() { return StrikeTyped.id(instead).isPresent(); }
  }

  public String path() { return at.path() + "/units/" + unit.id(); }
}
