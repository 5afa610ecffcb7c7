// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.ZoneId;
import java.util.List;
import org.groundwork.organizing.Turfs;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * Taking the doors of an evening along, for where there is no signal; and the phones that carry some now.
 *
 * @param parts the parts of the site
 * @param out phones that carry doors, for those who organise here
 */
public record TurfPage(Site site, List<String> parts, List<Out> out, int hours, boolean organises, ZoneId zone)
    implements
      View {

  /** A phone that carries doors, and whose it is. */
  public record Out(Turfs.Turf turf, String name) {}
}
