// SPDX-License-Identifier: AGPL-3.0-or-later
/** The pages about gifts and independence. */
@NullMarked
package org.groundwork.gifts.internal;

import org.jspecify.annotations.NullMarked;
