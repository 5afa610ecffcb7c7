// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Exact amounts of money.
 */
@NullMarked
@NamedInterface("money")
package org.groundwork.platform.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
