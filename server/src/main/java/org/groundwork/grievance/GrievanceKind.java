// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of harm, by what people share: a landlord, an employer, an administration, or anything. */
public enum GrievanceKind {
  DEPOSIT_THEFT(Side.HOME), RENT_RISE(Side.HOME), REPAIRS(Side.HOME), EVICTION(Side.HOME), HARASSMENT(Side.ANY),
  WAGE_THEFT(Side.WORK), HOURS_TAKEN(Side.WORK), SPEED_UP(Side.WORK), SAFETY(Side.WORK), DISMISSAL(Side.WORK),
  DISCRIMINATION(Side.ANY),
  FEES(Side.STUDY), CUTS(Side.STUDY), HOUSING(Side.STUDY), GRADING_LABOUR(Side.STUDY), ILLEGAL_FEE(Side.ANY),
  OTHER(Side.ANY);

  /** Where a kind of harm happens. */
  public enum Side {
    HOME, WORK, STUDY, ANY
  }

  private final Side side;

  GrievanceKind(Side side) { this.side = side; }

  /** The kinds that can happen on one side, those of any side last. */
  public static List<GrievanceKind> on(Side side) {
    var own = Arrays.stream(values()).filter(kind -> kind.side == side);
    return java.util.stream.Stream.concat(own, Arrays.stream(values()).filter(kind -> kind.side == Side.ANY)).toList();
  }

  public Side side() { return side; }

  /** The name stored in the database and used in message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind with this name, if there is one. */
  public static Optional<GrievanceKind> known(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }
}
