// SPDX-License-Identifier: AGPL-3.0-or-later
@NullMarked
package org.groundwork.platform.disclosure;

import org.jspecify.annotations.NullMarked;
