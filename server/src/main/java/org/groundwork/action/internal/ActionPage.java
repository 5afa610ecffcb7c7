// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Needs;
import org.groundwork.action.SignUp;
import org.groundwork.campaign.CampaignList;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * An action, for whoever takes part and for whoever runs it.
 *
 * @param rung of which it is a date, for those who run it
 * @param mine what the reader said, by shift
 * @param needed what the reader needs, by shift
 * @param typed what they typed that they need, if it was refused
 * @param invitation the address that its organisers hand on, if there is one and the reader runs it
 * @param done message key of what was just done, empty if nothing
 */
public record ActionPage(Action action, Optional<CampaignList.Line> campaign, Optional<Rung> rung,
    Optional<Site> site, Map<UUID, SignUp.Outcome> mine, Map<UUID, Needs> needed, Needs typed, boolean runs,
    Optional<String> invitation, UUID once, Instant now,
    String done, Own own, FormErrors errors) implements View {
  public ActionPage {
    mine = Map.copyOf(mine);
    needed = Map.copyOf(needed);
  }

  /**
   * What the reader has to do there.
   *
   * @param march whether they have a part in a march
   * @param gate whether they see to a gate, now
   */
  public record Own(boolean march, boolean gate) {}

  /** Whether it is a date of a rung of this kind, for those who run it. */
  public boolean is(StepKind kind) {
    return rung.filter(of -> of.kind() == kind).isPresent();
  }

  /** Whether people can still say that they come. */
  public boolean open() { return action.open(now); }

  /** Whether it has begun, so that it can be said who was there. */
  public boolean begun() {
    return !now.isBefore(action.when().starts());
  }

  /** What the reader needs at a shift. */
  public Needs needs(Action.Shift shift) {
    return errors.any() ? typed : needed.getOrDefault(shift.id(), Needs.NONE);
  }

  /** What the reader said of a shift. */
  public Optional<SignUp.Outcome> said(Action.Shift shift) {
    return Optional.ofNullable(mine.get(shift.id()));
  }

  /** Whether people can still say that they come to a shift. */
  public boolean open(Action.Shift shift) {
    return action.open(shift, now);
  }
}
