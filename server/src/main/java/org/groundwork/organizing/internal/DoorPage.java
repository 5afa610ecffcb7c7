// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.organizing.Outcome;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * One household or one group, and nothing of anybody else: the person who opens may read it.
 *
 * @param unit absent for somebody whose door is not known
 * @param form made with the page, so that a second tap counts once
 * @param people who is known there; at a workplace, one of them is chosen first
 * @param person with whom, if that is settled
 * @param language which was heard there
 * @param last what came of the last knock and when, behind a tap and in words that anybody may read
 * @param outcomes the buttons
 */
public record DoorPage(Site site, Optional<UUID> unit, String label, UUID form, List<Somebody> people,
    Optional<Somebody> person, Optional<String> language, Optional<Last> last, List<Outcome> outcomes,
    String from) implements View {

  /** The last knock: what came of it, the day, and when to come back. */
  public record Last(Outcome outcome, java.time.Instant at, Optional<java.time.Instant> back, java.time.ZoneId zone) {}
}
