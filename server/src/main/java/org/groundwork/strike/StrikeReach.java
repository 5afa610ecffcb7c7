// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.Runners;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;

/**
 * Who may read which rows of a rent strike: its organisers all of them, a steward there those of their own people, nobody
 * else any. Runs inside the caller's transaction.
 */
public final class StrikeReach {
  private final Stewards stewards;

  StrikeReach(Stewards stewards) { this.stewards = stewards; }

  /**
   * What somebody may read.
   *
   * @param everything all rows; then {@code own} says nothing
   * @param own the people of whose households they may
   */
  public record Rows(boolean everything, Set<UUID> own) {
    public Rows { own = Set.copyOf(own); }

    public boolean covers(Optional<UUID> contact) { return everything || contact.filter(own::contains).isPresent(); }

    public boolean covers(Withholding row) { return covers(row.contact()); }

    public boolean none() { return !everything && own.isEmpty(); }
  }

  /** What somebody may read at a site. */
  public Rows at(Caller.Actor actor, UUID site) {
    if (Runners.runs(actor, Optional.of(site))) {
      return new Rows(true, Set.of());
    }
    return new Rows(false, actor.may(Power.TALK, site) ? own(actor) : Set.of());
  }

  private Set<UUID> own(Caller.Actor actor) {
    return new HashSet<>(stewards.of(actor.person()).stream().map(Stewards.Mine::person).toList());
  }

  /** Whether somebody reads the list of who is on strike: the committee, which is the organisers of the site. */
  public static boolean committee(Caller.Actor actor, UUID site) {
    return actor.may(Power.ORGANISE, site) && Runners.runs(actor, Optional.of(site));
  }

  /** The units in reach of these. */
  public static List<RentLine> within(List<RentLine> lines, Rows rows) {
    return lines.stream().filter(line -> rows.covers(line.unit())).toList();
  }
}
