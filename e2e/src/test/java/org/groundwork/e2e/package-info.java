// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The product in a real browser, from the first page on, the way a person uses it.
 */
@NullMarked
package org.groundwork.e2e;

import org.jspecify.annotations.NullMarked;
