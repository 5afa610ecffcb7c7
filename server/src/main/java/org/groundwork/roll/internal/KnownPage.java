// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.platform.web.Walk;
import org.groundwork.roll.WallChart;

/**
 * Asks whom we know, one per line.
 *
 * @param lines what was typed and not yet entered
 * @param own the reader's own door, as typed and not yet entered
 * @param preview how the lines were read, when that was asked
 * @param added what came of what was just sent
 * @param ownUnit the label of the reader's own door, empty until known
 */
public record KnownPage(String lines, String own, FormErrors errors, List<Shown> preview, Added added, WallChart chart,
    String ownUnit, Walk.Place place, Optional<String> before, Optional<String> after) implements View {

  /**
   * One line as it was read.
   *
   * @param again whether it names somebody who is there already, and so enters nobody
   */
  public record Shown(String name, String unit, String phone, String mail, String remark, boolean bossSide,
      boolean again) {}
}
