// SPDX-License-Identifier: AGPL-3.0-or-later
/** Pages about banks and statements. */
@NullMarked
package org.groundwork.banking.internal;

import org.jspecify.annotations.NullMarked;
