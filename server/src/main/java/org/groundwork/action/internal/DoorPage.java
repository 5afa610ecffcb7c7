// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.Optional;
import org.groundwork.action.Action;
import org.groundwork.platform.paper.QrCode;
import org.groundwork.platform.web.View;

/**
 * What hangs at the door: an address and its picture, for those who run the action.
 *
 * @param code absent while there is no address
 */
public record DoorPage(Action action, Optional<QrCode> code) implements View {}
