// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Identifiers, tokens and the clock, passed in so that tests can hold them still.
 */
@NullMarked
@NamedInterface("ids")
package org.groundwork.platform.ids;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
