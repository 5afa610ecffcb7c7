// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.reinforcement.Reinforcement;
import org.groundwork.reinforcement.Wishes;
import org.groundwork.roll.Site;
import org.jspecify.annotations.Nullable;

/**
 * What a steward asks for, as typed.
 *
 * @param once makes sure that a form sent twice asks once
 */
public record WishForm(@Nullable String once, @Nullable String site, @Nullable String urgency, @Nullable String place,
    @Nullable String why, @Nullable String day, @Nullable String from, @Nullable String until) {

  /** An empty form: from now on for four hours. */
  static WishForm blank(UUID once, List<Site> sites, Instant now, ZoneId zone) {
    var starts = now.truncatedTo(ChronoUnit.MINUTES).atZone(zone);
    return new WishForm(once.toString(), sites.size() == 1 ? sites.getFirst().id().toString() : "", "", "", "",
        starts.toLocalDate().toString(), starts.toLocalTime().toString(),
        starts.plus(Duration.ofHours(4)).toLocalTime().toString());
  }

  /** What is asked for, absent where something is refused. */
  Optional<Wishes.NewWish> read(FormErrors errors, List<Site> sites, ZoneId zone, Instant now) {
    var soon = CallTyped.choice(errors, "urgency", urgency, Reinforcement.Urgency.values());
    var at = CallTyped.id(site).filter(id -> sites.stream().anyMatch(one -> one.id().equals(id)));
    if (at.isEmpty()) {
      errors.refuse("site", site == null || site.isBlank() ? "form.choose" : "reinforcement.not-yours");
    }
    String where = errors.required("place", place, 200);
    String reason = errors.required("why", why, 400);
    var when = CallTyped.when(errors, day, from, until, zone, now);
    return errors.any() || soon.isEmpty() || at.isEmpty() || when.isEmpty()
        ? Optional.empty()
        : Optional.of(new Wishes.NewWish(at.get(), soon.get(), where, reason, when.get()));
  }
}
