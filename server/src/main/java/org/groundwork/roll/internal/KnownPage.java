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
 * @param ownUnit the label of the reader's own place, empty until known
 * @param units where departments and shifts are counted, their labels, to choose the own one from; else empty
 */
public record KnownPage(String lines, String own, FormErrors errors, Preview preview, Added added, WallChart chart,
    String ownUnit, List<String> units, Walk.Place place, Optional<String> before,
    Optional<String> after) implements View {

  /**
   * One line as it was read.
   *
   * @param again whether it names somebody who is there already, and so enters nobody
   * @param newDoor the place that is made for them, empty for none
   * @param own what fields of the local's own are to hold, in words
   */
  public record Shown(String name, String unit, String phone, String mail, String remark, boolean bossSide,
      boolean again, String newDoor, String own) {}

  /**
   * How lines were read.
   *
   * @param doors words that look like a door of the site and are none
   */
  public record Preview(List<Shown> lines, List<Door> doors) {
    static Preview none() { return new Preview(List.of(), List.of()); }
  }

  /**
   * A word that looks like a door and is none.
   *
   * @param field the field in which it is said what it is
   * @param answer {@code make} for a place, {@code name} for part of the name, empty while nobody has said
   */
  public record Door(String label, String field, String answer) {}
}
