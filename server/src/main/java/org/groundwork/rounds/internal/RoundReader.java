// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.rounds.Round;
import org.groundwork.rounds.Takings;

/**
 * What a caller may do about a round.
 *
 * @param keeps keeps the local's money
 * @param sees reads who paid what
 * @param organises organises the site
 * @param carries is the round's steward, whether they may still take money or not
 * @param takes may take money on it now
 * @param counts may be one of the two who count
 * @param approves may be the second person where money changes
 */
public record RoundReader(boolean keeps, boolean sees, boolean organises, boolean carries, boolean takes,
    boolean counts, boolean approves) {

  static RoundReader of(Round round) {
    var actor = Callers.actor();
    boolean keeps = actor.mayEverywhere(Power.KEEP_MONEY);
    boolean carries = round.isOf(actor.person());
    return new RoundReader(keeps, actor.mayEverywhere(Power.SEE_MONEY),
        round.site().filter(site -> actor.may(Power.ORGANISE, site)).isPresent(), carries, Takings.mayTake(round),
        keeps || carries || actor.mayEverywhere(Power.APPROVE_MONEY),
        keeps || actor.mayEverywhere(Power.APPROVE_MONEY));
  }

  /** Whether the round is there for them at all; whoever only counts sees it once there is something to count. */
  boolean any(Round round) {
    return keeps || sees || organises || carries || (counts && !round.open());
  }

  /** Whether they read what people on it are called. */
  public boolean names() {
    return keeps || sees || organises || (carries && takes);
  }

  /** Whether they read each receipt's sum: whoever sees the money, and whoever took it. */
  public boolean receipts() {
    return keeps || sees || carries;
  }

  /** Whether they go from door to door now; whoever keeps the money still takes what was forgotten when it is handed in. */
  public boolean goes(Round round) {
    return takes && (round.open() || keeps);
  }

  /** Whether they hand the envelope in. */
  public boolean handsIn() { return keeps || organises || carries; }

  /** Whether they change who goes and who is on it. */
  public boolean plans() { return keeps || organises; }
}
