// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a person stands with the local: known only, asked to join, in it, or gone. */
public enum PersonState {
  CONTACT, APPLIED, MEMBER, SUPPORTER, LAPSED, LEFT, EXPELLED;

  /** The name stored in the database and used in message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state behind a stored name; {@link IllegalArgumentException} for anything else. */
  public static PersonState of(String key) {
    return known(key).orElseThrow(() -> new IllegalArgumentException("no state " + key));
  }

  /** The state behind a name that somebody sent. */
  public static Optional<PersonState> known(String key) {
    return Arrays.stream(values()).filter(state -> state.key().equals(key)).findFirst();
  }

  /** Whether somebody who asks to join may be this person: known and not in, or gone and back. Not after expulsion. */
  public boolean mayJoin() {
    return switch (this) {
      case CONTACT, APPLIED, LAPSED, LEFT -> true;
      case MEMBER, SUPPORTER, EXPELLED -> false;
    };
  }

  /** Whether the person belongs to the local now. */
  public boolean joined() {
    return switch (this) {
      case MEMBER, SUPPORTER -> true;
      case CONTACT, APPLIED, LAPSED, LEFT, EXPELLED -> false;
    };
  }
}
