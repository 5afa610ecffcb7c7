// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.util.Arrays;
import java.util.Locale;

/**
 * Why something may come from the other side: which name of it, and whose of the other side that is like.
 *
 * @param what of it was alike
 * @param like the name of the other side; empty for {@link What#BOSS_SIDE}
 */
public record Matched(What what, String like) {
  private static final char BETWEEN = '\u001f';

  /** What of a gift was like the other side. */
  public enum What {
    /** Who gave it. */
    GIVER,
    /** Where a grant's money comes from. */
    ORIGIN,
    /** The member who gave it has such a name. */
    MEMBER,
    /** The name under which the money came in. */
    PAYER,
    /** The member who gave it stands on a chart as boss-side. */
    BOSS_SIDE;

    /** As message keys and the database have it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** As it is kept, sealed. */
  String written() { return what.key() + BETWEEN + like; }

  /** What was kept; before there was more than one name to match, only the other side's was. */
  public static Matched read(String kept) {
    int at = kept.indexOf(BETWEEN);
    if (at < 0) {
      return new Matched(kept.isEmpty() ? What.BOSS_SIDE : What.GIVER, kept);
    }
    What what = Arrays.stream(What.values())
        .filter(each -> each.key().equals(kept.substring(0, at)))
        .findFirst()
        .orElse(What.GIVER);
    return new Matched(what, kept.substring(at + 1));
  }
}
