// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;

/**
 * Who sees a case: the person, their steward, the organisers of its site. Other stewards and members do not. Runs inside
 * the caller's transaction.
 */
public final class CaseReach {
  private final Stewards stewards;

  CaseReach(Stewards stewards) { this.stewards = stewards; }

  /** Whose cases somebody works on: those of the sites they organise, and of their own people. */
  public Cases.Within of(Caller.Actor actor) {
    boolean whole = actor.mayEverywhere(Power.ORGANISE);
    Set<UUID> sites = actor.reachOf(Power.ORGANISE).orElse(null) instanceof Reach.Sites(var of) ? of : Set.of();
    return new Cases.Within(whole, sites, whole ? Set.of() : ownPeople(actor)); // the whole local holds them too
  }

  /** The people somebody is steward of, where their mandate still reaches. */
  public Set<UUID> ownPeople(Caller.Actor actor) {
    return actor.may(Power.TALK)
        ? stewards.of(actor.person())
            .stream()
            .filter(mine -> actor.may(Power.TALK, mine.site()))
            .map(Stewards.Mine::person)
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  /** Whether somebody organises where a case belongs; one without a site is the whole local's. */
  public static boolean organises(Caller.Actor actor, Optional<UUID> site) {
    return actor.mayEverywhere(Power.ORGANISE) || site.filter(at -> actor.may(Power.ORGANISE, at)).isPresent();
  }

  /** Whether somebody works on a case: as an organiser of its site, or as the person's steward. */
  public boolean worksOn(Caller.Actor actor, Case hit) {
    return organises(actor, hit.site()) || hit.person().filter(ownPeople(actor)::contains).isPresent();
  }

  /** The same for somebody whose own people are known. */
  static boolean worksOn(Caller.Actor actor, Case hit, Set<UUID> ownPeople) {
    return organises(actor, hit.site()) || hit.person().filter(ownPeople::contains).isPresent();
  }

  /** Whether a case is about the one who asks. */
  public static boolean own(Caller.Actor actor, Case hit) {
    return hit.person().filter(actor.person()::equals).isPresent();
  }
}
