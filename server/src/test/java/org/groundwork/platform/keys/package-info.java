// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of the keys outside the database. */
@NullMarked
package org.groundwork.platform.keys;

import org.jspecify.annotations.NullMarked;
