// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Wiring of the platform.
 */
@NullMarked
package org.groundwork.platform.internal;

import org.jspecify.annotations.NullMarked;
