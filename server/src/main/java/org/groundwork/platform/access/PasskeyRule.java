// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.util.Optional;
import java.util.Set;

/**
 * From so many people on the roll, or with a second organiser, access to people takes a passkey. Whoever runs the
 * installation can switch the rule off for a server that has no secure address; that is said to those it concerns.
 */
public final class PasskeyRule {
  /** From so many people on a roll. */
  public static final int PEOPLE = 25;
  private static final int ORGANISERS = 2;

  private final Mandates mandates;
  private final Optional<RollSize> roll;
  private final boolean off;

  PasskeyRule(Mandates mandates, Optional<RollSize> roll, boolean off) {
    this.mandates = mandates;
    this.roll = roll;
    this.off = off;
  }

  /** Whether access to people of the current local takes a passkey. */
  public boolean inForce() {
    return !off && applies();
  }

  /** Whether it would, but for the installation's setting. */
  public boolean overridden() { return off && applies(); }

  private boolean applies() {
    return mandates.holders(Set.of(Role.ORGANISER), ORGANISERS) >= ORGANISERS
        || roll.map(RollSize::people).orElse(0) >= PEOPLE;
  }
}
