// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import org.groundwork.grievance.Grievances.Grievance;
import org.jspecify.annotations.Nullable;

/** The next talk about a grievance, as typed. */
public record TalkForm(@Nullable String version, @Nullable String ask, @Nullable String owner, @Nullable String on) {

  static TalkForm of(Grievance grievance, String proposed, String me) {
    String version = Long.toString(grievance.version());
    return grievance.next()
        .map(next -> new TalkForm(version, next.ask(), next.owner().toString(),
            next.on().map(Object::toString).orElse("")))
        .orElseGet(() -> new TalkForm(version, proposed, me, ""));
  }

  /** The same as typed, to be saved over what it has become. */
  TalkForm over(Grievance now) {
    return new TalkForm(Long.toString(now.version()), ask, owner, on);
  }
}
