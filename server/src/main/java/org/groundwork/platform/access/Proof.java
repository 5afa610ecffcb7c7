// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.util.Locale;

/** How whoever holds a session proved who they are. */
public enum Proof {
  /** A PIN on a known device. */
  PIN,
  /** A passkey. */
  PASSKEY,
  /** A link in a mail. */
  LINK,
  /** A card from a steward. */
  CARD,
  /** The sheet of paper. */
  RECOVERY,
  /** Nothing: an invented person of a demonstration. */
  DEMONSTRATION;

  String key() { return name().toLowerCase(Locale.ROOT); }

  static Proof of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
}
