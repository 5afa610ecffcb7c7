// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A secret or restricted key of a Stripe account. Says nothing of itself in a log or an error.
 *
 * @param live whether real money moves
 */
public record StripeKey(String secret, boolean live) {
  /** The longest. */
  public static final int LONGEST = 255;
  private static final Pattern KEY = Pattern.compile("[sr]k_(live|test)_[A-Za-z0-9]{8,240}");
  private static final Pattern HOOK = Pattern.compile("whsec_[A-Za-z0-9+/=_-]{8,240}");

  /** The key that somebody typed; empty if it is none. */
  public static Optional<StripeKey> read(String typed) {
    var key = KEY.matcher(typed);
    return key.matches() ? Optional.of(new StripeKey(typed, key.group(1).equals("live"))) : Optional.empty();
  }

  /** Whether somebody typed what signs messages of Stripe. */
  public static boolean signs(String typed) {
    return HOOK.matcher(typed).matches();
  }

  /** The last four signs, by which its owner knows it. */
  static String end(String secret) {
    return secret.substring(secret.length() - 4);
  }

  @Override
  public String toString() { return "a key"; }
}
