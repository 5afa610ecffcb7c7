// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.LocalDate;
import java.util.List;

/** Whether somebody may ask, by the rules. */
public sealed interface May {

  /**
   * They may.
   *
   * @param left what the cap of the half year leaves
   */
  record Yes(long left) implements May {}

  /** They may not. */
  record No(Why why, List<LocalDate> from) implements May {
    public No { from = List.copyOf(from); }

    static No because(Why why) { return new No(why, List.of()); }

    static No until(Why why, LocalDate from) { return new No(why, List.of(from)); }
  }

  /** Why not. */
  enum Why {
    /** The fund has no rules yet. */
    NO_RULES,
    /** They are no member, and the fund is for members. */
    NOT_A_MEMBER,
    /** They have not been a member for long enough. */
    TENURE,
    /** Dues have to be settled, waived or set to a free rate first. */
    ARREARS,
    /** They were granted something not long ago. */
    INTERVAL,
    /** They have asked, and it is not decided. */
    OPEN,
    /** They were granted as much as the half year allows. */
    NOTHING_LEFT;

    public String key() { return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'); }
  }
}
