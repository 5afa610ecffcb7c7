// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Pages of the module target.
 */
@NullMarked
package org.groundwork.target.internal;

import org.jspecify.annotations.NullMarked;
