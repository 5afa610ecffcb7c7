// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Locale;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Person;
import org.groundwork.roll.PersonState;

/**
 * Says what will happen before somebody is deleted or leaves, and asks.
 *
 * @param allowed whether the caller may: an office ends with it, and that is not for everybody
 */
public record LettingGoPage(Person person, Act act, boolean allowed) implements View {

  /** The two ways to go. */
  public enum Act {
    LEAVE, DELETE;

    /** The end of its address and of its message keys. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean fits(PersonState state) {
      return switch (this) {
        case LEAVE -> state.joined();
        case DELETE -> state == PersonState.CONTACT;
      };
    }
  }
}
