// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.Optional;
import org.groundwork.action.Action;
import org.groundwork.platform.web.View;

/**
 * What hangs at the door: an address and its picture, for those who run the action.
 *
 * @param code absent while there is no address
 */
public record DoorPage(Action action, Optional<Code> code) implements View {

  /**
   * An address as a picture that phones read.
   *
   * @param size the side of the picture in squares
   * @param squares the dark ones, as the path of an SVG
   */
  public record Code(String address, int size, String squares) {}
}
