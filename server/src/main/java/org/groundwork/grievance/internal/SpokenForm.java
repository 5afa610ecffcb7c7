// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import org.groundwork.grievance.Grievances.Grievance;
import org.jspecify.annotations.Nullable;

/**
 * Who it was that an organiser spoke with, as typed.
 *
 * @param who a person's identifier, {@code new} for somebody not on the roll, {@code unknown} if nobody can tell
 * @param name what to call somebody new
 * @param door their unit at the site, if they have one
 */
public record SpokenForm(@Nullable String version, @Nullable String who, @Nullable String name, @Nullable String door) {

  static SpokenForm blank(Grievance grievance) {
    return new SpokenForm(Long.toString(grievance.version()), "", "", "");
  }

  /** The same as typed, to be saved over what it has become. */
  SpokenForm over(Grievance now) {
    return new SpokenForm(Long.toString(now.version()), who, name, door);
  }
}
