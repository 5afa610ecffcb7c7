// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Crosses out lines of a home's book that were wrong; nothing is deleted. Runs inside the caller's transaction. */
public final class CrossingOut {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Locals locals;
  private final Strikes strikes;
  private final Audit audit;

  CrossingOut(JdbcClient jdbc, Clock clock, Locals locals, Strikes strikes, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.locals = locals;
    this.strikes = strikes;
    this.audit = audit;
  }

  /** What kind of line it is. */
  public enum Line {
    HAPPENING, NOTICE, HEARING;

    public String key() { return name().toLowerCase(Locale.ROOT); }

    /** The one of a key; empty for a key of none. */
    public static Optional<Line> known(String key) {
      return Arrays.stream(values()).filter(line -> line.key().equals(key)).findFirst();
    }

    private String crossing() {
      return switch (this) {
        case HAPPENING -> """
            update strike.happening set crossed_on = ?, crossed_by = ?, version = version + 1, changed_by = ?,
              changed_at = ? where local_id = ? and id = ? and withholding_id = ? and crossed_on is null""";
        case NOTICE -> """
            update strike.notice set crossed_on = ?, crossed_by = ?, version = version + 1, changed_by = ?,
              changed_at = ? where local_id = ? and id = ? and withholding_id = ? and crossed_on is null""";
        case HEARING -> """
            update strike.hearing set crossed_on = ?, crossed_by = ?, version = version + 1, changed_by = ?,
              changed_at = ? where local_id = ? and id = ? and withholding_id = ? and crossed_on is null""";
      };
    }

    private String replacing() {
      return switch (this) {
        case HAPPENING -> "update strike.happening set instead_id = ? where local_id = ? and id = ?";
        case NOTICE -> "update strike.notice set instead_id = ? where local_id = ? and id = ?";
        case HEARING -> "update strike.hearing set instead_id = ? where local_id = ? and id = ?";
      };
    }
  }

  /**
   * Crosses a line of a unit out. False if it was already, there is no such line, or it is about money and the strike is
   * over. Papers and hearings go on after a strike.
   */
  public boolean out(Withholding unit, Line line, UUID id) {
    if (line == Line.HAPPENING && strikes.hold(unit.step()).isEmpty()) {
      return false;
    }
    UUID me = Callers.actor().person();
    boolean crossed = jdbc.sql(line.crossing())
        .params(Date.valueOf(LocalDate.now(clock.withZone(locals.profile().zone()))), me, me,
            Timestamp.from(clock.instant()), local(), id, unit.id())
        .update() == 1;
    if (crossed) {
      audit.record("withholding-crossed-out", RentBook.subject(unit.id()), line.key());
    }
    return crossed;
  }

  /** Another line stands in place of one that was crossed out in the same transaction. */
  void instead(Line line, UUID id, UUID other) {
    jdbc.sql(line.replacing()).params(other, local(), id).update();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
