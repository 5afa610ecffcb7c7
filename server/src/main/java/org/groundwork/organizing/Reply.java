// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody answered to an ask. */
public enum Reply {
  /** They will. */
  YES,
  /** They will if at least a number of people do. */
  YES_IF,
  /** Not yet; also what withdrawing says. */
  NOT_YET,
  /** They will not. */
  NO;

  /** As stored, and as the end of a message key. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reply with this key. */
  public static Optional<Reply> of(String key) {
    return Stream.of(values()).filter(reply -> reply.key().equals(key)).findFirst();
  }
}
