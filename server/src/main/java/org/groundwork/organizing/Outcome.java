// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What came of a knock at a door or a word on the floor; the order is that of the buttons. */
public enum Outcome {
  TALKED, NOT_HOME, COME_BACK, REFUSED, OTHER_LANGUAGE, MOVED, BOSS_SIDE;

  /** As stored, and as the end of a message key. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The outcome with this key. */
  public static Optional<Outcome> of(String key) {
    return Stream.of(values()).filter(outcome -> outcome.key().equals(key)).findFirst();
  }

  /** Whether somebody of the household said something, so that it counts as being in touch. */
  public boolean inTouch() {
    return switch (this) {
      case TALKED, COME_BACK, OTHER_LANGUAGE -> true;
      case NOT_HOME, REFUSED, MOVED, BOSS_SIDE -> false;
    };
  }
}
