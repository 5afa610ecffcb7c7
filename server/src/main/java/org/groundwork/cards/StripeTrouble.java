// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.util.Locale;

/** Stripe did not do what it was asked. Carries none of its words, which quote keys and cards. */
public final class StripeTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why not. */
  public enum Why {
    /** It could not be reached, or has trouble of its own: the same can be asked again later. */
    UNREACHABLE,
    /** It does not know the key, or the key was revoked. */
    KEY,
    /** The key may not do this. */
    FORBIDDEN,
    /** There is no such thing, or no longer. */
    GONE,
    /** The sum is less than it takes. */
    TOO_LITTLE,
    /** The sum is more than it takes. */
    TOO_MUCH,
    /** It refuses what it was asked. */
    REFUSED;

    /** As texts and the database have it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Why why;

  StripeTrouble(Why why) {
    super(why.name(), null, false, false);
    this.why = why;
  }

  /** Why. */
  public Why why() { return why; }

  /** Whether the same may be done another time. */
  boolean mayPass() {
    return why == Why.UNREACHABLE || why == Why.KEY || why == Why.FORBIDDEN;
  }
}
