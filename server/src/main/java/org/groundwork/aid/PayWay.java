// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How it gets to whoever asks: in cash against a code, to an account of theirs, straight to whom they owe. */
public enum PayWay {
  CASH, TRANSFER, CREDITOR;

  /** As forms and the database have it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of a key; empty if there is none. */
  public static Optional<PayWay> known(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
