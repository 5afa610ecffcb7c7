// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.groundwork.organizing.Issues;
import org.groundwork.organizing.OpenAsks;
import org.groundwork.organizing.Outcome;
import org.groundwork.organizing.Reply;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;

/**
 * What came of a knock, where one tap does not say it: when to come back, who moved, what was talked about.
 *
 * @param people who is known at the door
 * @param late what was answered and is not asked any more
 * @param own the local's own fields; what they hold already is not shown at a door
 */
public record TalkPage(Site site, String label, Outcome outcome, TalkForm form, FormErrors errors,
    List<Somebody> people, List<OpenAsks.Ask> asks, List<Issues.Issue> issues,
    Optional<Late> late, FieldInputs own) implements View {

  /** An answer that came too late: to what, which, and since when that is not asked. */
  public record Late(String text, Optional<Instant> at, ZoneId zone, Optional<Reply> reply) {}

  /** Whether it is settled with whom: at work they were chosen before this page. */
  public boolean settled() {
    return site.kind() != SiteKind.BUILDING && (form.isNew() || form.readWho()
        .filter(who -> people.stream().map(Somebody::id).toList().equals(List.of(who)))
        .isPresent());
  }

  /** Whether somebody new can be named here. */
  public boolean names() {
    return outcome == Outcome.TALKED && (people.isEmpty() || !settled());
  }

  /** The highest number that somebody can make their yes depend on; absent where no ask has one. */
  public OptionalInt most() {
    return asks.stream().map(OpenAsks.Ask::of).filter(OptionalInt::isPresent).mapToInt(OptionalInt::getAsInt).max();
  }
}
