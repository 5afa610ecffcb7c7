// SPDX-License-Identifier: AGPL-3.0-or-later
/** Pages of what is paid out. */
@NullMarked
package org.groundwork.spending.internal;

import org.jspecify.annotations.NullMarked;
