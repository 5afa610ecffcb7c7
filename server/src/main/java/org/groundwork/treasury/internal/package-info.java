// SPDX-License-Identifier: AGPL-3.0-or-later
/** The pages of the books. */
@NullMarked
package org.groundwork.treasury.internal;

import org.jspecify.annotations.NullMarked;
