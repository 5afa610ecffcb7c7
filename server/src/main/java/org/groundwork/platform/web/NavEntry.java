// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;

/**
 * A module's entry in the navigation of a local, contributed as a bean.
 *
 * @param order lower comes first
 * @param key message key of its text
 * @param path within the local, without a leading slash
 * @param icon name in the icon sprite
 * @param power who sees it
 * @param unless who has this power too has no room for it, and finds it in the menu; absent for an entry of everybody's
 */
public record NavEntry(int order, String key, String path, String icon, Power power, Optional<Power> unless) {

  /** An entry for whoever has a power. */
  public NavEntry(int order, String key, String path, String icon, Power power) {
    this(order, key, path, icon, power, Optional.empty());
  }

  /** Whether somebody sees it. */
  boolean shownTo(Caller.Actor actor) {
    return actor.may(power) && unless.filter(actor::may).isEmpty();
  }
}
