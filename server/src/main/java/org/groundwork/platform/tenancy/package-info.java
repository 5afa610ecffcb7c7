// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Locals as tenants of the database: whose data a piece of work may touch, and the transactions that say so.
 */
@NullMarked
@NamedInterface("tenancy")
package org.groundwork.platform.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
