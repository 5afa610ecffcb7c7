// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import java.util.function.Predicate;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;

/**
 * An entry of the menu in the masthead, contributed as a bean: what is needed now and then, and has no place in the
 * navigation. Who does not see an entry is refused at its door too; the menu only leaves out what would be refused.
 *
 * @param order lower comes first
 * @param key message key of its text
 * @param path within the local without a leading slash, or with one an address of the installation
 * @param icon name in the icon sprite
 * @param shownTo who sees it
 */
public record MenuEntry(int order, String key, String path, String icon, Predicate<Caller> shownTo) {

  /** An entry within the local, for whoever holds a power there. */
  public static MenuEntry of(int order, String key, String path, String icon, Power power) {
    return new MenuEntry(order, key, path, icon, caller -> caller instanceof Caller.Actor actor && actor.may(power));
  }

  /** An entry for everybody who is signed in, in a local or not; the path begins with a slash. */
  public static MenuEntry signedIn(int order, String key, String path, String icon) {
    return new MenuEntry(order, key, path, icon, caller -> caller.accountId().isPresent());
  }

  /** An entry for whoever runs the installation; the path begins with a slash. */
  public static MenuEntry ofInstallation(int order, String key, String path, String icon) {
    return new MenuEntry(order, key, path, icon, Caller::isOfInstallation);
  }
}
