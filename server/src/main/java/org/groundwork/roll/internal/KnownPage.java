// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.platform.web.Walk;
import org.groundwork.roll.WallChart;

/**
 * Asks whom we know, one per line.
 *
 * @param lines what was typed and not yet entered
 * @param preview how the lines were read, when that was asked
 * @param added the change-set of what was just entered, which one tap undoes
 * @param ownUnit the label of the reader's own door, empty until known
 */
public record KnownPage(String lines, FormErrors errors, List<Shown> preview, Optional<UUID> added, WallChart chart,
    String ownUnit, Walk.Place place, Optional<String> before, Optional<String> after) implements View {

  /** One line as it was read. */
  public record Shown(String name, String unit, String phone, String remark, boolean bossSide) {}
}
