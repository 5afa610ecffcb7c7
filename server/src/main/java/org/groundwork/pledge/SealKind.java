// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who can read an answer before a call is met. */
public enum SealKind {
  /** The person's steward and the organisers of the site: open cards. */
  OPEN,
  /** Nobody; elected key holders open together what a met threshold binds. */
  SEALED;

  /** As stored, and as the end of a message key. */
  public String key() { return name().toLowerCase(Locale.ROOT); }

  /** The kind with this key. */
  public static Optional<SealKind> of(String key) {
    return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }
}
