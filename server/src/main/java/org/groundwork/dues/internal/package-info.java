// SPDX-License-Identifier: AGPL-3.0-or-later
/** The pages about dues. */
@NullMarked
package org.groundwork.dues.internal;

import org.jspecify.annotations.NullMarked;
