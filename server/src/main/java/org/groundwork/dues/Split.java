// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which part of a charge goes to which fund. Of what is settled of a charge each fund has its thousandths, rounded down, and
 * the general fund what is left; so that parts paid one after the other come to the same as the whole paid at once.
 */
record Split(UUID general, List<Plan.Share> shares) {
  private static final int WHOLE = 1000;

  Split { shares = List.copyOf(shares); }

  /** What each fund gets when what is settled of a charge goes from one sum to another; funds that get nothing are left out. */
  Map<UUID, Long> between(long before, long after) {
    var parts = new LinkedHashMap<UUID, Long>();
    long rest = Math.subtractExact(after, before);
    for (Plan.Share share : shares) {
      long part = part(share, after) - part(share, before);
      rest = Math.subtractExact(rest, part);
      merge(parts, share.fund(), part);
    }
    merge(parts, general, rest);
    return parts;
  }

  private static long part(Plan.Share share, long sum) {
    return Math.multiplyExact(sum, (long) share.perMille()) / WHOLE;
  }

  private static void merge(Map<UUID, Long> parts, UUID fund, long part) {
    if (part != 0) {
      parts.merge(fund, part, Math::addExact);
    }
  }
}
