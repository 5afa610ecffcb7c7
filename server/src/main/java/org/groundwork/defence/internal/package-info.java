// SPDX-License-Identifier: AGPL-3.0-or-later
/** Pages of defence. */
@NullMarked
package org.groundwork.defence.internal;

import org.jspecify.annotations.NullMarked;
