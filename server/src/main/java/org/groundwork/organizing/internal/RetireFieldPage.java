// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import org.groundwork.organizing.Fields;
import org.groundwork.platform.web.View;

/**
 * Asks before a field is taken out of use.
 *
 * @param people about how many people it holds something, which goes with it
 */
public record RetireFieldPage(Fields.Field field, int people) implements View {}
