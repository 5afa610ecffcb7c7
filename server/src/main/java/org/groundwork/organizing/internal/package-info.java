// SPDX-License-Identifier: AGPL-3.0-or-later
/** Pages of the chart, of stewards and of conversations. */
@NullMarked
package org.groundwork.organizing.internal;

import org.jspecify.annotations.NullMarked;
