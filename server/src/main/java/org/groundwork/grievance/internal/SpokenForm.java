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
 * @param here {@code on} to place somebody of the roll at the site, if they have no place there yet
 */
public record SpokenForm(@Nullable String version, @Nullable String who, @Nullable String name, @Nullable String door,
    @Nullable String here) {

  /** A form that proposes the unit that the report names. */
  static SpokenForm blank(Grievance grievance, String door) {
    return new SpokenForm(Long.toString(grievance.version()), "", "", door, "on");
  }

  /** Whether somebody of the roll is to be placed at the site. */
  public boolean placesThem() {
    return "on".equals(here);
  }

  /** The same as typed, to be saved over what it has become. */
  SpokenForm over(Grievance now) {
    return new SpokenForm(Long.toString(now.version()), who, name, door, here);
  }
}
