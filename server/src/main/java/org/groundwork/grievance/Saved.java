// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

/** The outcome of changing a grievance that somebody else may have changed meanwhile. */
public sealed interface Saved {

  /** It was changed. */
  record Yes() implements Saved {}

  /** Nothing was changed: this is what it has become. */
  record ChangedMeanwhile(Grievances.Grievance now) implements Saved {}
}
