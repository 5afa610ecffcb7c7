// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.organizing.Conversation;
import org.groundwork.organizing.MyPeople;
import org.groundwork.organizing.OpenAsks;
import org.groundwork.platform.web.View;

/**
 * A steward's people: when each was last talked to, what comes next, what they said and did.
 *
 * @param written a conversation just written down
 * @param did what was just noted that somebody did
 * @param sites where the reader goes from door to door
 */
public record MyPeoplePage(List<MyPeople.AtSite> people, Optional<Written> written, Optional<Did> did,
    LocalDate today, ZoneId zone, List<org.groundwork.roll.Site> sites) implements View {
  /** Somebody, and what they did. */
  public record Did(MyPeople.Mine mine, OpenAsks.Ask ask) {}

  /** How many days ago somebody was talked to. */
  public long daysSince(LocalDate day) {
    return Math.max(0, ChronoUnit.DAYS.between(day, today));
  }

  /** Whether an agreed day has come. */
  public boolean due(Conversation.Next next) {
    return next.on().filter(day -> !day.isAfter(today)).isPresent();
  }

  /** Whether the day to come back has come. */
  public boolean due(Instant back) {
    return !LocalDate.ofInstant(back, zone).isAfter(today);
  }

  /** Whom to talk to first: the first of all. */
  public Optional<UUID> first() {
    return people.stream().flatMap(at -> at.people().stream()).findFirst().map(MyPeople.Mine::person);
  }
}
