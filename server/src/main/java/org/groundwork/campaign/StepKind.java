// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of act a rung is. It decides which pages the rung has and what is asked of people before and after. */
public enum StepKind {
  /** A letter of demand that many sign. */
  LETTER,
  /** A petition, whose names nobody outside reads before it is delivered. */
  PETITION,
  /** People go to who can say yes, together. */
  MARCH,
  /** Everybody wears the same sign for a day. */
  BUTTON_DAY,
  /** People stand at the gates. */
  PICKET,
  /** People work to rule. */
  SLOW_DOWN,
  /** People withhold rent. */
  RENT_STRIKE,
  /** People withhold work or study. */
  STRIKE,
  /** Anything else, a decision among it. */
  OTHER;

  /** As stored, as a form's value, and as the end of a message key. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether those who do it can be hit back at, so that they are asked afterwards how they are. */
  public boolean risky() {
    return switch (this) {
      case MARCH, BUTTON_DAY, PICKET, SLOW_DOWN, RENT_STRIKE, STRIKE -> true;
      case LETTER, PETITION, OTHER -> false;
    };
  }

  /** The kind of a key; empty for one that is none. */
  public static Optional<StepKind> known(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }
}
