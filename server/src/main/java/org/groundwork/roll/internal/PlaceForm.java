// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import org.groundwork.roll.Person;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is, as typed.
 *
 * @param version the version of the place when the form was shown
 * @param marked whether they are on the boss's side there, where that was pressed
 */
public record PlaceForm(@Nullable String version, @Nullable String site, @Nullable String unit,
    @Nullable String marked) {

  static PlaceForm of(Person.Held place) {
    return new PlaceForm(Long.toString(place.version()), place.site().toString(), place.unitLabel().orElse(""), "");
  }

  /** The same answers over the place as it is now. */
  PlaceForm over(Person.Held now) {
    return new PlaceForm(Long.toString(now.version()), site == null ? now.site().toString() : site,
        unit == null ? now.unitLabel().orElse("") : unit, marked);
  }

  /** The version the form was shown at; 0, which no place has, if it was tampered with. */
  long readVersion() {
    return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
  }

  boolean marks() { return "true".equals(marked); }
}
