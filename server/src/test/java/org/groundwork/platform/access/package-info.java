// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of the ways in. */
@NullMarked
package org.groundwork.platform.access;

import org.jspecify.annotations.NullMarked;
