// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.util.List;
import org.groundwork.defence.Care;
import org.groundwork.platform.web.View;

/**
 * What people need from one another, without saying who they are.
 *
 * @param mine what the reader took on
 * @param off what the reader took on and is not needed any more
 * @param free what nobody took on yet
 * @param done message key of what was just done, empty if nothing
 */
public record CarePage(List<Mine> mine, List<Care.Need> off, List<Care.Need> free, String done) implements View {
  public CarePage {
    mine = List.copyOf(mine);
    off = List.copyOf(off);
    free = List.copyOf(free);
  }

  /**
   * Something the reader took on.
   *
   * @param tells who tells them where and when; empty where an organiser does
   * @param named whose it is, only where they agreed
   */
  public record Mine(Care.Need need, String tells, String named) {}
}
