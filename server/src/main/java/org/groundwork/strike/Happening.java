// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.money.Money;

/** What happened to a unit that withholds. */
public sealed interface Happening {

  UUID id();

  LocalDate on();

  /** What it is. */
  default Kind kind() {
    return switch (this) {
      case Payment _ -> Kind.PAYMENT;
      case Repair _ -> Kind.REPAIR;
      case Offer _ -> Kind.OFFER;
    };
  }

  /** That it was written down wrong. */
  Optional<Crossed> crossed();

  /** A part of the rent was paid. */
  record Payment(UUID id, LocalDate on, Money amount, Optional<Crossed> crossed) implements Happening {}

  /** Something was repaired. */
  record Repair(UUID id, LocalDate on, String what, Optional<Crossed> crossed) implements Happening {}

  /**
   * The household alone was offered something, so that it leaves the others.
   *
   * @param until the day until which it can be taken
   */
  record Offer(UUID id, LocalDate on, String what, Optional<Money> amount, Optional<LocalDate> until, Reply reply,
      Optional<Crossed> crossed)
      implements
        Happening {}

  /** What the household answered to an offer. */
  enum Reply {
    WAITING, TOGETHER, REFUSED, TAKEN;

    public String key() { return name().toLowerCase(Locale.ROOT); }

    /** The one of a key; empty for a key of none. */
    public static Optional<Reply> known(String key) {
      return Arrays.stream(values()).filter(reply -> reply.key().equals(key)).findFirst();
    }
  }

  /** What kind of thing can happen. */
  enum Kind {
    PAYMENT, REPAIR, OFFER;

    public String key() { return name().toLowerCase(Locale.ROOT); }

    /** The one of a key; empty for a key of none. */
    public static Optional<Kind> known(String key) {
      return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
  }
}
