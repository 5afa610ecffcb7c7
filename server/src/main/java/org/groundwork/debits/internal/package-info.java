// SPDX-License-Identifier: AGPL-3.0-or-later
/** Pages of direct debits. */
@NullMarked
package org.groundwork.debits.internal;

import org.jspecify.annotations.NullMarked;
