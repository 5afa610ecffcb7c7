// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of sending. */
@NullMarked
package org.groundwork.platform.message;

import org.jspecify.annotations.NullMarked;
