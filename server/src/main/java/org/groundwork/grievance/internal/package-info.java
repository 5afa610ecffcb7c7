// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Pages of the module grievance.
 */
@NullMarked
package org.groundwork.grievance.internal;

import org.jspecify.annotations.NullMarked;
