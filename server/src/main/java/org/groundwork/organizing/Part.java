// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;

/**
 * A part of a site, in which people are colleagues and of which one can say how strong it is: a floor of a building, a
 * department on a shift of a workplace. A single home is too small for either.
 */
public final class Part {
  private Part() {}

  /** What the part is called that a unit belongs to. */
  public static String of(Site site, Sites.Unit unit) {
    return site.kind() == SiteKind.BUILDING ? unit.rowLabel() : unit.label();
  }
}
