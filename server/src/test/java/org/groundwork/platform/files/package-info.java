// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of safe uploads. */
@NullMarked
package org.groundwork.platform.files;

import org.jspecify.annotations.NullMarked;
