// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What it is for; nobody asks for more. */
public enum Category {
  RENT, FOOD, MEDICINE, BAIL, TRAVEL, WAGES, OTHER;

  /** As forms and the database have it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of a key; empty if there is none. */
  public static Optional<Category> known(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
